import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ImportUndo } from "../../../../server/modules/imports/index.js";
import { Holds } from "../../../../server/modules/portfolio/index.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;
beforeEach(async () => {
  bench = await openPortfolio();
  await bench.importText(debtsCsv({}, { reference: "F-2" }, { reference: "F-3", external_id: "C-2", phone: "3007654321" }));
  await bench.clock.runFor(1_000);
});
afterEach(() => bench.close());

const held = async () => {
  const rows = await bench.db.rows<{ name: string; id: string }>(
    `select d.reference as name, h.public_id as id from hold h join debt d on d.account_id = h.account_id and d.id = h.debt_id
      where h.account_id = ? and h.reason = 'unreadable_row' and h.released_at is null order by d.reference`,
    [bench.accountId],
  );
  return rows;
};
const heldNames = async () => (await held()).map(({ name }) => name);

it("is on the record, placed once, and ended by the next good row", async () => {
  const since = bench.entries.length;
  const bad = debtsCsv({ currency: "doblones" });
  await bench.importText(bad);
  await bench.importText(bad);
  expect(await heldNames()).toEqual(["F-1"]);
  expect(bench.typesSince(since)).toEqual(["hold.placed", "import.finished", "import.finished"]);
  await bench.importText(debtsCsv({ reference: "F-2" }));
  expect(await heldNames()).toEqual(["F-1"]);
  await bench.importText(debtsCsv({}));
  expect(await heldNames()).toEqual([]);
  expect(bench.typesSince(since).slice(-2)).toEqual(["hold.released", "import.finished"]);
});

it("is ended by a person", async () => {
  await bench.importText(debtsCsv({ currency: "doblones" }));
  const [hold] = await held();
  await bench.app.get(Holds).release(bench.accountId, hold!.id, bench.actor, "llamé al acreedor");
  expect(await heldNames()).toEqual([]);
});

it("is not settled by another row of the same file, in whatever order and however far apart", async () => {
  const far = Array.from({ length: 600 }, (_, n) => ({ external_id: `D-${n}`, phone: "", reference: `G-${n}` }));
  await bench.importText(
    debtsCsv({ due_date: "?", balance: "5" }, { reference: "F-2" }, ...far, { currency: "doblones" }, { reference: "F-2", balance: "0" }),
  );
  expect(await heldNames()).toEqual(["F-1", "F-2"]);
});

it("leaves a row that only repeats another what it is", async () => {
  await bench.importText(debtsCsv({}, {}));
  expect(await heldNames()).toEqual([]);
});

it("without a reference holds what its debtor owes, but for what the file's good rows name, and a line of totals holds nothing", async () => {
  await bench.importText(debtsCsv({ reference: "" }, { reference: "F-2" }, { external_id: "Total", name: "", phone: "", reference: "" }));
  expect(await heldNames()).toEqual(["F-1"]);
});

it("in another account changes nothing here", async () => {
  await bench.importText(debtsCsv({ currency: "doblones" }), "debts", bench.otherAccountId);
  expect(await heldNames()).toEqual([]);
});

it("is taken back with its file", async () => {
  const { publicId } = await bench.importText(debtsCsv({ currency: "doblones" }, { reference: "F-2", balance: "700.00" }));
  expect(await heldNames()).toEqual(["F-1"]);
  await bench.app.get(ImportUndo).now(bench.accountId, publicId, "archivo equivocado", bench.actor);
  expect(await heldNames()).toEqual([]);
});
