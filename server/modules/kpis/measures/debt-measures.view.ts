import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import type { StageId } from "../../../shared/stage.js";
import { Database } from "../../../platform/database/database.js";
import { TALLIED_DEBTS } from "../projections/tallies/domain/day-tally.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import { OpenedAccounts } from "../projections/moves/opened-accounts.view.js";
import { StandingAt } from "../projections/closings/standing-at.view.js";
import { DEBT_SPAN, type KpisTables } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { byCurrency, type Counted, type Counter, datedEdgesOf, edgesOf, type Question } from "./domain/counted.js";

type Row = { readonly currency: string; readonly measure: Measure; readonly total: number };

/** What is owed in a stage. */
interface Owed {
  readonly currency: string;
  readonly balance: number;
  readonly debts: number;
  readonly overdue: number;
  readonly overdueDebts: number;
}

const MEASURES = [
  "balance.outstanding",
  "balance.overdue",
  "balance.overdue.opening",
  "balance.newly_overdue",
  "receivables.opening",
  "receivables.closing",
  "receivables.current",
  "accounts.open",
] as const satisfies readonly Measure[];

/** Stages of debts whose due day has passed. */
const OVERDUE: ReadonlySet<StageId> = new Set<StageId>(["d1_30", "d31_90", "d91_plus"]);

/** What was owed and what fell overdue, from what each debt was. */
@Injectable()
export class DebtMeasures implements Counter {
  readonly measures = [...MEASURES, "debtors.owing"] as const;

  constructor(
    private readonly db: Database,
    private readonly standingAt: StandingAt,
    private readonly tallies: FigureTallies,
    private readonly opened: OpenedAccounts,
  ) {}

  async count(question: Question): Promise<Counted> {
    const { start, end } = edgesOf(question);
    const { accountId, period } = question;
    const before = await this.standing(accountId, period.zone, start);
    const after = await this.standing(accountId, period.zone, end);
    const [owingBefore, owingAfter] = [
      await this.standingAt.debtors(accountId, period.zone, start),
      await this.standingAt.debtors(accountId, period.zone, end),
    ];
    // What fell overdue as the period began is overdue at its start already, and is owed once.
    const fell = await this.standingAt.fell(accountId, period.zone, start + 1, end);
    const rows: Row[] = [
      ...before.flatMap(({ currency, balance, overdue }): Row[] => [
        { currency, measure: "receivables.opening", total: balance },
        { currency, measure: "balance.overdue.opening", total: overdue },
      ]),
      ...after.flatMap(({ currency, balance, overdue }): Row[] => [
        { currency, measure: "balance.outstanding", total: balance },
        { currency, measure: "receivables.closing", total: balance },
        { currency, measure: "balance.overdue", total: overdue },
        { currency, measure: "receivables.current", total: balance - overdue },
      ]),
      ...fell.map((row): Row => ({ ...row, measure: "balance.newly_overdue" })),
      ...(await this.placedOverdue(question)),
      // An account is open in the period when it was when that began, or came to be in it.
      ...owingBefore.flatMap(({ currency, debtors: total }): Row[] =>
        currency === "" ? [] : [{ currency, measure: "accounts.open", total }],
      ),
      ...(await this.accountsOpened(question)),
    ];
    const currencies = byCurrency(MEASURES, rows);
    const sum = (measure: Measure) => [...currencies.values()].reduce((total, counts) => total + (counts[measure] ?? 0), 0);
    return {
      all: {
        "accounts.open": sum("accounts.open"),
        "debtors.owing": owingAfter.find(({ currency }) => currency === "")?.debtors ?? 0,
      },
      currencies,
      inEach: MEASURES,
      behind: byCurrency(
        [],
        [...casesIn(before, "receivables.opening", "balance.overdue.opening"), ...casesIn(after, "balance.outstanding", "balance.overdue")],
      ),
    };
  }

  private async standing(accountId: number, zone: string, at: number) {
    const stages = await this.standingAt.byStage(accountId, zone, at);
    return stages.map(({ currency, stage, balanceMinor: balance, debts }): Owed => {
      const late = OVERDUE.has(stage);
      return { currency, balance, debts, overdue: late ? balance : 0, overdueDebts: late ? debts : 0 };
    });
  }

  /** Those that had nothing open when the period began. */
  private async accountsOpened(question: Question): Promise<Row[]> {
    const { start, end } = datedEdgesOf(question);
    const opened = await this.opened.of(question.accountId, question.period.zone, start, end);
    return opened.map(({ currency, accounts: total }) => ({ currency, measure: "accounts.open", total }));
  }

  /** What was overdue already when it came into collection, as it was known at the end of the period: what was added up, and what changed since. */
  private async placedOverdue(question: Question): Promise<Row[]> {
    const { accountId, period } = question;
    const { end } = edgesOf(question);
    const changed = (spans: ReturnType<DebtMeasures["placed"]>, sign: 1 | -1) =>
      spans
        .select((is) => [
          sql.lit(TALLIED_DEBTS[0]).as("measure"),
          "currency",
          is(is.fn.sum<number>("placed_minor"), "*", is.lit(sign)).as("total"),
        ])
        .groupBy("currency");
    const { sums } = await this.tallies.of(accountId, TALLIED_DEBTS, period, end, (since) => [
      changed(this.placed(question).where("from_at", ">=", since).where("from_at", "<=", end).where("to_at", ">", end), 1),
      changed(this.placed(question).where("to_at", ">=", since).where("to_at", "<=", end).where("from_at", "<", since), -1),
    ]);
    return [...sums];
  }

  /** Debts as they stood on their first day overdue; what the period began with is overdue at its start. */
  becameOverdue(question: Question) {
    const { start, end } = edgesOf(question);
    return this.spans(question.accountId)
      .where("overdue_at", ">", start)
      .where("overdue_at", "<", end)
      .whereRef("from_at", "<=", "overdue_at")
      .whereRef("to_at", ">", "overdue_at")
      .where("status", "=", "open");
  }

  /** What was overdue already when it came into collection is new to it. */
  cameOverdue(question: Question) {
    const { end } = edgesOf(question);
    return this.placed(question).where("from_at", "<=", end).where("to_at", ">", end);
  }

  /** Debts placed on days of the period, overdue then, as often as they became others. */
  private placed({ accountId, period }: Question) {
    return this.spans(accountId)
      .where("placed_on", ">=", period.start)
      .where("placed_on", "<", period.end)
      .whereRef("overdue_at", "<", "placed_at")
      .where("placed_minor", ">", 0);
  }

  /** Of each debt what it was, from one instant to the next. */
  spans(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(DEBT_SPAN).where("account_id", "=", accountId);
  }
}

/** How many debts balances are made of: all of them, and those that are overdue. */
function casesIn(owed: readonly Owed[], all: Measure, overdue: Measure): Row[] {
  return owed.flatMap(({ currency, debts, overdueDebts }): Row[] => [
    { currency, measure: all, total: debts },
    { currency, measure: overdue, total: overdueDebts },
  ]);
}
