import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { plannedDesk, type PlannedDesk } from "../support/planned-desk.js";

let desk: PlannedDesk;
beforeAll(async () => {
  desk = await plannedDesk([
    { id: "paid", name: "Ana Paga", reference: "R-1" },
    { id: "part", name: "Berta Parte", reference: "R-2" },
    { id: "held", name: "Carla Espera", reference: "R-3" },
    { id: "one-of-two", name: "Dora Doble", phone: "+573005550044", reference: "R-4" },
    { id: "one-of-two", name: "Dora Doble", phone: "+573005550044", reference: "R-5", balance: "50000.00" },
    { id: "stop", name: "Elena Basta", phone: "+573005550055", reference: "R-6" },
    { id: "ended", name: "Flor Libre", reference: "R-7" },
    { id: "plain", name: "Gina Simple", reference: "R-8" },
  ]);
  await desk.prepare();
});
afterAll(() => desk?.close());

test("all were planned, and allowed when they were planned", async () => {
  const rows = await desk.planned();
  expect(rows.map(({ state, verdict }) => `${state} ${verdict}`)).toEqual(Array.from({ length: 7 }, () => "planned allow"));
});

test("then money comes, holds are placed and somebody opts out, and the round comes after it", async () => {
  const { admin, clock, sandbox } = desk;
  const pay = (externalId: string, debtReference: string, amount: string) =>
    admin.call("POST", "/api/payments", { externalId, debtReference, amount, currency: "COP", valueDate: "2026-11-20" });
  await pay("P-1", "R-1", "386400.00");
  await pay("P-2", "R-2", "86400.00");
  await admin.call("POST", `/api/debtors/${(await desk.debtor("held")).public_id}/holds`, { reason: "dispute", note: "disputes it" });
  const debts = await desk.db.rows<{ public_id: string; reference: string }>("select public_id, reference from debt where account_id = ?", [
    desk.account.id,
  ]);
  const debtId = debts.find(({ reference }) => reference === "R-4")?.public_id;
  await admin.call("POST", `/api/debtors/${(await desk.debtor("one-of-two")).public_id}/holds`, { reason: "manual", debtId });
  const until = new Date(clock.now() + 5_000).toISOString();
  const ended = debts.find(({ reference }) => reference === "R-7")?.public_id;
  await admin.call("POST", `/api/debtors/${(await desk.debtor("ended")).public_id}/holds`, { reason: "manual", debtId: ended, until });
  sandbox.playDebtor({ accountId: 1, phone: "+573005550055", text: "No me escriban más" });
  await clock.runFor(10_000);
  await desk.round();
  await clock.runFor(10_000);
  await desk.round();

  const rows = new Map((await desk.planned()).map((row) => [row.external_id, row]));
  expect(rows.get("paid")).toMatchObject({ state: "cancelled", reason: "nothing_owed" });
  expect(rows.get("held")).toMatchObject({ state: "suppressed", verdict: "deny" });
  expect(rows.get("held")?.verdict_rule).toMatch(/hold/);
  expect(rows.get("stop")).toMatchObject({ state: "cancelled", reason: "opted_out" });
  for (const who of ["part", "one-of-two", "ended", "plain"])
    expect(["accepted", "at_whatsapp", "delivered", "read"]).toContain(rows.get(who)?.state);
});

test("what went out speaks of what is owed now and of no held debt; an ended hold holds nothing", () => {
  const said = (name: string) =>
    desk
      .sent()
      .filter(({ content }) => content.includes(name))
      .map(({ content }) => content);
  expect(said("Ana")).toEqual([]);
  expect(said("Carla")).toEqual([]);
  expect(said("Berta")).toEqual([expect.stringContaining("300.000")]);
  expect(said("Dora")).toEqual([expect.stringContaining("50.000")]);
  expect(said("Dora")[0]).not.toContain("386.400");
  expect(said("Flor")).toEqual([expect.stringContaining("386.400")]);
  expect(said("Gina")).toHaveLength(1);
});

test("each restraint is on the record with its reason", async () => {
  const records = await desk.journal("message.cancelled", "message.denied");
  const of = async (who: string) => {
    const { id } = await desk.debtor(who);
    return records
      .filter(({ debtor_id }) => debtor_id === id)
      .map(({ type, payload }) => ({ type, reason: payload["reason"], decision: payload["decision"] }));
  };
  expect(await of("paid")).toMatchObject([{ type: "message.cancelled", reason: "nothing_owed" }]);
  expect(await of("stop")).toMatchObject([{ type: "message.cancelled", reason: "opted_out" }]);
  expect(await of("held")).toMatchObject([{ type: "message.denied", decision: { verdict: "deny" } }]);
});
