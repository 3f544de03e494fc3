import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { ImportsView, sourceFromText } from "../../../../server/modules/imports/index.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
let serial = 0;
beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());
beforeEach(() => void serial++);

const row = (reference: string, phone: string, more: Partial<Record<string, string>> = {}) => ({
  external_id: `C-${serial}`,
  reference: `${reference}/${serial}`,
  phone: phone && `30012${serial}${phone}`,
  ...more,
});
const far = (count = 600) =>
  Array.from({ length: count }, (_, n) => ({ external_id: `D-${serial}-${n}`, phone: "", reference: `G-${serial}-${n}` }));

async function endings(): Promise<string[]> {
  const rows = await bench.db.rows<{ ending: string }>(
    `select p.ending from contact_point p join debtor d on d.account_id = p.account_id and d.id = p.debtor_id
      where d.external_id = ? and p.invalid_at is null`,
    [`C-${serial}`],
  );
  return rows.map(({ ending }) => ending);
}
async function warnings(file: string) {
  const preview = await bench.previews.of(bench.accountId, "debts", sourceFromText("f.csv", file));
  const { warnings: told } = await bench.app.get(ImportsView).preview(bench.accountId, preview, "en");
  const ended = await bench.imports.run(bench.accountId, "debts", sourceFromText("f.csv", file), bench.actor);
  expect(ended).toMatchObject({ warned: preview.warned, rejected: 0 });
  const errors = ended.warned > 0 ? [...(await bench.app.get(ImportsView).errorFile(bench.accountId, ended.public_id, "en"))].join("") : "";
  return { told: told.map(({ line, column }) => `${line} ${column}`), errors };
}

it.each([0, 600])("a second number %i rows further down is told, before and after", async (between) => {
  const { told, errors } = await warnings(debtsCsv(row("F-1", "1111"), ...far(between), row("F-2", "2222")));
  expect(told).toEqual([`${between + 3} phone`]);
  expect(errors).toContain(
    "The file gives this debtor another number in an earlier row, and that one is used. The row was taken in without it.",
  );
  expect(await endings()).toEqual(["1111"]);
});

it("the same number in another spelling is none", async () => {
  const again = row("F-2", "1111");
  expect((await warnings(debtsCsv(row("F-1", "1111"), { ...again, phone: `+57 ${again.phone}` }))).told).toEqual([]);
});

it.each([0, 600])("where the first row has none, the number %i rows further down is used, with its consent", async (between) => {
  const silent = { consent: "", consent_source: "", consent_date: "" };
  expect((await warnings(debtsCsv(row("F-1", "", silent), ...far(between), row("F-2", "3333")))).told).toEqual([]);
  expect(await endings()).toEqual(["3333"]);
  const consents = await bench.db.rows("select consent from contact_point where ending = '3333' and invalid_at is null");
  expect(consents).toContainEqual({ consent: "granted" });
});

it("and where the first one cannot be read", async () => {
  expect((await warnings(debtsCsv(row("F-1", "", { phone: "N/A" }), row("F-2", "4444")))).told).toEqual(["2 phone"]);
  expect(await endings()).toEqual(["4444"]);
});
