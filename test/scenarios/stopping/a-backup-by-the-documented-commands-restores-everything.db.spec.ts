import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openPorts } from "../../../server/boot.js";
import { CONFIG, type Config } from "../../../server/platform/config/config.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

const MANUAL = readFileSync("server/OPERATIONS.md", "utf8");
const has = (tool: string) => spawnSync(tool, ["--version"]).status === 0;

let desk: Desk;
let restored: TestDatabase;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{}, {}]) });
  await desk.turnOn();
  await desk.clock.runFor(60_000);
  restored = await createTestDatabase();
});
afterAll(async () => {
  await desk?.close();
  await restored?.drop();
});

/** Name, and how to reach it, of a database as its own tools want it. */
function onServer({ database }: Config): { name: string; access: string[] } {
  const { hostname, port, username, password, pathname } = new URL(database.dialect === "mysql" ? database.url : "mysql://none/none");
  const secret = password ? [`--password=${decodeURIComponent(password)}`] : [];
  return { name: pathname.slice(1), access: ["--protocol=tcp", "-h", hostname, "-P", port || "3306", "-u", username || "root", ...secret] };
}

/** By the manual's own commands. @returns false where their tools are not installed */
function copy(from: Config, to: Config): boolean {
  if (from.database.dialect === "sqlite" && to.database.dialect === "sqlite") {
    if (!has("sqlite3")) return false;
    expect(MANUAL).toContain(`sqlite3 .saldo/saldo.sqlite ".backup '`);
    execFileSync("sqlite3", [from.database.path, `.backup '${to.database.path}'`]);
    return true;
  }
  if (!has("mysqldump") || !has("mysql")) return false;
  const options = ["--single-transaction", "--triggers", "--hex-blob", "--no-tablespaces"];
  expect(MANUAL).toContain(`mysqldump ${options.join(" ")} saldo`);
  const [source, target] = [onServer(from), onServer(to)];
  const dump = execFileSync("mysqldump", [...source.access, ...options, source.name], { maxBuffer: 256 * 1024 * 1024 });
  execFileSync("mysql", [...target.access, target.name], { input: dump });
  return true;
}

test("everything is there again, the program opens it, and the journal's guards stand", async () => {
  if (!copy(desk.app.get<Config>(CONFIG), restored.config)) return;
  const ports = await openPorts(restored.config);
  try {
    const rows = (sql: string) => ports.orm.em.fork().getConnection().execute<{ n: number }[]>(sql);
    for (const table of ["debtor", "debt", "outbox_message", "journal_record", "data_key", "contact_attempt", "session"]) {
      const [there] = await rows(`select count(*) as n from ${table}`);
      const here = await desk.db.row<{ n: number }>(`select count(*) as n from ${table} where account_id >= 0`);
      expect([table, Number(there?.n)]).toEqual([table, Number(here?.n)]);
      expect(Number(there?.n)).toBeGreaterThan(0);
    }
    for (const change of ["update journal_record set type = 'forged' where seq = 1", "delete from journal_record where seq = 1"]) {
      await expect(rows(change)).rejects.toThrow(/append-only|never/i);
    }
  } finally {
    await ports.orm.close(true);
  }
});
