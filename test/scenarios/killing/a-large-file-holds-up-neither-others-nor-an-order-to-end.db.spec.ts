import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SaldoClient } from "../../../server/demo/saldo-client.js";
import { TOKENS } from "../../support/desk.js";
import { SaldoProcess } from "../../support/saldo-processes.js";
import { textRows, workbook } from "../../support/workbook.js";
import { type RealDispatch, realDispatch } from "./support.js";

const HEADER = ["external_id", "name", "reference", "balance", "currency", "due_date"];
const DEBT = ["C-900", "Ana Peña", "F-900", "100.00", "COP", "2026-11-25"];
/** Rows with nothing in them but blanks: all of them are read, and none is taken in. */
const BLANK = Array.from({ length: 60_000 }, (_, n) => `<row r="${n + 3}">${'<c t="inlineStr"><is><t> </t></is></c>'.repeat(3)}</row>`);
const FILE = workbook([{ name: "A", rows: textRows([HEADER, DEBT]) + BLANK.join("") }]).toString("base64");

let dispatch: RealDispatch;
let saldo: SaldoProcess;
let admin: SaldoClient;
beforeAll(async () => {
  dispatch = await realDispatch(1);
  saldo = new SaldoProcess(dispatch.environment);
  admin = new SaldoClient(dispatch.environment["SALDO_PUBLIC_URL"]!);
});
afterAll(async () => {
  await saldo?.kill();
  await dispatch?.close();
});

interface Import {
  readonly id: number;
  readonly status: string;
  readonly runner: string | null;
  readonly total: number | null;
  readonly attempts: number;
  readonly created: number;
}

async function newest(): Promise<Import> {
  const sql = "select id, status, runner, total, attempts, created from portfolio_import where account_id = ? order by id desc limit 1";
  return (await dispatch.db.row<Import>(sql, [dispatch.accountId]))!;
}

async function isBeingRead(): Promise<boolean> {
  const { status, runner, total } = await newest();
  return status === "running" && runner !== null && total === null;
}

test("while it is read requests are answered, and SIGTERM ends the process at once", async () => {
  await saldo.start();
  const account = await dispatch.db.row<{ public_id: string }>("select public_id from account where id = ?", [dispatch.accountId]);
  await admin.signIn(account!.public_id, TOKENS.admin);
  await admin.call("POST", "/api/imports", { kind: "debts", fileName: "a.xlsx", base64: FILE, background: true });
  while (!(await isBeingRead())) await dispatch.pause(20);
  let answered = 0;
  while (answered < 10) {
    await admin.call("GET", "/api/health");
    answered++;
  }
  expect(await isBeingRead()).toBe(true);
  expect(await saldo.kill("SIGTERM")).toBe(0);
  // Given back, and not an attempt: nobody failed.
  expect(await newest()).toMatchObject({ status: "running", runner: null, total: null, attempts: 0 });
});

test("killed in the middle it is one attempt, and the next process takes it in", async () => {
  await saldo.start();
  while (!(await isBeingRead())) await dispatch.pause(20);
  await saldo.kill("SIGKILL");
  const { id, attempts } = await newest();
  expect(attempts).toBe(1);
  // Ten minutes later.
  await dispatch.db.inUnitOfWork("test", () =>
    dispatch.db.run("update portfolio_import set heartbeat_at = 0 where account_id = ? and id = ?", [dispatch.accountId, id]),
  );
  await saldo.start();
  let state = await newest();
  while (state.status === "running") {
    await dispatch.pause(200);
    state = await newest();
  }
  expect(state).toMatchObject({ status: "done", created: 1 });
});
