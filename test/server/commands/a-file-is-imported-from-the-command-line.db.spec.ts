import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { INestApplicationContext } from "@nestjs/common";
import { Command } from "commander";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { registerImport } from "../../../server/commands/import.command.js";
import { AccountDirectory } from "../../../server/modules/accounts/index.js";
import { ImportProfiles } from "../../../server/modules/imports/index.js";
import { textRows, workbook } from "../../support/workbook.js";
import { type Bench, debtsCsv, openPortfolio } from "../modules/portfolio/support/portfolio-bench.js";

const folder = mkdtempSync(join(tmpdir(), "saldo-import-"));
const debts = join(folder, "debts.csv");
let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  writeFileSync(debts, debtsCsv({}, { reference: "F-2", due_date: "soon" }));
});
afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

/** Runs `saldo import …` against the bench. */
async function saldo(...args: string[]): Promise<{ code: number | undefined; out: string; err: string }> {
  const said = { out: "", err: "" };
  const into = (key: "out" | "err") =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[key] += chunk.toString();
        done();
      },
    });
  const directory = { byPublicId: async (id: string) => (id === "one" ? { id: bench.accountId } : null) };
  const app = {
    get: (token: unknown): unknown => (token === AccountDirectory ? directory : bench.app.get(token as never)),
    close: async () => {},
  };
  let code: number | undefined;
  const program = new Command().exitOverride();
  registerImport(program, {
    openApp: async () => app as unknown as INestApplicationContext,
    out: into("out"),
    err: into("err"),
    nodeEnv: "test",
    exitWith: (given) => void (code = given),
  });
  await program.parseAsync(["import", ...args], { from: "user" });
  return { code, ...said };
}

it("previews without writing", async () => {
  const { code, out } = await saldo(debts, "--account", "one", "--kind", "debts", "--preview");
  expect(code).toBe(1);
  expect(out).toContain("2 rows: 1 new, 0 changed, 0 as they were, 1 refused.");
  expect(out).toContain('Line 3, due_date, "soon": No es una fecha');
  expect(await bench.dump("debt")).toEqual([]);
});

it("imports, and writes the refused rows to a file that can be corrected", async () => {
  const errors = join(folder, "refused.csv");
  const { code, out } = await saldo(debts, "--account", "one", "--kind", "debts", "--errors", errors, "--json");
  expect([code, JSON.parse(out)]).toMatchObject([
    1,
    { rows: 2, created: 1, rejected: 1, fileName: "debts.csv", by: "system:command-line" },
  ]);
  const corrected = join(folder, "corrected.csv");
  writeFileSync(corrected, readFileSync(errors, "utf8").replace("soon", "2026-12-01"));
  expect(await saldo(corrected, "--account", "one", "--kind", "debts")).toMatchObject({
    code: 0,
    out: "1 rows: 1 new, 0 changed, 0 as they were, 0 refused.\n",
  });
});

it("reads Windows-1252, and dates in the order that is said", async () => {
  const latin = join(folder, "latin.csv");
  writeFileSync(latin, Buffer.from(debtsCsv({ external_id: "C-7", name: "Peña", reference: "F-7", due_date: "03/04/2026" }), "latin1"));
  const asked = await saldo(latin, "--account", "one", "--kind", "debts", "--preview");
  expect(asked).toMatchObject({ code: 1, out: expect.stringContaining("comes first in: due_date. Say it with --dates.") });
  expect(asked.out).toContain('Line 2, due_date, "03/04/2026": Podría ser dos fechas');
  const { code } = await saldo(latin, "--account", "one", "--kind", "debts", "--dates", "month-first");
  expect(code).toBe(0);
  expect(await bench.db.row("select due_date from debt where reference = 'F-7'")).toEqual({ due_date: "2026-03-04" });
  expect([...(await bench.reader.names(bench.accountId, [2])).values()]).toEqual(["Peña"]);
});

it("puts what a snapshot lacks on hold, and asks when that is most of it", async () => {
  const one = join(folder, "one.csv");
  writeFileSync(one, debtsCsv({}));
  const snapshot = (...more: string[]) => saldo(one, "--account", "one", "--kind", "debts", "--mode", "snapshot", ...more);
  const asked = await snapshot("--preview");
  expect(asked.out).toContain(
    "2 of 3 open debts are not in the file and would be put on hold; that takes --confirm.\n  C-1: F-2\n  C-7: F-7\n",
  );
  expect(await snapshot()).toMatchObject({
    code: 2,
    err: expect.stringContaining("The file lacks 2 of 3 open debts, more than half of them."),
  });
  expect((await snapshot("--confirm")).out).toContain("2 open debts are on hold until a good row names them: they are not in the file");
  expect((await saldo(debts, "--account", "one", "--kind", "debts", "--preview")).out).not.toContain("no longer on hold");
});

it("says what is wrong with the command or the file", async () => {
  expect(await saldo(debts, "--account", "nobody", "--kind", "debts")).toMatchObject({ code: 2, err: "There is no account nobody.\n" });
  const damaged = join(folder, "damaged.csv");
  writeFileSync(damaged, "nombre\nPe\ufffda");
  const { code, err } = await saldo(damaged, "--account", "one", "--kind", "debts");
  expect([code, err]).toEqual([
    2,
    "Characters of the file were lost before it got here. Send the file's own bytes, or its text in UTF-8.\n",
  ]);
});

it("reads one sheet of a workbook by a remembered mapping, and undoes it with a reason", async () => {
  const book = join(folder, "cartera.xlsx");
  const headers = ["KUNNR", "NAME1", "BELNR", "WRBTR", "WAERS", "FAEDT"];
  const sheet = (name: string, reference: string) => ({
    name,
    rows: textRows([headers, ["C-50", "Marta", reference, "10.00", "COP", "2026-11-01"]]),
  });
  writeFileSync(book, workbook([sheet("Octubre", "W-1"), sheet("Noviembre", "W-2")]));
  const fields = ["external_id", "name", "reference", "balance", "currency", "due_date"] as const;
  await bench.app.get(ImportProfiles).save(bench.accountId, "debts", { name: "SAP", headers, fields, dates: null, decimal: null });
  const at = ["--account", "one"];
  const preview = await saldo(book, ...at, "--kind", "debts", "--sheet", "Noviembre", "--preview");
  expect(preview).toMatchObject({ code: 0, out: expect.stringContaining('Read by the remembered mapping "SAP".') });
  const unknown = await saldo(book, ...at, "--kind", "debts", "--profile", "Oracle");
  expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('There is: "SAP".') });
  const { out } = await saldo(book, ...at, "--kind", "debts", "--sheet", "Noviembre", "--profile", "SAP", "--json");
  const { id, created } = JSON.parse(out) as { id: string; created: number };
  expect([created, (await bench.balances())["W-2"]]).toEqual([1, "1000 open"]);
  expect(await saldo(...at, "--undo", id)).toMatchObject({ code: 2, err: expect.stringContaining("--reason") });
  expect(await saldo(...at, "--undo", id, "--reason", "hoja equivocada")).toMatchObject({
    code: 0,
    out: "The import of cartera.xlsx is undone.\n",
  });
  expect((await bench.balances())["W-2"]).toBe("0 cancelled");
  expect(await saldo(...at, "--undo", id, "--reason", "otra vez")).toMatchObject({
    code: 2,
    err: expect.stringContaining("undone already"),
  });
});
