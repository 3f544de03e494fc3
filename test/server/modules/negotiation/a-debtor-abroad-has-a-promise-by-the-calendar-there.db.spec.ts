import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { DebtorPromises, PromiseView } from "../../../../server/contract/negotiation.contract.js";
import type { SaldoClient } from "../../../../server/demo/saldo-client.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../support/desk.js";

/** An account in Bogotá, with a debtor at home and one in Mexico, nobody knows where. */
let desk: Desk;
let agent: SaldoClient;
let ids: Map<string, string>;
beforeAll(async () => {
  const debts = debtsFile([
    { id: "home", reference: "R-1", phone: "+573005551000" },
    { id: "abroad", reference: "R-2", phone: "+525512345678", country: "MX" },
  ]);
  desk = await openDesk({ debts, ticks: "none" });
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors?limit=200");
  ids = new Map(items.map(({ id, externalId }) => [externalId, id]));
  // Half past midnight in Bogotá, half past eleven in Mexico City.
  await desk.clock.runUntil(Date.parse("2026-11-21T05:30:00Z"));
  agent = await desk.signIn(TOKENS.agent);
});
afterAll(() => desk?.close());

const promise = (who: string, date: string) =>
  agent.call<PromiseView>("POST", `/api/debtors/${ids.get(who)}/promises`, { amount: "1000.00", currency: "COP", date });

test("today is the debtor's", async () => {
  const today = async (who: string) => (await agent.call<DebtorPromises>("GET", `/api/debtors/${ids.get(who)}/promises`)).today;
  expect([await today("home"), await today("abroad")]).toEqual(["2026-11-21", "2026-11-20"]);
  expect(await promise("abroad", "2026-11-20")).toMatchObject({ state: "active", lastDay: "2026-11-24" });
});

test("the days of grace are those on which banks are open there, to the last midnight it may be", async () => {
  // 8 December is a holiday in Colombia and none in Mexico.
  expect(await promise("home", "2026-12-07")).toMatchObject({ lastDay: "2026-12-10" });
  expect(await promise("abroad", "2026-12-07")).toMatchObject({ lastDay: "2026-12-09" });
  const rows = await desk.db.rows<{ external_id: string; until_at: number }>(
    `select d.external_id, h.until_at from hold h join debtor d on d.account_id = h.account_id and d.id = h.debtor_id
      where h.account_id = ? and h.reason = 'promise' and h.released_at is null order by d.id`,
    [desk.account.id],
  );
  expect(rows.map(({ external_id, until_at }) => `${external_id} ${new Date(until_at).toISOString()}`)).toEqual([
    "home 2026-12-11T05:00:00.000Z",
    "abroad 2026-12-10T08:00:00.000Z",
  ]);
});
