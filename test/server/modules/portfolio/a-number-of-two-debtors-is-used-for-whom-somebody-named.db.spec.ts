import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { NumberOwners } from "../../../../server/modules/portfolio/number-owners.service.js";
import { NumberOwnersView } from "../../../../server/modules/portfolio/number-owners.view.js";
import { type Bench, debtsCsv, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;
beforeAll(async () => {
  bench = await openPortfolio();
  await bench.importText(FILE);
});
afterAll(() => bench.close());

const NUMBER = "+573001234567";
const FILE = debtsCsv(
  {},
  { external_id: "C-2", name: "Luis Gómez", reference: "F-2" },
  { external_id: "C-3", phone: "3005550003", reference: "F-3" },
);

it("lists the number masked, with everybody it is given to", async () => {
  const { items, total } = await list();
  expect(total).toBe(1);
  expect(items).toMatchObject([
    { masked: "••• 4567", assignedTo: null, debtors: [{ name: "Ana Pérez", externalId: "C-1" }, { externalId: "C-2" }] },
  ]);
  expect(await whose()).toBeNull();
});

it("is used for the named debtor only, and files that say otherwise change nothing", async () => {
  const since = bench.entries.length;
  await assign("C-2");
  expect(await whose()).toBe("C-2");
  expect(await ambiguous()).toEqual([]);
  expect(bench.typesSince(since)).toEqual(expect.arrayContaining(["number.assigned", "number.denied", "number.cleared"]));
  expect(await list()).toMatchObject({ total: 1, items: [{ debtors: [{}, {}] }] });
  expect(await bench.importText(FILE)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  await bench.importText(debtsCsv({ external_id: "C-8", name: "Tercera", reference: "F-8" }));
  expect(await whose()).toBe("C-2");
  expect(await ambiguous()).toEqual([]);
});

it("a new word takes the first one back", async () => {
  const before = await bench.db.row<{ n: number }>("select count(*) as n from contact_point where account_id = ?", [bench.accountId]);
  await assign("C-1");
  expect(await whose()).toBe("C-1");
  expect(await bench.db.row("select count(*) as n from contact_point where account_id = ?", [bench.accountId])).toEqual(before);
  expect((await list()).items).toMatchObject([{ assignedTo: await publicIdOf("C-1") }]);
});

it("cannot be given to somebody no file gives it to, nor by another account", async () => {
  await expect(assign("C-3")).rejects.toMatchObject({ code: "number.not_theirs", detail: { field: "debtorId" } });
  const { id } = (await list()).items[0]!;
  const foreign = bench.app.get(NumberOwners).assign(bench.otherAccountId, id, await publicIdOf("C-1"), "no es de aquí", bench.otherActor);
  await expect(foreign).rejects.toMatchObject({ code: "number.not_found" });
});

function list() {
  return bench.app.get(NumberOwnersView).list(bench.accountId, { limit: 10 });
}

async function assign(externalId: string) {
  const { id } = (await list()).items[0]!;
  return bench.app.get(NumberOwners).assign(bench.accountId, id, await publicIdOf(externalId), "lo confirmó por teléfono", bench.actor);
}

async function whose(): Promise<string | null> {
  const id = await bench.debtorIdByPhone(NUMBER);
  const row = await bench.db.row<{ external_id: string }>("select external_id from debtor where account_id = ? and id = ?", [
    bench.accountId,
    id ?? 0,
  ]);
  return row?.external_id ?? null;
}

function ambiguous() {
  return bench.db.rows("select external_id from debtor where account_id = ? and ambiguous_number = 1", [bench.accountId]);
}

async function publicIdOf(externalId: string): Promise<string> {
  const row = await bench.db.row<{ public_id: string }>("select public_id from debtor where account_id = ? and external_id = ?", [
    bench.accountId,
    externalId,
  ]);
  return row!.public_id;
}
