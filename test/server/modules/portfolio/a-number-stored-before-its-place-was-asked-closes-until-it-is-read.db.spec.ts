import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { PolicyFactsView } from "../../../../server/modules/policy/facts.view.js";
import { Scheduler } from "../../../../server/platform/clock/scheduler.js";
import { HOUR, MINUTE } from "../../../../server/shared/instant.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
  const row = (id: string, phone: string, country: string) => ({ external_id: id, reference: id, phone, country });
  const rows = Array.from({ length: 250 }, (_, index) => row(`C-${index}`, `+57300${1_000_000 + index}`, "CO"));
  await bench.importText(debtsCsv(row("MX-1", "+57 310 555 0001", "MX"), row("MX-2", "+52 664 123 4567", "MX"), ...rows));
  await bench.importText(debtsCsv(row("C-0", "+57 310 555 0002", "CO")), "debts", bench.otherAccountId);
});
afterAll(() => bench.close());

const residences = async () => {
  const rows = await bench.db.rows<{ id: number }>("select id from debtor where account_id = ? order by id", [bench.accountId]);
  const ids = rows.map(({ id }) => id);
  const facts = await new PolicyFactsView(bench.db).load(bench.accountId, ids, bench.clock.now());
  return ids.map((id) =>
    facts
      .get(id)!
      .residences.map(({ country }) => country)
      .join("+"),
  );
};
const put = (sql: string, ...params: readonly number[]) => bench.db.inUnitOfWork("test", () => bench.db.run(sql, params));
async function pass(ms: number) {
  await bench.clock.runFor(ms);
  await bench.app.get(Scheduler).tick();
}
const unread = async () => (await bench.db.rows("select id from contact_point where places is null")).length;

it("rows of an earlier version are of no known place, and are read within a minute, all accounts' and more than one batch", async () => {
  const before = await residences();
  await put("update contact_point set places = null where account_id > 0");
  expect(new Set(await residences())).toEqual(new Set([""]));
  await pass(MINUTE);
  expect(await unread()).toBe(0);
  expect(await residences()).toEqual(before);
  expect(before.slice(0, 3)).toEqual(["MX+CO", "MX", "CO"]);
});

it("one that cannot be opened stays closed and holds nobody else up", async () => {
  await put("update contact_point set places = null, value_sealed = 'x' where account_id = ? and id = 1", bench.accountId);
  await put("update contact_point set places = null where account_id = ? and id = 2", bench.accountId);
  await pass(HOUR);
  expect(await unread()).toBe(0);
  expect((await residences()).slice(0, 2)).toEqual(["", "MX"]);
});
