import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type {
  OverviewCount,
  OverviewDenials,
  OverviewFunnel,
  OverviewToday,
} from "../../../../../server/contract/kpis/overview.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY, HOUR, type Instant, toIso } from "../../../../../server/shared/instant.js";
import { plannedDesk, type PlannedDesk } from "../../../../scenarios/support/planned-desk.js";

/**
 * On paper. Friday 20 November, Bogotá. Ten o'clock: Ana and Beto are written to, Carla never allowed it, and Dora was written to by Diego.
 * Ana answers at eleven and promises at noon; Beto's 500 come at one. On Saturday at one nothing has happened but a payment of 100 by Ana.
 */
let desk: PlannedDesk;
let friday: Instant;
let fridayNoon: Instant;
const ANA = "+573005550201";
beforeAll(async () => {
  desk = await plannedDesk([
    { id: "ana", name: "Ana Uno", phone: ANA, reference: "R-1", balance: "1000.00" },
    { id: "beto", name: "Beto Dos", phone: "+573005550202", reference: "R-2", balance: "500.00" },
    { id: "carla", name: "Carla Tres", phone: "+573005550203", reference: "R-3", consent: "" },
    { id: "dora", name: "Dora Cuatro", phone: "+573005550204", reference: "R-4" },
  ]);
  await desk.prepare();
  const dora = desk.sandbox.conversations.find((row) => desk.sandbox.contacts.get(row.contactId)?.phoneNumber === "+573005550204");
  await desk.agent(`conversations/${dora?.displayId}/messages`, { content: "Buenos días, ¿cómo va su pago?" });
  await desk.round();
  await desk.round();
  const ten = desk.clock.now();
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "Recordarme después" });
  await desk.clock.runFor(HOUR);
  fridayNoon = ten + 2 * HOUR - 1;
  desk.sandbox.playDebtor({ accountId: 1, phone: ANA, text: "el 24" });
  await desk.clock.runFor(HOUR);
  await pay("P-1", "R-2", "500.00");
  friday = desk.clock.now();
  await desk.clock.runFor(DAY);
  await pay("P-2", "R-1", "100.00");
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const pay = (externalId: string, debtReference: string, amount: string) =>
  desk.admin.call("POST", "/api/payments", { externalId, debtReference, amount, currency: "COP", valueDate: "2026-11-20" });
const today = (asOf?: Instant) =>
  desk.admin.call<OverviewToday>("GET", `/api/overview/today${asOf === undefined ? "" : `?asOf=${toIso(asOf)}`}`);
const totals = ({ counts }: OverviewToday) => Object.fromEntries(counts.map(({ name, total }) => [name, total]));
const of = ({ counts }: OverviewToday, name: OverviewCount["name"]) => counts.find((count) => count.name === name)!;
const hoursOf = (view: OverviewToday, name: OverviewCount["name"]) =>
  Object.fromEntries(of(view, name).hours.flatMap((n, hour) => (n === 0 ? [] : [[hour, n]])));

it("Friday, as it was known on Friday at one", async () => {
  const view = await today(friday);
  expect(view).toMatchObject({ date: "2026-11-20", zone: "America/Bogota", answeredOfContacted: 1, dropped: 1, moved: 1 });
  expect(totals(view)).toEqual({ contacted: 3, answered: 1, promised: 1, paid: 1, escalated: 0, denied: 2 });
  expect(hoursOf(view, "contacted")).toEqual({ 10: 3 });
  expect(hoursOf(view, "answered")).toEqual({ 11: 1 });
  expect(hoursOf(view, "promised")).toEqual({ 12: 1 });
  expect(hoursOf(view, "paid")).toEqual({ 13: 1 });
  expect(hoursOf(view, "denied")).toEqual({ 10: 2 });
  expect(of(view, "promised").amounts).toEqual([{ currency: "COP", minor: 100_000 }]);
  expect(of(view, "paid").amounts).toEqual([{ currency: "COP", minor: 50_000 }]);
});

it("what came later that day was not known at noon", async () => {
  expect(totals(await today(fridayNoon))).toMatchObject({ contacted: 3, answered: 1, promised: 0, paid: 0 });
});

it("Saturday has its own payment, beside the same time on Friday and a week before", async () => {
  const view = await today();
  expect(totals(view)).toMatchObject({ contacted: 0, answered: 0, promised: 0, paid: 1 });
  expect(of(view, "paid").amounts).toEqual([{ currency: "COP", minor: 10_000 }]);
  expect(of(view, "contacted")).toMatchObject({ yesterday: 3, weekAgo: 0 });
  expect(of(view, "paid")).toMatchObject({ yesterday: 1, weekAgo: 0 });
});

it("the month's way from planned to paid counts each debtor once, and tells what went another way", async () => {
  const funnel = await desk.admin.call<OverviewFunnel>("GET", "/api/overview/funnel?from=2026-11-01&to=2026-11-30");
  expect(Object.fromEntries(funnel.steps.map(({ step, debtors }) => [step, debtors]))).toEqual({
    planned: 4,
    contacted: 3,
    delivered: 2,
    read: 2,
    answered: 1,
    agreed: 1,
    paid: 1,
  });
  // Carla was kept back; Beto paid without having agreed to anything.
  expect(funnel).toMatchObject({ keptBack: 1, agreedOtherwise: 0, paidOtherwise: 1 });
});

it("denials are told by rule with its source, and what was moved apart from what is not sent", async () => {
  const denials = await desk.admin.call<OverviewDenials>("GET", "/api/overview/denials?from=2026-11-20&to=2026-11-20");
  expect(denials).toMatchObject({ moved: 1, dropped: 1 });
  expect(denials.rules).toEqual([
    expect.objectContaining({ rule: "CO-2300/authorised_channel", moved: 0, dropped: 1, class: "law" }),
    expect.objectContaining({ rule: "CO-2300/one_contact_a_day", moved: 1, dropped: 0, source: expect.stringContaining("Ley 2300") }),
  ]);
  expect(await desk.admin.call("GET", "/api/overview/denials?from=2026-11-21&to=2026-11-22")).toMatchObject({ moved: 0, rules: [] });
});
