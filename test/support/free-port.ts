import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Below every system's ephemeral range, from which port 0 and each outgoing connection are given theirs. */
const FIRST = 12_000;
const COUNT = 8_000;
const CLAIMS = join(tmpdir(), "saldo-test-ports");

/**
 * A port of 127.0.0.1 nobody listens on, and that no other process of the tests is given while this one lives: between
 * asking for a port and listening on it others ask, too.
 */
export async function freePort(): Promise<number> {
  mkdirSync(CLAIMS, { recursive: true });
  const start = (process.pid * 61) % COUNT;
  for (let step = 0; step < COUNT; step++) {
    const port = FIRST + ((start + step) % COUNT);
    if (claim(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port from ${FIRST} to ${FIRST + COUNT}`);
}

function claim(port: number): boolean {
  const file = join(CLAIMS, String(port));
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || isHeld(file)) return false;
      rmSync(file, { force: true });
    }
  }
}

function isHeld(file: string): boolean {
  try {
    // Empty for the moment between its making and its writing.
    const owner = readFileSync(file, "utf8");
    return owner === "" || owner === String(process.pid) || isAlive(Number(owner));
  } catch {
    return true;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
