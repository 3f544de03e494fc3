// Runs before anything is installed, so it may import nothing but Node's own modules and must run on Node 20.19.
// It installs the locked dependencies without install scripts (no compiler, no python), fetches Node 24 through the
// npm package `node` (the one allowed script), and starts the wanted command with node_modules/.bin first on PATH.
import { spawnSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const stampFile = join(root, "node_modules", ".cache", "saldo-install");

/** The commands of README; each is a script that Node 24 runs once everything is installed. */
const commands = {
  test: ["test/support/run.mjs"],
  check: ["test/support/run.mjs", "--only=check"],
  build: [".ci/build.mjs"],
  demo: [".ci/build.mjs", "--then", "dist/server/cli.js", "demo"],
  dev: [".ci/build.mjs", "--server", "--then", ".ci/dev.mjs"],
  saldo: [".ci/build.mjs", "--quiet", "--if-missing", "--then", "dist/server/cli.js"],
  start: [".ci/build.mjs", "--quiet", "--if-missing", "--then", "dist/server/main.js"],
  bench: [".ci/build.mjs", "--quiet", "--then", "test/bench/run.mjs"],
  migrations: [".ci/build.mjs", "--server", "--then", "dist/server/create-migrations.js"],
};

const [name = "", ...rest] = process.argv.slice(2);
if (!(name in commands)) {
  fail(`Unknown command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
}
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Saldo needs Node 20.19 or later to install itself; this is ${process.versions.node}. Install a newer Node.`);
}
process.chdir(root);
install();

const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
const child = spawn(join(bin, "node"), ["--disable-warning=ExperimentalWarning", ...commands[name], ...rest], { stdio: "inherit", env });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));

function install() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).update(process.platform).update(process.arch).digest("hex");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === lock && existsSync(join(bin, "node"))) return;
  say("Installing dependencies (once; about a minute)");
  // npm waits five minutes for an answer by default; one lost among a thousand requests should not cost that.
  const patience = ["--fetch-timeout=60000", "--fetch-retries=5", "--loglevel=error"];
  npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", ...patience]);
  npm(["rebuild", "node", ...patience]);
  const version = spawnSync(join(bin, "node"), ["--version"], { encoding: "utf8" });
  if (version.status !== 0 || !version.stdout.startsWith("v24.")) {
    fail("Node 24 could not be brought by the npm package `node`. Check that the npm registry is reachable, then run the command again.");
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, lock);
}

function npm(args) {
  const onWindows = process.platform === "win32";
  const result = spawnSync(onWindows ? "npm.cmd" : "npm", args, { stdio: ["ignore", "ignore", "inherit"], shell: onWindows });
  if (result.status !== 0) fail(`npm ${args.join(" ")} failed (exit ${result.status}). The lines above say why.`);
}

function say(text) {
  process.stderr.write(`\u001b[2m${text}\u001b[0m\n`);
}

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
