import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { registerKpi } from "../../../server/commands/kpi.command.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";
import { runSaldo } from "./support/run-saldo.js";

let desk: Desk;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "saldo-books-"));
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1000.00" },
      { id: "Beto", reference: "F-2", balance: "500.00" },
      { id: "Carla", reference: "F-3", balance: "300.00" },
      { id: "Dina", reference: "F-4", balance: "200.00" },
    ]),
  });
});
afterAll(async () => {
  await desk?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function compared(rows: readonly string[], ...words: string[]) {
  const file = join(directory, "saldos.csv");
  writeFileSync(file, ["reference;balance;currency", ...rows].join("\n"));
  return runSaldo(desk, [registerKpi], ["kpi", "reconcile", "--file", file, ...words]);
}

test("the same debts, however references and amounts are written, agree", async () => {
  const { out, code } = await compared(["f 1;1.000,00;COP", "F-2;500,00;COP", "F-3;300,00;COP", "F-4;200,00;COP", "F-9;0,00;COP"]);
  expect({ out, code }).toEqual({ out: "The numbers agree with the file, 5 rows\n", code: 0 });
});

test("each difference is named, and the exit code says that there are some", async () => {
  const rows = ["F-1;1000.00;COP", "F-2;450.00;COP", "F-3;300.00;USD", "F-5;70.00;COP", "F-6;what?;COP"];
  const { out, code } = await compared(rows);
  expect(code).toBe(1);
  expect(out.split("\n")).toEqual([
    expect.stringMatching(/^different amount {3}F-2 {2}here COP 500\.00, in the file COP 450\.00$/),
    expect.stringMatching(/^different currency F-3 {2}here COP 300\.00, in the file USD 300\.00$/),
    expect.stringMatching(/^missing there {6}F-4 {2}here COP 200\.00, in the file nothing$/),
    expect.stringMatching(/^missing here {7}F-5 {2}here nothing, in the file COP 70\.00$/),
    "cannot be read     line 6",
    "They differ in 5 places",
    "",
  ]);
  const told = JSON.parse((await compared(rows, "--json")).out) as { agrees: boolean; differences: object[]; unreadable: number[] };
  expect(told).toMatchObject({ agrees: false, rows: 5, unreadable: [6] });
  expect(told.differences).toContainEqual({
    what: "amount",
    reference: "F-2",
    here: [{ currency: "COP", minor: 50_000 }],
    there: [{ currency: "COP", minor: 45_000 }],
  });
});

test("a file without what has to be compared, and one that is not there, are refused in words", async () => {
  const file = join(directory, "kaputt.csv");
  writeFileSync(file, "name;phone\nAna;1");
  await expect(runSaldo(desk, [registerKpi], ["kpi", "reconcile", "--file", file])).rejects.toMatchObject({
    code: "import.columns_missing",
  });
  await expect(runSaldo(desk, [registerKpi], ["kpi", "reconcile", "--file", "/nowhere.csv"])).rejects.toMatchObject({
    code: "kpi.no_file",
  });
});
