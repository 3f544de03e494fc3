import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createConnection } from "mysql2/promise";
import { scratchFolder } from "../scratch.mjs";
import { BINARIES, findBinary } from "./binaries.mjs";
import { freePort } from "../free-port.ts";
import { startServer } from "./server-process.mjs";

/** A private MariaDB or MySQL; its user may create databases. */
export async function startMysql({ scratch = scratchFolder() } = {}) {
  const command = findBinary(BINARIES.mysql.names);
  const directory = mkdtempSync(join(scratch, "saldo-mysql-"));
  const data = join(directory, "data");
  const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
  initialise(command, data, asRoot);

  const setUp = join(directory, "set-up.sql");
  writeFileSync(setUp, "CREATE USER 'saldo'@'%' IDENTIFIED BY 'saldo';\nGRANT ALL ON *.* TO 'saldo'@'%' WITH GRANT OPTION;\n");
  const port = await freePort();
  const url = `mysql://saldo:saldo@127.0.0.1:${port}`;
  const args = [
    "--no-defaults",
    ...asRoot,
    `--datadir=${data}`,
    // Not the one all share: a server that starts there sweeps away the temporary tables of those that run.
    `--tmpdir=${directory}`,
    `--socket=${join(directory, "socket")}`,
    `--pid-file=${join(directory, "pid")}`,
    "--bind-address=127.0.0.1",
    `--port=${port}`,
    `--init-file=${setUp}`,
    "--skip-name-resolve",
    "--skip-log-bin",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_bin",
    "--max-connections=400",
    "--innodb-buffer-pool-size=192M",
    "--performance-schema=OFF",
    // The tests kill workers, never the database server, so the log may reach the disk once a second.
    "--innodb-flush-log-at-trx-commit=2",
  ];
  const { stop } = await startServer({ name: "MariaDB/MySQL", directory, command, args, isReady: () => ask(url) });
  return { url, stop };
}

function initialise(command, data, asRoot) {
  const installer = join(dirname(dirname(command)), "bin", "mariadb-install-db");
  const [program, ...args] =
    basename(command) === "mariadbd"
      ? [findBinary(["mariadb-install-db"]) ?? installer, "--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]
      : [command, "--no-defaults", "--initialize-insecure"];
  const { status, stdout, stderr, error } = spawnSync(program, [...args, ...asRoot, `--datadir=${data}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? `${stdout}${stderr}`.slice(-3000)}`);
}

async function ask(url) {
  const connection = await createConnection(url);
  try {
    await connection.query("SELECT 1");
  } finally {
    await connection.end();
  }
}
