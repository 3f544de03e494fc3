import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Journal } from "../../../../../server/modules/journal/index.js";
import { PortfolioStanding, Projector } from "../../../../../server/modules/kpis/index.js";
import { CohortSums } from "../../../../../server/modules/kpis/measures/cohorts/cohort-sums.view.js";
import { Cohorts, type CollectedDay } from "../../../../../server/modules/kpis/measures/cohorts/cohorts.view.js";
import { ContactMeasures } from "../../../../../server/modules/kpis/measures/contact-measures.view.js";
import { DebtMeasures } from "../../../../../server/modules/kpis/measures/debt-measures.view.js";
import { datedEdgesOf, edgesOf, type Question, together } from "../../../../../server/modules/kpis/measures/domain/counted.js";
import { PeopleCounts } from "../../../../../server/modules/kpis/measures/people-counts.reader.js";
import { DenialsPage } from "../../../../../server/modules/kpis/overview/denials.view.js";
import { FunnelRows } from "../../../../../server/modules/kpis/overview/funnel-rows.view.js";
import { MoneyMeasures } from "../../../../../server/modules/kpis/measures/money-measures.view.js";
import { type ReportingPeriod, reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";
import { DayClosings } from "../../../../../server/modules/kpis/projections/closings/day-closings.store.js";
import {
  STANDARD_PERIODS,
  type StandardPeriod,
  startOfStandard,
} from "../../../../../server/modules/kpis/projections/tallies/domain/standard-period.js";
import { accountDay } from "../../../../../server/modules/kpis/projections/domain/account-day.js";
import { AccountMoves } from "../../../../../server/modules/kpis/projections/moves/account-moves.view.js";
import { movesAdded, type MoveSum } from "../../../../../server/modules/kpis/projections/moves/domain/moves-added.js";
import { MovesAt } from "../../../../../server/modules/kpis/projections/moves/moves-at.view.js";
import { StandingAt } from "../../../../../server/modules/kpis/projections/closings/standing-at.view.js";
import { system } from "../../../../../server/shared/actor.js";
import { addDays, type CalendarDate, monthStart } from "../../../../../server/shared/calendar.js";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";
import { localDate } from "../../../../../server/shared/zone.js";
import { type Desk, openDesk } from "../../../../support/desk.js";
import { liveMoneyStory, moneyStep, type MoneyWorld } from "../../payments/support/money-story.js";
import { LIVE_MEASURES, liveCounts, type LiveCounts } from "./support/live-counts.js";

const ZONE = "America/Bogota";
const RULES = ["CO/hours", "CO/cap", "MX/hours", "MX/cap"] as const;
let desk: Desk;
let world: MoneyWorld;
let serial = 0;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none" });
  const actor = { kind: "person", accountId: desk.account.id, hostUserId: 1, role: "administrator" } as const;
  world = { app: desk.app, clock: desk.clock, accountId: desk.account.id, actor };
});
afterAll(() => desk?.close());

/** What became of one of the last attempts, or a new one, or one that was not made; told so many hours after it happened. */
const contact = fc.record({
  what: fc.constantFrom("begun", "accepted", "delivered", "read", "failed", "reply", "denied", "deferred", "promised", "kept", "cancelled"),
  which: fc.nat(3),
  late: fc.constantFrom(0, 0, 5, 30),
});
const life = fc.array(
  fc.record({
    money: moneyStep,
    contacts: fc.array(contact, { maxLength: 4 }),
    pause: fc.integer({ min: 1, max: 45 }),
    taken: fc.boolean(),
  }),
  {
    minLength: 3,
    maxLength: 8,
  },
);

async function tell(story: number, refs: string[], contacts: readonly { what: string; which: number; late: number }[]): Promise<void> {
  const [debtor] = await desk.db.rows<{ id: number }>("select id from debtor where account_id = ? order by id desc limit 1", [
    desk.account.id,
  ]);
  if (!debtor) return;
  await desk.db.inUnitOfWork("test", async () => {
    for (const { what, which, late } of contacts) {
      if (["promised", "kept", "cancelled"].includes(what)) {
        agree(story, debtor.id, what, which);
        continue;
      }
      if (what === "begun") refs.push(`${story}-${refs.length}`);
      const ref = what === "begun" ? refs.at(-1)! : refs.at(-1 - (which % Math.max(1, refs.length)));
      const type = { begun: "message.intended", reply: "reply.received" }[what] ?? `message.${what}`;
      const keptBack = what === "denied" || what === "deferred";
      if (ref === undefined && type.startsWith("message.") && !keptBack) continue;
      desk.app.get(Journal).append(desk.account.id, {
        type,
        version: 1,
        actor: system("test"),
        debtorId: debtor.id,
        at: desk.clock.now() - late * HOUR,
        payload: {
          kind: "cadence",
          conversation: 1,
          ...(keptBack ? { decision: { leading: RULES[which]! } } : {}),
          ...(ref === undefined ? {} : { ref }),
        },
      });
    }
  });
}

/** One of three promises of a debtor is made, kept or cancelled; nobody asks whether it was made before. */
function agree(story: number, debtorId: number, what: string, which: number): void {
  const payload = { promise: `${story}-${debtorId}-${which}`, dueDate: "2026-12-24", currency: "COP", amountMinor: 5_000, paidMinor: 100 };
  const type = what === "promised" ? "promise.made" : `promise.${what}`;
  desk.app.get(Journal).append(desk.account.id, { type, version: 1, actor: system("test"), debtorId, at: desk.clock.now(), payload });
}

async function added(question: Question): Promise<LiveCounts> {
  const readers = [
    desk.app.get(DebtMeasures, { strict: false }),
    desk.app.get(MoneyMeasures, { strict: false }),
    desk.app.get(ContactMeasures, { strict: false }),
  ];
  const parts = [];
  for (const reader of readers) parts.push(await reader.count(question));
  const { all, currencies, inEach } = together(parts);
  const counts: LiveCounts = {};
  for (const [currency, own] of [["", all] as const, ...currencies]) {
    for (const [measure, total] of Object.entries(own)) {
      const asked = (currency === "") !== (inEach as readonly string[]).includes(measure);
      if (asked && LIVE_MEASURES.has(measure) && total !== 0) (counts[measure] ??= {})[currency] = total;
    }
  }
  return counts;
}

function built(): Promise<unknown[]> {
  const tables = [
    "figure_tally order by grain, measure, day, currency, recorded_from",
    "debt_closing order by day, currency, stage",
    "debtor_closing order by day, currency",
    "account_opening order by period, day, currency",
    "move_closing order by period, day, currency, stage_from, stage_to, ending",
  ];
  return Promise.all(
    tables.map((table) => desk.db.rows(`select * from ${table.replace(" order", ` where account_id = ${desk.account.id} order`)}`)),
  );
}

it("in every currency to the minor unit, in whatever portions the journal came; a rebuild makes the same rows", async () => {
  const moments = fc.array(
    fc.record({ back: fc.integer({ min: 0, max: 20 * 24 * 60 }), length: fc.constantFrom(1, 2, 7, 30, ...STANDARD_PERIODS) }),
    {
      minLength: 6,
      maxLength: 8,
    },
  );
  await fc.assert(
    fc.asyncProperty(life, moments, async (steps, asked) => {
      const projector = desk.app.get(Projector);
      const story = serial++;
      const refs: string[] = [];
      let index = 0;
      await liveMoneyStory(
        world,
        story,
        steps.map(({ money }) => money),
        async () => {
          const step = steps[index++]!;
          await tell(story, refs, step.contacts);
          await desk.clock.runFor(step.pause * HOUR);
          if (step.taken) await projector.catchUp(desk.account.id);
        },
      );
      await projector.catchUp(desk.account.id);
      for (const { back, length } of [...asked, { back: 0, length: 1 }, { back: 0, length: "month" as const }]) {
        const asOf = desk.clock.now() - back * MINUTE;
        const question: Question = { accountId: desk.account.id, period: periodOf(length, localDate(ZONE, asOf), back % 2 === 0), asOf };
        const { end } = question.period;
        const { start, end: until } = edgesOf(question);
        const counted = await liveCounts(desk.db, { accountId: desk.account.id, from: question.period.start, end, start, until, asOf });
        expect(await added(question)).toEqual(counted);
        const [told, live] = [desk.app.get(StandingAt, { strict: false }), desk.app.get(PortfolioStanding)];
        const stages = (await told.byStage(desk.account.id, ZONE, asOf)).toSorted(inOrder);
        expect(stages).toEqual((await live.byStage(desk.account.id, asOf, localDate(ZONE, asOf))).toSorted(inOrder));
        const debtors = (await told.debtors(desk.account.id, ZONE, asOf)).filter(({ currency }) => currency !== "").toSorted(inOrder);
        expect(debtors).toEqual(await live.debtors(desk.account.id, asOf));
        const people = await desk.app.get(PeopleCounts, { strict: false }).of(question);
        if (people) expect(people).toEqual(await desk.app.get(FunnelRows, { strict: false }).of(question));
        const days = { from: question.period.start, to: addDays(end, -1), asOf: new Date(asOf).toISOString() };
        const { rules } = await desk.app.get(DenialsPage, { strict: false }).show(desk.account.id, days);
        const kept = rules.map(({ rule, dropped, moved }) => ({ rule, dropped, moved }));
        expect(kept.toSorted(byRule)).toEqual(await byRules(question));
        const placedFrom = monthStart(localDate(ZONE, asOf), -11);
        const cohorts = { accountId: desk.account.id, placedFrom, placedBefore: monthStart(localDate(ZONE, asOf), 1), asOf };
        const [curves, placements] = [desk.app.get(CohortSums, { strict: false }), desk.app.get(Cohorts, { strict: false })];
        expect(await curves.placed(ZONE, cohorts)).toEqual(await placements.placed(cohorts));
        const brought = (await placements.collected(cohorts, 366)).filter(({ minor }) => minor !== 0n);
        expect((await curves.collected(ZONE, cohorts)).toSorted(byCohort)).toEqual(brought.toSorted(byCohort));
        const { start: from, end: to } = datedEdgesOf(question);
        const moved = await desk.app.get(MovesAt, { strict: false }).of(desk.account.id, ZONE, from, to);
        const rowByRow = await desk.app.get(AccountMoves, { strict: false }).of(desk.account.id, from, to);
        expect(alike(moved)).toEqual(alike(rowByRow));
      }
      const before = await built();
      for (const rows of before) expect(rows).toEqual(expect.any(Array));
      await projector.rebuild(desk.account.id);
      expect(await built()).toEqual(before);
    }),
    { numRuns: 8, seed: 20_261_130 },
  );
  expect((await built()).map((rows) => (rows as unknown[]).length > 10)).toEqual([true, true, true, true, true]);
});

it("a day that is opened again by what was written down before it is closed as it was", async () => {
  const before = await built();
  const closings = desk.app.get(DayClosings, { strict: false });
  const today = accountDay(ZONE, desk.clock.now()).day;
  await desk.db.inUnitOfWork("test", async () => {
    let closed = await closings.reopen(desk.account.id, ZONE, today, desk.clock.now() - 5 * 24 * HOUR);
    expect(closed < today).toBe(true);
    while (closed < today) closed = await closings.close(desk.account.id, ZONE, closed, today);
  });
  expect(await built()).toEqual(before);
});

/** The last days, or the week, month, quarter or year of a day: so far, or the whole of those before. */
function periodOf(length: number | StandardPeriod, day: CalendarDate, soFar: boolean): ReportingPeriod {
  const end = addDays(day, soFar ? 1 : 0);
  if (typeof length === "number") return reportingPeriod(ZONE, addDays(end, -length), end);
  const start = startOfStandard(length, day);
  return soFar ? reportingPeriod(ZONE, start, end) : reportingPeriod(ZONE, startOfStandard(length, addDays(start, -1)), start);
}

/** Denials and deferrals as their rows say, by rule. */
async function byRules({ accountId, period: { start, end }, asOf }: Question): Promise<{ rule: string; dropped: number; moved: number }[]> {
  const counted = async (table: "contact_denial" | "contact_deferral") => {
    const sql = `select rule, count(*) as n from ${table} where account_id = ? and day >= ? and day < ? and recorded_at <= ? group by rule`;
    const rows = await desk.db.rows<{ rule: string; n: number }>(sql, [accountId, start, end, asOf]);
    return new Map(rows.map(({ rule, n }) => [rule, Number(n)]));
  };
  const [dropped, moved] = [await counted("contact_denial"), await counted("contact_deferral")];
  const rules = [...new Set([...dropped.keys(), ...moved.keys()])];
  return rules.map((rule) => ({ rule, dropped: dropped.get(rule) ?? 0, moved: moved.get(rule) ?? 0 })).toSorted(byRule);
}

function byRule(a: { rule: string }, b: { rule: string }): number {
  return a.rule.localeCompare(b.rule);
}

function byCohort(a: CollectedDay, b: CollectedDay): number {
  return `${a.currency} ${a.month}`.localeCompare(`${b.currency} ${b.month}`) || a.day - b.day;
}

function alike(moves: readonly MoveSum[]): string[] {
  const text = (row: MoveSum) => JSON.stringify(row, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  return movesAdded(moves).map(text).toSorted();
}

function inOrder(a: { currency: string; stage?: string }, b: { currency: string; stage?: string }): number {
  return `${a.currency} ${a.stage}`.localeCompare(`${b.currency} ${b.stage}`);
}
