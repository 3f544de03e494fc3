import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { promisingDesk, type PromisingDesk } from "./support/promising-desk.js";

let desk: PromisingDesk;
beforeAll(async () => {
  desk = await promisingDesk(["one", "two"]);
});
afterAll(() => desk?.close());

test("it is listed with its day, the days of grace and who recorded it, and its debt is held", async () => {
  const made = await desk.promise("one", "386390.00", "2026-11-30");
  expect(made).toMatchObject({
    state: "active",
    amount: { minor: 38_639_000, currency: "COP" },
    paid: { minor: 0, currency: "COP" },
    dueDate: "2026-11-30",
    lastDay: "2026-12-02",
    debts: [{ reference: "R-one" }],
    source: "agent",
    by: "user:2",
    endedAt: null,
  });
  // Nobody wrote in the last 24 hours: nothing can be confirmed in free text.
  expect(made.confirmed).toBe(false);
  expect((await desk.promises("one")).items.map((item) => ({ ...item, confirmed: false }))).toEqual([made]);
  expect(await desk.holds("one")).toEqual(["promise"]);
});

test("recorded twice it is one, and another takes its place", async () => {
  await desk.promise("one", "386390.00", "2026-11-30");
  expect((await desk.promises("one")).items).toHaveLength(1);
  await desk.promise("one", "200000.00", "2026-11-27");
  expect((await desk.promises("one")).items.map(({ state }) => state)).toEqual(["active", "superseded"]);
  expect(await desk.holds("one")).toEqual(["promise"]);
});

test("cancelled with a reason its debt is chased again; what is over cannot be cancelled", async () => {
  const [active, before] = (await desk.promises("one")).items;
  const agent = await desk.agent();
  const cancel = (id: string | undefined) => agent.call("POST", `/api/promises/${id}/cancel`, { reason: "llamó y retiró su promesa" });
  expect(await cancel(active?.id)).toMatchObject({ state: "cancelled", note: "llamó y retiró su promesa" });
  expect(await cancel(active?.id)).toMatchObject({ state: "cancelled" });
  expect(await desk.holds("one")).toEqual([]);
  await expect(cancel(before?.id)).rejects.toThrow("promise.over");
  expect((await desk.journal("one")).filter((type) => type === "promise.cancelled")).toHaveLength(1);
});

test("the reason is sealed: neither the table nor the clear part of the journal shows it", async () => {
  const rows = await desk.db.rows<{ note_sealed: string | null }>("select note_sealed from promise where account_id = ?", [
    desk.account.id,
  ]);
  const records = await desk.db.rows("select payload from journal_record where account_id = ? and type = 'promise.cancelled'", [
    desk.account.id,
  ]);
  expect(rows.some((row) => row.note_sealed !== null)).toBe(true);
  expect(JSON.stringify([rows, records])).not.toContain("retiró");
});

test.each([
  ["promise.date_past", "1000.00", "2026-11-19"],
  ["promise.date_too_far", "1000.00", "2026-12-22"],
  ["promise.amount_zero", "0.00", "2026-11-27"],
  ["promise.too_much", "386390.01", "2026-11-27"],
])("%s is refused with field and remedy, and nothing is written", async (code, amount, date) => {
  await expect(desk.promise("two", amount, date)).rejects.toThrow(code);
  expect((await desk.promises("two")).items).toEqual([]);
});

test("a debt in dispute is not promised", async () => {
  const agent = await desk.agent();
  await agent.call("POST", `/api/debtors/${desk.publicId("two")}/holds`, { reason: "dispute", note: "reclama intereses" });
  await expect(desk.promise("two", "1000.00", "2026-11-27")).rejects.toThrow("promise.nothing_due");
  expect((await desk.promises("two")).debts).toEqual([]);
});
