import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Consents } from "../../../../server/modules/portfolio/index.js";
import { DAY } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
let debtorId: number;

beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({}));
  debtorId = Number((await bench.dump("debtor"))[0]!["id"]);
});
afterAll(() => bench.close());

async function consents(): Promise<string[]> {
  const points = (await bench.reader.contactPoints(bench.accountId, [debtorId])).get(debtorId)!;
  return points.map(({ ending, consent, consentOn, invalid }) => `${ending} ${consent} ${consentOn}${invalid ? " replaced" : ""}`);
}

it("is withdrawn once, on the debtor's own date, with a record", async () => {
  // 02:30 UTC on the 21st is still the 20th in Bogotá.
  const at = Date.parse("2026-11-21T02:30:00Z");
  const records = bench.entries.length;
  const withdraw = () => bench.app.get(Consents).withdraw(bench.accountId, debtorId, "whatsapp", "reply", at);
  expect(await withdraw()).toBe(true);
  expect(await withdraw()).toBe(false);
  expect(await consents()).toEqual(["4567 withdrawn 2026-11-20"]);
  expect(bench.entries.slice(records)).toMatchObject([
    { type: "consent.withdrawn", at, payload: { channel: "whatsapp", source: "reply" } },
  ]);
});

it("is not lifted by a file with the old consent, nor by a new number", async () => {
  expect(await bench.importText(debtsCsv({}))).toMatchObject({ unchanged: 1 });
  await bench.importText(debtsCsv({ phone: "3007654321" }));
  expect(await consents()).toEqual(["4567 withdrawn 2026-11-20 replaced", "4321 withdrawn 2026-11-20"]);
});

it("is not lifted by a consent of a day that has not come", async () => {
  expect(await bench.importText(debtsCsv({ phone: "3007654321", consent_date: "2026-11-25" }))).toMatchObject({ unchanged: 1 });
  expect(await consents()).toEqual(["4567 withdrawn 2026-11-20 replaced", "4321 withdrawn 2026-11-20"]);
});

it("is lifted by a consent of a later date", async () => {
  await bench.clock.runFor(5 * DAY);
  await bench.importText(debtsCsv({ phone: "3007654321", consent_date: "2026-11-25" }));
  expect(await consents()).toEqual(["4567 withdrawn 2026-11-20 replaced", "4321 granted 2026-11-25"]);
});

it("counts for nothing without where and when it was given", async () => {
  await bench.importText(
    debtsCsv(
      { external_id: "C-2", phone: "3112223344", reference: "F-2", consent_source: "" },
      { external_id: "C-3", phone: "3112223355", reference: "F-3", consent: "no" },
    ),
  );
  const rows = await bench.db.rows<{ consent: string }>(
    "select consent from contact_point where ending in ('3344', '3355') order by ending",
  );
  expect(rows.map(({ consent }) => consent)).toEqual(["unknown", "withdrawn"]);
});

it("a refusal without a date was made by the day of its file: an older consent does not lift it, and the file again changes nothing", async () => {
  const refused = debtsCsv({ external_id: "C-4", phone: "3112223366", reference: "F-4", consent: "no", consent_date: "" });
  await bench.importText(refused);
  await bench.clock.runFor(DAY);
  expect(await bench.importText(refused)).toMatchObject({ unchanged: 1 });
  await bench.importText(debtsCsv({ external_id: "C-4", phone: "3112223366", reference: "F-4" }));
  expect(await bench.db.rows("select consent, consent_on from contact_point where ending = '3366'")).toEqual([
    { consent: "withdrawn", consent_on: "2026-11-25" },
  ]);
});

it("is withdrawn by any of the debtor's rows, also by one far below in the file", async () => {
  const row = (n: number, of: Partial<Record<string, string>> = {}) => ({ external_id: `D-${n}`, phone: "", reference: `G-${n}`, ...of });
  const far = Array.from({ length: 600 }, (_, n) => row(n + 10));
  const file = debtsCsv(
    row(1, { phone: "3112223377" }),
    row(1, { reference: "G-1b", consent: "no", consent_date: "" }),
    row(2, { phone: "3112223388" }),
    ...far,
    row(2, { reference: "G-2b", name: "PEREZ ANA", consent: "no", consent_date: "" }),
  );
  await bench.importText(file);
  const consentsOf = () => bench.db.rows("select consent from contact_point where ending in ('3377', '3388') order by ending");
  expect(await consentsOf()).toEqual([{ consent: "withdrawn" }, { consent: "withdrawn" }]);
  expect(await bench.importText(file)).toMatchObject({ unchanged: 604 });
  expect(await consentsOf()).toEqual([{ consent: "withdrawn" }, { consent: "withdrawn" }]);
});
