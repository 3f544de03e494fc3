import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that can be cut and mended; whoever calls meanwhile is refused, hung up on, or never answered. */
export async function cutLine(target: { readonly host: string; readonly port: number }): Promise<CutLine> {
  const line = new CutLine(target);
  await line.open();
  return line;
}

export class CutLine {
  private readonly sockets = new Set<Socket>();
  private mode: "through" | "cut" | "silent" = "through";
  private readonly server = createServer((near) => this.join(near));
  port = 0;

  constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  async open(): Promise<void> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Ends what is connected, and whatever connects from now on. */
  cut(): void {
    this.mode = "cut";
    for (const socket of this.sockets) socket.destroy();
  }

  /** Takes everything and answers nothing, as a cable that is pulled. */
  silence(): void {
    this.mode = "silent";
  }

  mend(): void {
    this.mode = "through";
    // What was said into the silence is lost.
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, "close");
  }

  private join(near: Socket): void {
    this.keep(near);
    if (this.mode === "cut") return void near.destroy();
    const far = this.keep(connect(this.target.port, this.target.host));
    near.on("data", (bytes) => this.mode === "through" && far.write(bytes));
    far.on("data", (bytes) => this.mode === "through" && near.write(bytes));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  }

  private keep(socket: Socket): Socket {
    this.sockets.add(socket);
    socket.on("close", () => this.sockets.delete(socket));
    return socket.on("error", () => socket.destroy());
  }
}
