import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import { type CalendarDate, daysBetween, monthStart } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { DEBT_SPAN, type KpisTables } from "../../kpis.tables.js";
import { CohortFactsView } from "../../projections/cohorts/cohort-facts.view.js";
import { type Brought, broughtAt } from "../../projections/cohorts/domain/cohort-facts.js";
import { LONGEST_CURVE } from "../../projections/cohorts/domain/cohort-tallies.js";
import { FigureTallies } from "../../projections/tallies/figure-tallies.view.js";
import type { CohortQuestion, CollectedDay, PlacedMonth } from "./cohorts.view.js";

/** After any day that a curve has. */
const LAST: CalendarDate = "9999-12-31";

/** What debts placed in whole months brought, from what was counted as it came; the same as `Cohorts` says of the rows. */
@Injectable()
export class CohortSums {
  constructor(
    private readonly db: Database,
    private readonly tallies: FigureTallies,
    private readonly facts: CohortFactsView,
  ) {}

  /** @param zone of the account @param question of whole months */
  async placed(zone: string, { accountId, placedFrom: start, placedBefore: end, asOf }: CohortQuestion): Promise<PlacedMonth[]> {
    const { sums, since } = await this.tallies.ofMonths(accountId, ["cohort.debts", "cohort.placed"], { zone, start, end }, asOf);
    const months = new Map<string, { currency: Currency; month: string; debts: number; placed: bigint }>();
    const add = (currency: Currency, day: CalendarDate, debts: number, placed: number) => {
      const month = day.slice(0, 7);
      const own = months.get(`${currency} ${month}`) ?? { currency, month, debts: 0, placed: 0n };
      months.set(`${currency} ${month}`, { ...own, debts: own.debts + debts, placed: own.placed + BigInt(placed) });
    };
    for (const { measure, currency, day, total } of sums) {
      if (measure === "cohort.debts") add(currency, day, total, 0);
      else add(currency, day, 0, total);
    }
    for (const { currency, day, debts, placed } of await this.placedSince(accountId, { start, end }, since, asOf))
      add(currency, day, debts, placed);
    return [...months.values()]
      .filter(({ debts }) => debts !== 0)
      .toSorted((a, b) => (`${a.currency} ${a.month}` < `${b.currency} ${b.month}` ? -1 : 1));
  }

  async collected(zone: string, { accountId, placedFrom, placedBefore, asOf }: CohortQuestion): Promise<CollectedDay[]> {
    const firsts: CalendarDate[] = [];
    for (let first = placedFrom; first < placedBefore; first = monthStart(first, 1)) firsts.push(first);
    const measures = firsts.map((first) => `cohort.brought ${first.slice(0, 7)}` as const);
    const { sums, since } = await this.tallies.ofCurves(accountId, measures, { zone, start: placedFrom, end: LAST }, asOf);
    const days = new Map<string, CollectedDay>();
    const add = (currency: Currency, month: string, day: number, minor: number) => {
      const key = `${currency} ${month} ${day}`;
      days.set(key, { currency, month, day, minor: (days.get(key)?.minor ?? 0n) + BigInt(minor) });
    };
    for (const { measure, currency, day, total } of sums) {
      const month = measure.slice(-7);
      add(currency, month, daysBetween(`${month}-01`, day), total);
    }
    for (const { currency, placedOn, day, minor } of await this.broughtSince(accountId, since, asOf)) {
      if (placedOn >= placedFrom && placedOn < placedBefore && day <= LONGEST_CURVE) add(currency, placedOn.slice(0, 7), day, minor);
    }
    return [...days.values()].filter(({ minor }) => minor !== 0n).toSorted((a, b) => a.day - b.day);
  }

  /** What is known of it more than was known before an instant; less is negative. */
  private async broughtSince(accountId: number, since: Instant, asOf: Instant): Promise<Brought[]> {
    const facts = await this.facts.of(accountId, await this.facts.heardOf(accountId, since, asOf));
    return [...facts.values()].flatMap((own) => [
      ...broughtAt(own, since - 1).map((brought) => ({ ...brought, minor: -brought.minor })),
      ...broughtAt(own, asOf),
    ]);
  }

  /** Debts that became others since an instant, by the day of placement: more, or fewer. */
  private async placedSince(
    accountId: number,
    { start, end }: { readonly start: CalendarDate; readonly end: CalendarDate },
    since: Instant,
    asOf: Instant,
  ) {
    const spans = this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .select(({ fn }) => [
        "currency",
        "placed_on",
        fn.countAll<number>().as("debts"),
        fn.sum<number | string>("placed_minor").as("placed"),
      ])
      .where("account_id", "=", accountId)
      .where("placed_on", ">=", start)
      .where("placed_on", "<", end)
      .where("placed_minor", ">", 0)
      .where((is) => is.or([is("closed_how", "is", null), is("closed_how", "<>", "undone")]))
      .groupBy(["currency", "placed_on"]);
    const begun = await spans.where("from_at", ">=", since).where("from_at", "<=", asOf).where("to_at", ">", asOf).execute();
    const ended = await spans.where("to_at", ">=", since).where("to_at", "<=", asOf).where("from_at", "<", since).execute();
    const counted = (rows: typeof begun, sign: 1 | -1) =>
      rows.map((row) => ({
        currency: row.currency,
        day: row.placed_on,
        debts: sign * Number(row.debts),
        placed: sign * Number(row.placed),
      }));
    return [...counted(begun, 1), ...counted(ended, -1)];
  }
}
