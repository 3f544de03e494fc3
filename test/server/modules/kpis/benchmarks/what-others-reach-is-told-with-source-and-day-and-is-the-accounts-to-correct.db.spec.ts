import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { BenchmarksView } from "../../../../../server/contract/kpis/benchmarks.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

const PATH = "/api/benchmarks";
const KEY = "recovery.time.mean/person";
const MINE = { from: null, to: 20, source: "Cámara del sector", dated: "2026-06-30", reason: "más cercana a nosotros" };
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none", debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-10-27" }]) });
  // Twenty-four days after it fell due.
  await desk.admin.call("POST", "/api/payments", {
    externalId: "P-1",
    debtReference: "F-1",
    amount: "1000.00",
    currency: "COP",
    valueDate: "2026-11-20",
  });
  await desk.clock.runFor(SECOND);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const items = async (lang = "en") => (await desk.admin.call<BenchmarksView>("GET", `${PATH}?lang=${lang}`)).items;
const one = async (key = KEY, lang = "en") => (await items(lang)).find((item) => item.key === key);
const records = async (type: string) =>
  (await desk.admin.call<{ items: { title: string; payload: object; personal: object }[] }>("GET", `/api/journal?type=${type}&lang=en`))
    .items;

test("published ones are told for whom they hold, with source, day and this month's distance", async () => {
  expect(await one(KEY, "pt-BR")).toMatchObject({
    metric: "recovery.time.mean",
    from: 12,
    to: 18,
    of: "pessoas",
    dated: "2026-11-22",
    own: null,
    hidden: false,
    gaps: [{ currency: null, gap: { state: "missed", side: "above", bound: 18, by: "6" } }],
  });
  expect(await one("recovery.by-day-30/traditional", "es")).toMatchObject({ from: 40, to: 60, of: "llamadas y cartas", gaps: [] });
});

test("the account's own stands in its place, and the record says old, new, source and why", async () => {
  await desk.admin.call("PUT", PATH, { key: KEY, ...MINE });
  expect(await one()).toMatchObject({
    from: null,
    to: 20,
    source: "Cámara del sector",
    dated: "2026-06-30",
    own: { setBy: "user:1" },
    published: { from: 12, to: 18 },
    gaps: [{ gap: { by: "4" } }],
  });
  expect((await records("benchmark.set"))[0]).toMatchObject({
    title: expect.stringMatching(/20 and less \(Cámara del sector, 30.Jun.2026\)/),
    payload: { benchmark: KEY, before: { from: 12, to: 18 } },
    personal: { note: "más cercana a nosotros" },
  });
});

test("others are added, taken out and, where they were published, shown again", async () => {
  const added = await desk.admin.call<BenchmarksView>("POST", PATH, { metric: "recovery.time.mean", ...MINE, to: 24, label: "muebles" });
  const mine = added.items.find(({ of }) => of === "muebles")!;
  expect(mine.gaps).toMatchObject([{ gap: { state: "met" } }]);
  const why = { reason: "de otro sector" };
  await desk.admin.call("POST", `${PATH}/remove`, { key: mine.key, ...why });
  expect(await one(mine.key)).toBeUndefined();
  await desk.admin.call("POST", `${PATH}/remove`, { key: KEY, ...why });
  expect(await one()).toMatchObject({ hidden: true, to: 20 });
  await desk.admin.call("POST", `${PATH}/reset`, { key: KEY, ...why });
  expect(await one()).toMatchObject({ hidden: false, own: null, to: 18 });
  expect(await records("benchmark.removed")).toHaveLength(2);
  await expect(desk.admin.call("POST", `${PATH}/reset`, { key: KEY, ...why })).rejects.toThrow(/benchmark\.not_own/);
});

test("without an end, backwards, of a day to come, of an amount or of nothing known it is refused; an agent sets none", async () => {
  const set = (body: object) => desk.admin.call("PUT", PATH, { key: KEY, ...MINE, ...body });
  await expect(set({ to: null })).rejects.toThrow(/benchmark\.empty/);
  await expect(set({ from: 30 })).rejects.toThrow(/benchmark\.backwards/);
  await expect(set({ to: 20.0005 })).rejects.toThrow(/benchmark\.too_fine/);
  await expect(set({ dated: "2026-11-21" })).rejects.toThrow(/benchmark\.in_the_future/);
  await expect(set({ key: "no-such" })).rejects.toThrow(/benchmark\.not_found/);
  await expect(desk.admin.call("POST", PATH, { metric: "collected.total", ...MINE })).rejects.toThrow(/benchmark\.of_amount/);
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("PUT", PATH, { key: KEY, ...MINE })).rejects.toThrow(/403|access\.denied/);
  expect((await one())!.own).toBeNull();
});
