import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

async function flags(): Promise<boolean[]> {
  const ids = (await bench.dump("debtor")).map((row) => Number(row["id"]));
  const facts = await bench.reader.debtors(bench.accountId, ids);
  return ids.map((id) => facts.get(id)!.ambiguousNumber);
}

it("marks the one who had it and the one who brings it, and looks neither up by it", async () => {
  await bench.importText(debtsCsv({}));
  expect(await bench.debtorIdByPhone("+573001234567")).not.toBeNull();
  const records = bench.entries.length;
  await bench.importText(
    debtsCsv(
      { external_id: "C-2", name: "Luis", phone: "+57 300 123 4567", reference: "F-2" },
      { external_id: "C-3", name: "Eva", phone: "3009998877", reference: "F-3" },
    ),
  );
  expect(await flags()).toEqual([true, true, false]);
  expect(bench.typesSince(records).filter((type) => type === "number.shared")).toHaveLength(2);
  expect(await bench.debtorIdByPhone("+573001234567")).toBeNull();
});

it("uses it again once a file says whose it is", async () => {
  const records = bench.entries.length;
  await bench.importText(debtsCsv({ external_id: "C-2", name: "Luis", phone: "3011112233", reference: "F-2" }));
  expect(await flags()).toEqual([false, false, false]);
  expect(bench.typesSince(records).filter((type) => type === "number.cleared")).toHaveLength(2);
  const [ana] = await bench.dump("debtor");
  expect(await bench.debtorIdByPhone("+573001234567")).toBe(ana!["id"]);
});
