import { createServer } from "node:net";

/** `wanted`, or the next port above it that nobody listens on. */
export async function freePort(wanted: number, tries = 50): Promise<number> {
  for (let port = wanted; port < wanted + tries; port++) {
    if (await isFree(port)) return port;
  }
  throw new Error(
    `No free port between ${wanted} and ${wanted + tries}. Stop what listens there, or choose others with --port and --sandbox-port.`,
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
