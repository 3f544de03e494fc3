// Runs one server for as long as its parent lives. The parent holds the other end of stdin: when it closes it, or dies of
// anything (Ctrl-C, a crash, kill -9), the server is killed and its directory removed. The data is disposable, so no polite stop.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const [directory, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], cwd: directory });

server.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
server.on("exit", (code) => {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code ?? 0);
});
process.stdin.on("close", () => server.kill("SIGKILL")).resume();
