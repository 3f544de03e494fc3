import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { SMTPServer } from "smtp-server";
import type { Mail } from "../../../../server/platform/mail/mail-server.port.js";
import { SmtpMailServer } from "../../../../server/platform/mail/smtp-server.adapter.js";
import type { SmtpSettings } from "../../../../server/platform/mail/smtp-settings.js";
import { freePort } from "../../../support/free-port.js";
import { LOOPBACK_CERTIFICATE, LOOPBACK_KEY } from "./support/loopback-certificate.js";

const MAIL: Mail = {
  messageId: "1@example.com",
  to: "laura@example.com",
  subject: "Digest",
  html: "<p>Digest</p>",
  text: "Digest",
  files: [],
};
/** What the servers heard, and whether nobody else could. */
const heard: { readonly what: "password" | "mail"; readonly secure: boolean }[] = [];
const open: SMTPServer[] = [];

async function serverWith(options: { readonly secure?: boolean; readonly starttls?: boolean }): Promise<number> {
  const server = new SMTPServer({
    secure: options.secure ?? false,
    key: LOOPBACK_KEY,
    cert: LOOPBACK_CERTIFICATE,
    disabledCommands: options.starttls === false ? ["STARTTLS"] : [],
    logger: false,
    closeTimeout: 1,
    allowInsecureAuth: true,
    onAuth(_auth, session, done) {
      heard.push({ what: "password", secure: session.secure });
      done(null, { user: "saldo" });
    },
    onData(stream, session, done) {
      heard.push({ what: "mail", secure: session.secure });
      stream.on("data", () => {});
      stream.on("end", () => done());
    },
  });
  server.on("error", () => {});
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", () => listening()));
  open.push(server);
  return port;
}

const settings = (port: number, security: SmtpSettings["security"], host = "localhost"): SmtpSettings => ({
  host,
  port,
  security,
  user: "saldo",
  password: "geheim",
  from: "Saldo <saldo@example.com>",
});
const sent = (from: SmtpSettings) => new SmtpMailServer(from).send(MAIL);
const SECURED = [
  { what: "password", secure: true },
  { what: "mail", secure: true },
];

let trusted: readonly string[];
beforeAll(() => {
  trusted = getCACertificates("default");
  setDefaultCACertificates([...trusted, LOOPBACK_CERTIFICATE]);
});
beforeEach(() => void heard.splice(0));
afterAll(async () => {
  setDefaultCACertificates(trusted);
  await Promise.all(open.map((server) => new Promise<void>((closed) => server.close(() => closed()))));
});

it("secured from the first byte", async () => {
  const port = await serverWith({ secure: true });
  expect(await sent(settings(port, "tls"))).toEqual({ kind: "taken" });
  expect(heard).toEqual(SECURED);
});

it("secured by STARTTLS before a password is said", async () => {
  const port = await serverWith({});
  expect(await sent(settings(port, "starttls"))).toEqual({ kind: "taken" });
  expect(heard).toEqual(SECURED);
});

it("where STARTTLS is demanded and not offered nothing is said", async () => {
  const port = await serverWith({ starttls: false });
  expect(await sent(settings(port, "starttls"))).toEqual({ kind: "later", problem: "mail.line_not_secured" });
  expect(await new SmtpMailServer(settings(port, "starttls")).check()).toBe("mail.line_not_secured");
  expect(heard).toEqual([]);
});

it.each([
  ["tls", { secure: true }],
  ["starttls", {}],
] as const)("a certificate that nobody vouches for is no secured line (%s)", async (security, options) => {
  const port = await serverWith(options);
  setDefaultCACertificates(trusted);
  try {
    expect(await sent(settings(port, security))).toEqual({ kind: "later", problem: "mail.line_not_secured" });
  } finally {
    setDefaultCACertificates([...trusted, LOOPBACK_CERTIFICATE]);
  }
  expect(heard).toEqual([]);
});

it("a certificate of another name is none of this server's", async () => {
  const port = await serverWith({ secure: true });
  expect(await sent(settings(port, "tls", "127.0.0.1"))).toEqual({ kind: "later", problem: "mail.line_not_secured" });
  expect(heard).toEqual([]);
});
