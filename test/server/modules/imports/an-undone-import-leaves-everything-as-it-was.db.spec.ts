import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ImportUndo, ImportsView } from "../../../../server/modules/imports/index.js";
import { sourceFromText } from "../../../../server/modules/imports/file/csv-source.adapter.js";
import { DebtorsView } from "../../../../server/modules/portfolio/debtors.view.js";
import { SinceImportView } from "../../../../server/modules/imports/undo/import-undo.view.js";
import { ImportsStore } from "../../../../server/modules/imports/run/imports.store.js";
import { type Bench, debtsCsv, openPortfolio, payment } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

const FIRST = debtsCsv({}, { external_id: "C-2", name: "Luis Gómez", phone: "3007654321", reference: "F-2" });
const SECOND = debtsCsv(
  {
    name: "Ana Pérez Ruiz",
    phone: "3009998877",
    document: "CC 1020",
    balance: "500.00",
    amount: "1100.00",
    due_date: "2026-11-15",
    product: "Otra",
  },
  { external_id: "C-3", name: "Nueva", phone: "3007654321", consent: "no", reference: "F-3", balance: "70.00" },
  { external_id: "C-1", reference: "F-4", balance: "90.00" },
);

it("restores balances, terms, names, numbers and consents, and takes the new debts out", async () => {
  await bench.importText(FIRST);
  const before = await state();
  await bench.clock.runFor(1_000);
  const { publicId } = await bench.importText(SECOND);
  expect(await state()).not.toEqual(before);
  await undo(publicId);
  expect(await state()).toEqual(before);
  // The one it brought is there, with nothing to chase and nothing to reach them by.
  expect(
    await bench.db.rows("select status, balance_minor from debt where account_id = ? and source like 'undone:%'", [bench.accountId]),
  ).toEqual([
    { status: "cancelled", balance_minor: 0 },
    { status: "cancelled", balance_minor: 0 },
  ]);
  const { items } = await bench.app.get(DebtorsView).list(bench.accountId, { limit: 10 });
  expect(items.map(({ externalId }) => externalId).toSorted()).toEqual(["C-1", "C-2"]);
  expect(await bench.debtorIdByPhone("+573007654321")).toBe(await idOf("C-2"));
  expect(await bench.debtorIdByPhone("+573009998877")).toBeNull();
  expect(bench.entries.at(-1)).toMatchObject({ type: "import.undone", payload: { import: publicId } });
});

it("the same file again gives the same state as the first time", async () => {
  await bench.importText(FIRST);
  await bench.clock.runFor(1_000);
  const first = await bench.importText(SECOND);
  const after = await state();
  await undo(first.publicId);
  await bench.clock.runFor(1_000);
  const second = await bench.importText(SECOND);
  expect({ ...second, publicId: "" }).toEqual({ ...first, publicId: "", created: 2 });
  expect(await state()).toEqual(after);
  // A payment that names the reference finds the debt that lives, not the one that was taken out.
  await bench.payments.record(bench.accountId, payment({ debtReference: "F-3", amountMinor: 7_000 }), "api", bench.actor);
  expect((await bench.balances())["F-3"]).toBe("0 paid");
});

it("a reference may come back as another debtor's debt", async () => {
  const wrong = await bench.importText(debtsCsv({ external_id: "F-1", reference: "C-1" }));
  await undo(wrong.publicId);
  await bench.importText(debtsCsv({ external_id: "C-9", name: "Otro", phone: "3001112233", reference: "C-1" }));
  expect(
    await bench.db.rows(
      "select b.external_id from debt d join debtor b on b.account_id = d.account_id and b.id = d.debtor_id where d.account_id = ? and d.source = 'file'",
      [bench.accountId],
    ),
  ).toEqual([{ external_id: "C-9" }]);
});

it("gives back what a snapshot held and released", async () => {
  await bench.importText(FIRST);
  const one = await snapshot(debtsCsv({}));
  const holds = await bench.db.rows("select debt_id, released_at from hold where account_id = ?", [bench.accountId]);
  const both = await bench.importText(FIRST);
  expect(await held()).toEqual([]);
  await undo(both.publicId);
  expect(await held()).toEqual(holds);
  await undo(one);
  expect(await held()).toEqual([]);
});

it("keeps on hold what another snapshot lacks as well, until that one is undone too", async () => {
  await bench.importText(FIRST);
  const one = await snapshot(debtsCsv({}));
  const holds = await held();
  const two = await snapshot(debtsCsv({ balance: "700.00" }));
  await undo(one);
  expect(await held()).toEqual(holds);
  await undo(two);
  expect(await held()).toEqual([]);
});

it("frees what the same snapshot lacked twice, once both are undone", async () => {
  await bench.importText(FIRST);
  const one = await snapshot(debtsCsv({}));
  const again = await snapshot(debtsCsv({}));
  await undo(one);
  expect(await held()).toHaveLength(1);
  await undo(again);
  expect(await held()).toEqual([]);
  const whole = await snapshot(FIRST);
  await expect(begin(whole)).rejects.toMatchObject({ code: "import.undo_nothing" });
});

it("puts nothing back on hold for a file that was undone before", async () => {
  await bench.importText(FIRST);
  const one = await snapshot(debtsCsv({}));
  const both = await bench.importText(FIRST);
  await undo(one);
  await undo(both.publicId);
  expect(await held()).toEqual([]);
});

it("leaves a payment taken back that somebody took back before, also when the file comes again", async () => {
  await bench.importText(FIRST);
  const file = "payment id,reference,amount,currency,date\nP-1,F-1,300.00,COP,2026-11-19\nP-2,F-1,5.00,COP,2026-11-19\n";
  const paid = await bench.importText(file, "payments");
  const bounced = await bench.db.row<{ id: string }>("select public_id as id from payment where account_id = ? and external_id = 'P-1'", [
    bench.accountId,
  ]);
  await bench.payments.reverse(bench.accountId, bounced!.id, "cheque devuelto", bench.actor);
  await undo(paid.publicId);
  expect(await bench.importText(file, "payments")).toMatchObject({ created: 1, unchanged: 1 });
  expect(await bench.balances()).toMatchObject({ "F-1": "79500 open" });
});

it("does not take payments back that a later file of debts may have counted", async () => {
  await bench.importText(FIRST);
  const paid = await bench.importText("payment id,reference,amount,currency,date\nP-1,F-1,300.00,COP,2026-11-19\n", "payments");
  await bench.clock.runFor(1_000);
  const later = await bench.importText(debtsCsv({ balance: "500.00" }));
  await expect(begin(paid.publicId)).rejects.toMatchObject({ code: "import.undo_changed" });
  await undo(later.publicId);
  await undo(paid.publicId);
  expect(await bench.balances()).toMatchObject({ "F-1": "80000 open" });
});

it("gives way to a file that comes in while it is being found out whether it can be undone", async () => {
  await bench.importText(FIRST);
  await bench.clock.runFor(1_000);
  const { publicId } = await bench.importText(debtsCsv({ balance: "500.00" }));
  const since = bench.app.get(SinceImportView);
  const paid = since.paid.bind(since);
  since.paid = async (...asked) => {
    since.paid = paid;
    await bench.importText(debtsCsv({ balance: "700.00" }));
    return paid(...asked);
  };
  await expect(begin(publicId)).rejects.toMatchObject({ code: "import.running" });
  expect(await bench.balances()).toMatchObject({ "F-1": "70000 open" });
});

it("takes payments back, and the same file brings them again", async () => {
  await bench.importText(FIRST);
  const file = "payment id,reference,amount,currency,date\nP-1,F-1,300.00,COP,2026-11-19\nP-2,nobody,5.00,COP,2026-11-19\n";
  const paid = await bench.importText(file, "payments");
  expect(await bench.balances()).toMatchObject({ "F-1": "50000 open" });
  await undo(paid.publicId);
  expect(await bench.balances()).toMatchObject({ "F-1": "80000 open" });
  expect(await bench.importText(file, "payments")).toMatchObject({ created: 2, unchanged: 0 });
  expect(await bench.balances()).toMatchObject({ "F-1": "50000 open" });
});

it("is refused once somebody was written to, paid, or a later file changed the same, and says so", async () => {
  const first = await bench.importText(FIRST);
  await bench.clock.runFor(1_000);
  const second = await bench.importText(SECOND);
  await expect(begin(first.publicId)).rejects.toMatchObject({ code: "import.undo_changed" });
  const paid = await bench.payments.record(bench.accountId, payment({ debtReference: "F-3", amountMinor: 100 }), "api", bench.actor);
  await expect(begin(second.publicId)).rejects.toMatchObject({ code: "import.undo_paid" });
  const { undo: told } = await bench.app.get(ImportsView).byPublicId(bench.accountId, second.publicId, "en");
  expect(told).toEqual({ possible: false, why: "A payment was recorded since for a debt it changed." });
  await bench.payments.reverse(bench.accountId, paid.public_id, "no era", bench.actor);
  const attempt = { public_id: "a", channel: "whatsapp", origin: "cadence", purpose: "reminder", source_key: "ref:1", debt_ids: "[]" };
  const of = { account_id: bench.accountId, debtor_id: await idOf("C-3"), at: bench.clock.now(), counts: 1, confirms_opt_out: 0 };
  await bench.db.inUnitOfWork("test", () => bench.db.insert("contact_attempt", [{ ...of, ...attempt }]));
  await expect(begin(second.publicId)).rejects.toMatchObject({ kind: "conflict", code: "import.undo_sent" });
  const same = await bench.importText(SECOND);
  await expect(begin(same.publicId)).rejects.toMatchObject({ code: "import.undo_nothing" });
});

async function undo(publicId: string): Promise<void> {
  await begin(publicId);
  await bench.clock.runFor(1_000);
  expect((await bench.app.get(ImportsStore).byPublicId(bench.accountId, publicId)).status).toBe("undone");
}

function begin(publicId: string) {
  return bench.app.get(ImportUndo).begin(bench.accountId, publicId, "archivo equivocado", bench.actor);
}

async function snapshot(text: string): Promise<string> {
  return (await bench.imports.run(bench.accountId, "debts", sourceFromText("s.csv", text), bench.actor, { mode: "snapshot" })).public_id;
}

async function idOf(externalId: string): Promise<number> {
  const row = await bench.db.row<{ id: number }>("select id from debtor where account_id = ? and external_id = ?", [
    bench.accountId,
    externalId,
  ]);
  return row!.id;
}

function held() {
  return bench.db.rows("select debt_id, released_at from hold where account_id = ? and released_at is null", [bench.accountId]);
}

/** What is known of everybody who owes something: debts, what they are called and reached by. */
async function state(): Promise<unknown> {
  const account = [bench.accountId];
  const debts = await bench.db.rows(
    `select reference, source, product, principal_minor, balance_minor, reported_minor, due_date, instalment_minor, credit_date, status
     from debt where account_id = ? and source not like 'undone:%' order by reference`,
    account,
  );
  const owing = await bench.db.rows<{ id: number; external_id: string; ambiguous_number: number }>(
    `select id, external_id, kind, employment, language, country, subdivision, zones, ambiguous_number from debtor where account_id = ?
     and id in (select debtor_id from debt where account_id = ? and source not like 'undone:%') order by external_id`,
    [bench.accountId, bench.accountId],
  );
  const points = await bench.db.rows(
    `select p.ending, p.channel, p.consent, p.consent_source, p.consent_on, b.external_id from contact_point p
     join debtor b on b.account_id = p.account_id and b.id = p.debtor_id where p.account_id = ? and p.invalid_at is null
     order by b.external_id, p.ending, p.channel`,
    account,
  );
  const names = await bench.reader.names(
    bench.accountId,
    owing.map(({ id }) => id),
  );
  const lookups = await bench.db.rows<{ kind: string; hash: string; debtor_id: number }>(
    `select kind, hash, debtor_id from debtor_lookup where account_id = ? and kind <> 'external_id'
     and debtor_id in (select debtor_id from debt where account_id = ? and source not like 'undone:%') order by kind, hash, debtor_id`,
    [bench.accountId, bench.accountId],
  );
  return { debts, owing, points, names: [...names.values()], lookups };
}
