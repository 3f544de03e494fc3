import { SMTPServer } from "smtp-server";
import { freePort } from "./free-port.js";

export interface Received {
  readonly to: string;
  /** As it came over the line. */
  readonly raw: string;
  readonly messageId: string;
}

/** A real mail server on loopback. */
export interface Mailbox {
  readonly url: string;
  readonly received: Received[];
  /** Addresses that are refused for good. */
  readonly refused: Set<string>;
  /** Called when a message has been taken, before the server says so. */
  onTaken: () => void;
  /** Goes away; its port answers nobody. */
  stop(): Promise<void>;
  /** Comes back on the same port. */
  start(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const port = await freePort();
  let server: SMTPServer | null = null;
  const box: Mailbox = {
    url: `smtp://127.0.0.1:${port}`,
    received: [],
    refused: new Set(),
    onTaken: () => {},
    async stop() {
      const stopping = server;
      server = null;
      if (stopping) await new Promise<void>((done) => stopping.close(() => done()));
    },
    async start() {
      const starting = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        logger: false,
        onRcptTo({ address }, _session, done) {
          if (!box.refused.has(address)) return done();
          done(Object.assign(new Error(`5.1.1 <${address}> nobody of this name`), { responseCode: 550 }));
        },
        onData(stream, session, done) {
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            const raw = Buffer.concat(chunks).toString("utf8");
            const messageId = /^Message-ID: <(.*)>/im.exec(raw)?.[1] ?? "";
            for (const { address } of session.envelope.rcptTo) box.received.push({ to: address, raw, messageId });
            box.onTaken();
            done();
          });
        },
      });
      starting.on("error", () => {});
      await new Promise<void>((done) => starting.listen(port, "127.0.0.1", () => done()));
      server = starting;
    },
  };
  await box.start();
  return box;
}
