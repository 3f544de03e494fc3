import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, resolve } from "node:path";

// A build of its own: dist/ is emptied by whoever builds next.
const ROOT = resolve("node_modules/.cache/panel-for-tests");
const LOCK = resolve("node_modules/.cache/panel-build.lock");
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};
/** Nothing inline but styles, which Reka's positioning sets; nothing from elsewhere. */
const CSP = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'";

/** Builds the panel unless a build newer than its sources is there. Spec files in other processes wait for the one that builds. */
export function ensurePanel(): void {
  mkdirSync(resolve("node_modules/.cache"), { recursive: true });
  const gaveUp = performance.now() + 90_000;
  while (!acquire()) {
    if (performance.now() > gaveUp) throw new Error(`Another build of the panel never ended; remove ${LOCK}`);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
  try {
    const index = join(ROOT, "index.html");
    if (existsSync(index) && statSync(index).mtimeMs > newest(["admin-ui", "server/contract"])) return;
    execFileSync(
      process.execPath,
      ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", ROOT, "-c", "admin-ui/vite.config.ts"],
      {
        stdio: "inherit",
      },
    );
  } finally {
    rmdirSync(LOCK);
  }
}

function acquire(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

function newest(paths: readonly string[]): number {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    latest = Math.max(latest, stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs);
  }
  return latest;
}

/** A file of the build, or the page itself for every address of the panel. */
export function servePanel(path: string, response: ServerResponse): void {
  const file = join(ROOT, path);
  const isFile = file.startsWith(ROOT) && existsSync(file) && statSync(file).isFile();
  const served = isFile ? file : join(ROOT, "index.html");
  response.writeHead(200, { "content-type": TYPES[extname(served)] ?? "application/octet-stream", "content-security-policy": CSP });
  response.end(readFileSync(served));
}
