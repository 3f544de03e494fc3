// `npm run dev`: lives a short past once, keeps its helpdesk, and goes on with its database in a Saldo that restarts when the server's sources
// change, beside Vite, which reloads the panel. Everything ends with Ctrl-C.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { resolve } from "node:path";
import { SALDO_FLAGS } from "./node-flags.mjs";

const DATA = ".saldo/dev";
const SERVER = { port: 4000, sandbox: 4100 };
const PANEL = "http://localhost:4173";
const running = new Set();

const given = process.argv.slice(2).filter((word) => word !== "--");
const days = given.length > 0 ? given : ["--days", "20", "--debtors", "120"];
const demo = start(process.execPath, [
  ...SALDO_FLAGS,
  "dist/server/cli.js",
  "demo",
  "--helpdesk-only",
  `--data=${DATA}`,
  `--port=${SERVER.port}`,
  `--sandbox-port=${SERVER.sandbox}`,
  ...days,
]);
let helpdesk = "";
for await (const line of createInterface({ input: demo.stdout })) {
  console.log(line);
  helpdesk ||= /Helpdesk \(sandbox\)\s+(\S+)/.exec(line)?.[1] ?? "";
  if (line.startsWith("The database is free")) break;
}
if (demo.exitCode !== null) process.exit(demo.exitCode);
demo.stdout.resume();

const env = {
  ...process.env,
  NODE_ENV: "development",
  SALDO_DATABASE_URL: `sqlite:${resolve(DATA, "saldo.sqlite")}`,
  SALDO_DATA_DIR: resolve(DATA),
  SALDO_PORT: String(SERVER.port),
  SALDO_LISTEN: "localhost",
  // The panel comes from Vite, which hands /api on: to a browser that is Saldo's address.
  SALDO_PUBLIC_URL: PANEL,
  SALDO_ALLOW_PRIVATE_HOSTS: "127.0.0.0/8,::1/128",
};
start("nest", ["build", "--watch", "--watchAssets"], { env, stdio: "inherit" });
start(process.execPath, [...SALDO_FLAGS, "--watch-path=dist/server", "--watch-preserve-output", "dist/server/main.js"], {
  env,
  stdio: "inherit",
});
start("vite", ["-c", "admin-ui/vite.config.ts"], { env, stdio: "inherit" });
console.log(`\n  Panel with reload: ${PANEL}  (sign in with a token from above)\n  Helpdesk: ${helpdesk}\n  Ctrl-C ends everything.\n`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) child.kill("SIGTERM");
    process.exit(0);
  });
}

function start(command, args, options = { stdio: ["ignore", "pipe", "inherit"] }) {
  const child = spawn(command, args, options);
  running.add(child);
  child.on("exit", () => running.delete(child));
  child.on("error", (error) => {
    console.error(`${command} could not be started: ${error.message}`);
    process.exit(1);
  });
  return child;
}
