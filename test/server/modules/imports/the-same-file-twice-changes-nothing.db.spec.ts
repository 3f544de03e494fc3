import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

const TABLES = ["debtor", "debtor_lookup", "contact_point", "debt", "ledger_entry", "data_key"];
let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

const dump = async () => Promise.all(TABLES.map((table) => bench.dump(table)));

it("takes a file in once, and again without effect", async () => {
  const file = debtsCsv(
    {},
    { reference: "F-2", name: "Ana P. (otra grafía)" },
    {
      external_id: "C-2",
      name: "Comercial Ñandú SAS",
      phone: "+52 1 55 1234 5678",
      country: "MX",
      reference: "F-3",
      balance: "",
      due_date: "2026-12-24",
    },
  );
  expect(await bench.importText(file)).toMatchObject({ created: 3, updated: 0, unchanged: 0, rejected: 0 });
  const before = await dump();
  const records = bench.entries.length;
  await bench.clock.runFor(3_600_000);

  expect(await bench.importText(file)).toMatchObject({ created: 0, updated: 0, unchanged: 3, rejected: 0 });
  expect(await dump()).toEqual(before);
  expect(bench.typesSince(records)).toEqual(["import.finished"]);
});

it("makes what the rows say", async () => {
  expect(await bench.balances()).toEqual({ "F-1": "80000 open", "F-2": "80000 open", "F-3": "100000 open" });
  const ids = (await bench.dump("debtor")).map((row) => Number(row["id"]));
  const names = await bench.reader.names(bench.accountId, ids);
  expect(ids.map((id) => names.get(id))).toEqual(["Ana Pérez", "Comercial Ñandú SAS"]);
  const facts = await bench.reader.debtors(bench.accountId, ids);
  expect(facts.get(ids[0]!)).toMatchObject({ zones: ["America/Bogota"], language: "es", country: "CO", ambiguousNumber: false });
  const points = (await bench.reader.contactPoints(bench.accountId, ids)).get(ids[0]!)!;
  expect(points).toMatchObject([
    { channel: "whatsapp", ending: "4567", consent: "granted", consentSource: "contrato", consentOn: "2026-01-15" },
  ]);
  expect([...(await bench.reader.values(bench.accountId, [points[0]!.id])).values()]).toEqual(["+573001234567"]);
  expect(await bench.debtorIdByPhone("5215512345678")).toBe(ids[1]);
});

it("updates what changed, in the ledger and in the journal", async () => {
  const records = bench.entries.length;
  const file = debtsCsv({ balance: "500.00" }, { reference: "F-2", due_date: "2026-11-15" });
  expect(await bench.importText(file)).toMatchObject({ created: 0, updated: 2, unchanged: 0, rejected: 0 });
  expect(await bench.balances()).toMatchObject({ "F-1": "50000 open", "F-2": "80000 open" });
  expect(bench.typesSince(records)).toEqual(["debt.changed", "debt.changed", "import.finished"]);
  expect(bench.entries.slice(records)[0]!.payload).toMatchObject({
    amountMinor: 50_000,
    adjustmentMinor: -30_000,
    before: { amountMinor: 80_000 },
  });
  const ledger = await bench.db.rows<{ kind: string; amount_minor: number }>(
    "select kind, amount_minor from ledger_entry where debt_id = 1 order by id",
  );
  expect(ledger).toEqual([
    { kind: "charge", amount_minor: 100_000 },
    { kind: "adjustment", amount_minor: -20_000 },
    { kind: "adjustment", amount_minor: -30_000 },
  ]);
});

it("understands files with balances and files without that take turns", async () => {
  await bench.importText(debtsCsv({ balance: "", amount: "1200.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "70000 open" });
  await bench.importText(debtsCsv({ balance: "500.00", amount: "1200.00" }));
  expect(await bench.balances()).toMatchObject({ "F-1": "50000 open" });
});
