// Builds the server (nest build, type-checked) and the panel (vite), then optionally runs a script with the rest of the arguments.
// Flags before `--then`: --server (no panel), --panel (no server), --if-missing (skip when dist exists and is newer than the sources), --quiet.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SALDO_FLAGS } from "./node-flags.mjs";

const args = process.argv.slice(2);
const then = args.indexOf("--then");
const flags = new Set(then === -1 ? args : args.slice(0, then));
const next = then === -1 ? [] : args.slice(then + 1);

// The compiler remembers what it wrote, not whether it is still there.
if (!existsSync("dist/server")) rmSync("node_modules/.cache/tsc/server.tsbuildinfo", { force: true });
if (!flags.has("--panel")) build("server", ["server", "migrations", "package.json", "tsconfig.json", "nest-cli.json"], ["nest", "build"]);
if (!flags.has("--server") && existsSync("admin-ui/vite.config.ts")) {
  build(
    "panel",
    ["admin-ui", "server/contract", "server/shared", "package.json"],
    ["vite", "build", "--logLevel", "warn", "-c", "admin-ui/vite.config.ts"],
  );
}
if (next.length > 0) {
  const child = spawn(process.execPath, [...SALDO_FLAGS, ...next], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

function build(what, sources, command) {
  const stamp = join("node_modules", ".cache", `saldo-build-${what}`);
  const built = existsSync(stamp) && existsSync(`dist/${what === "panel" ? "panel" : "server"}`) ? statSync(stamp).mtimeMs : 0;
  if (built > newest(sources)) return;
  const started = new Date();
  if (!flags.has("--quiet")) process.stderr.write(`\u001b[2mBuilding the ${what}\u001b[0m\n`);
  const [name, ...rest] = command;
  const result = spawnSync(join("node_modules", ".bin", name), rest, { stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) process.exit(result.status ?? 1);
  mkdirSync(join("node_modules", ".cache"), { recursive: true });
  writeFileSync(stamp, "");
  // What is edited during the build is newer than the build.
  utimesSync(stamp, started, started);
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    // A folder's own time changes when a file in it is removed.
    latest = Math.max(latest, stat.mtimeMs);
    if (stat.isDirectory()) latest = Math.max(latest, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return latest;
}
