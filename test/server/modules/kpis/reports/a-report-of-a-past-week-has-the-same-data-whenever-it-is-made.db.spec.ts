import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { ReportData, ReportRunView } from "../../../../../server/contract/kpis/reports.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { DAY } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

interface Opened {
  readonly run: ReportRunView;
  readonly title: string;
  readonly html: string;
  readonly data: ReportData;
}

/** On paper. In the week of Monday 16 November 500 come in on Friday the 20th; in the one after, 200 on Tuesday, valued in the week before. */
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([
      { id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08", phone: "+573001110001" },
      { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-18", phone: "+573001110002" },
    ]),
  });
  await pay("P-1", "F-2", "500.00");
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const pay = (externalId: string, debtReference: string, amount: string) =>
  desk.admin.call("POST", "/api/payments", { externalId, debtReference, amount, currency: "COP", valueDate: "2026-11-20" });
const make = (body: object) => desk.admin.call<ReportRunView>("POST", "/api/reports", body);
const open = (id: string, lang = "en") => desk.admin.call<Opened>("GET", `/api/reports/${id}?lang=${lang}`);

let then: ReportRunView;

it("tells the week as it was known when it ended", async () => {
  await desk.clock.runFor(4 * DAY);
  await pay("P-2", "F-1", "200.00");
  await desk.app.get(Projector).catchUp(desk.account.id);
  then = await make({ kind: "weekly" });
  expect(then).toMatchObject({ kind: "weekly", from: "2026-11-16", to: "2026-11-22", cause: "asked", sameAs: null });
  expect(then.asOf).toBe("2026-11-23T04:59:59.999Z");
  const { data } = await open(then.id);
  expect(data.figures.find(({ id }) => id === "collected.total")?.values[0]?.now).toMatchObject({ text: "500.00", currency: "COP" });
  expect(data.collected[0]?.days.map(({ day, minor }) => [day, minor])).toContainEqual(["2026-11-20", 50_000]);
  expect(data.ages).toMatchObject([{ currency: "COP", debts: 1, balanceMinor: 100_000, overdueMinor: 100_000 }]);
});

it("tells the same again, byte by byte, and something else as known now", async () => {
  const again = await make({ kind: "weekly", day: "2026-11-18" });
  expect(again).toMatchObject({ hash: then.hash, sameAs: then.id });
  const now = await make({ kind: "weekly", day: "2026-11-18", known: "now" });
  expect(now.hash).not.toBe(then.hash);
  const { data } = await open(now.id);
  expect(data.figures.find(({ id }) => id === "collected.total")?.values[0]?.now.text).toBe("700.00");
  const { items } = await desk.admin.call<{ items: ReportRunView[] }>("GET", "/api/reports?kind=weekly");
  expect(items.map(({ id }) => id)).toEqual([now.id, again.id, then.id]);
});

it("speaks each reader's language, with the money first", async () => {
  expect((await open(then.id)).html).toContain("COP\u00a0500 came in");
  expect((await open(then.id)).html).toMatch(/Promises kept, by amount(, COP)?</);
  expect((await open(then.id)).html).toContain("Cost of what was recovered, COP");
  expect((await open(then.id, "es")).html).toContain("Entraron COP\u00a0500");
  expect((await open(then.id, "pt-BR")).title).toMatch(/^Desempenho semanal, 16/);
  for (const lang of ["en", "es", "pt-BR"]) expect((await open(then.id, lang)).html).not.toMatch(/undefined|null|NaN|\{\w+\}|<script/);
});

it("a month tells its segments, what it cost, what was changed and by whom, the same each time", async () => {
  const body = { kind: "monthly", day: "2026-11-18", known: "now" };
  await desk.admin.call("PUT", "/api/metrics/recovery.period/objective", { from: 60, to: null, attention: 20, reason: "lo acordado" });
  await desk.admin.call("POST", "/api/costs", { kind: "tools", amount: "30.00", currency: "COP", from: "2026-11-01", to: "2026-11-30" });
  await desk.app.get(Projector).catchUp(desk.account.id);
  const run = await make(body);
  const { data, html } = await open(run.id);
  const { sections } = data;
  const [segments, cadences, templates] = sections!.cuts;
  expect([segments!.by, cadences!.by, templates!.by]).toEqual(["segment", "cadence", "template"]);
  const owed = Object.fromEntries(segments!.rows.map(({ value, values }) => [String(value), values[0]![0]?.text]));
  // Ana owes 800 of a debt that fell due on the 8th.
  expect(owed["d1_30"]).toBe("800.00");
  expect(sections!.costs).toMatchObject([{ currency: "COP", whole: false, known: 3_000 }]);
  expect(sections!.changes).toContainEqual(expect.objectContaining({ type: "objective.set", subject: "recovery.period", actor: "user:1" }));
  expect(sections!.attention).toBeNull();
  expect(html).toContain("What changed, and what it did");
  expect(html).toMatch(/Objective set: Recovery rate[^<]*<\/td><td>Laura/);
  expect((await make({ ...body, known: "then" })).hash).toBe((await make({ ...body, known: "then" })).hash);
});

it("a week names what needs attention with its owner, and the score-card sets volume beside what came of it", async () => {
  const week = await open((await make({ kind: "weekly", day: "2026-11-18" })).id, "es");
  expect(week.data.sections).toMatchObject({ cuts: [], costs: null, changes: null });
  expect(week.html).toContain("Qué pide atención y quién lo tiene");
  const card = await open((await make({ kind: "agents", day: "2026-11-18" })).id, "pt-BR");
  expect(card.title).toMatch(/^Placar dos agentes, 16/);
  expect(card.data.sections?.cuts[0]?.figures.map(({ id }) => id)).toEqual([
    "work.productivity",
    "contact.successful.attempts",
    "promises.kept.count",
    "response.within-4-hours",
  ]);
  expect(card.html).toContain("Volume ao lado do que resultou, por agente");
});

it("says what is wrong with what is asked for", async () => {
  await expect(make({ kind: "weekly", day: "2026-12-21" })).rejects.toThrow(/report\.not_begun/);
  await expect(make({ kind: "yearly" })).rejects.toThrow(/kind/);
  await expect(open("0193aaaa-0000-7000-8000-0000000000ff")).rejects.toThrow(/report\.not_found/);
});
