import { mkdtempSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { scratchFolder } from "../scratch.mjs";
import { BINARIES, findBinary } from "./binaries.mjs";
import { freePort } from "../free-port.ts";
import { startServer } from "./server-process.mjs";

/** A private Redis that keeps nothing on disk. */
export async function startRedis() {
  const directory = mkdtempSync(join(scratchFolder(), "saldo-redis-"));
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", directory];
  const { stop } = await startServer({
    name: "Redis",
    directory,
    command: findBinary(BINARIES.redis.names),
    args,
    isReady: () => ping(port),
  });
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function ping(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    socket.once("error", reject);
    socket.once("data", (answer) => {
      socket.destroy();
      if (String(answer).startsWith("+PONG")) resolve();
      else reject(new Error(`answered ${String(answer)}`));
    });
  });
}
