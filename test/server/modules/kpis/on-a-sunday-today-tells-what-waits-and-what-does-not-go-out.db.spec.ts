import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TodayView } from "../../../../server/contract/kpis.contract.js";
import type { ContactOutlook } from "../../../../server/contract/cadences.contract.js";
import { addDays } from "../../../../server/shared/calendar.js";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

const SUNDAY = "2026-11-22";
const DEBTS = debtsFile([
  { id: "waits", reference: "R-1", dueDate: addDays(SUNDAY, -12) },
  { id: "waits-too", reference: "R-2", dueDate: addDays(SUNDAY, -12) },
  { id: "never-asked", reference: "R-3", dueDate: addDays(SUNDAY, -12), consent: "" },
]);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ start: Date.parse("2026-11-22T15:00:00Z"), debts: DEBTS });
});
afterAll(() => desk?.close());

const read = (query: string) => desk.admin.call<TodayView>("GET", `/api/today?lang=en&${query}`);

test("nothing may go out, and it is said when the first may", async () => {
  const today = await desk.today();
  expect(today.counts).toMatchObject({ due: 3, allowed: 0, later: 2, denied: 1 });
  // Monday, seven o'clock in Bogotá.
  expect(today.opensAt).toBe("2026-11-23T12:00:00.000Z");
});

test("what a rule keeps back is told apart, waiting or not, and its rows can be read alone", async () => {
  const { deniedBy } = await desk.today();
  const hours = deniedBy.find(({ rule }) => rule.endsWith("/hours"));
  const consent = deniedBy.find(({ rule }) => rule.endsWith("/authorised_channel"));
  expect([hours, consent]).toMatchObject([
    { count: 2, later: 2 },
    { count: 1, later: 0 },
  ]);
  const waiting = await read(`state=later&rule=${encodeURIComponent(hours!.rule)}`);
  expect(waiting.items.map(({ state }) => state)).toEqual(["later", "later"]);
  expect(await read(`state=denied&rule=${encodeURIComponent(hours!.rule)}`)).toMatchObject({ items: [], counts: { due: 3 } });
  expect((await read(`rule=${encodeURIComponent(consent!.rule)}`)).items.map(({ state }) => state)).toEqual(["denied"]);
});

test("the debtor's calendar calls a Sunday by its name", async () => {
  const [waiting] = (await read("state=later")).items;
  const outlook = async (lang: string) =>
    (await desk.admin.call<ContactOutlook>("GET", `/api/debtors/${waiting!.debtorId}/outlook?lang=${lang}`)).days[0]!.cells[0];
  expect(await outlook("en")).toMatchObject({ channel: "whatsapp", state: "closed", note: "Sunday" });
  expect(await outlook("pt-BR")).toMatchObject({ note: "Domingo" });
});
