import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import { localDate } from "../../../shared/zone.js";
import { DebtMeasures } from "../measures/debt-measures.view.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";
import { MoneyMeasures, moneyParts } from "../measures/money-measures.view.js";
import type { DatedAmount } from "../metrics/domain/consolidate.js";
import type { Measure } from "../metrics/domain/measure.js";
import { StandingAt } from "../projections/closings/standing-at.view.js";

/** Amounts that are told by currency and by the day whose rate they are converted at: flows by value date, balances by the day they stand on. */
@Injectable()
export class DatedAmounts {
  constructor(
    private readonly standing: StandingAt,
    private readonly debts: DebtMeasures,
    private readonly money: MoneyMeasures,
  ) {}

  /** Measures that can be told so. */
  readonly measures: ReadonlySet<Measure> = new Set<Measure>([
    "balance.outstanding",
    "balance.overdue",
    "balance.overdue.opening",
    "balance.newly_overdue",
    "cash.net",
    "cash.recovered",
    "cash.excess",
  ]);

  /** Nothing of nothing: a day and currency without an amount has no row. */
  async of(question: Question, measures: ReadonlySet<Measure>): Promise<DatedAmount[]> {
    const all = [
      ...(await this.balances(question, measures)),
      ...(measures.has("balance.newly_overdue") ? await this.newlyOverdue(question) : []),
      ...([...measures].some((measure) => measure.startsWith("cash.")) ? await this.cash(question) : []),
    ];
    return all.filter(({ measure, minor }) => measures.has(measure) && minor !== 0).toSorted(byDay);
  }

  private async balances(question: Question, measures: ReadonlySet<Measure>): Promise<DatedAmount[]> {
    const { accountId, period } = question;
    const { start, end } = edgesOf(question);
    // A balance at the midnight after the last day is that day's.
    const last = localDate(period.zone, Math.max(start, end - 1));
    const at = async (instant: number, day: CalendarDate, all: Measure, late: Measure): Promise<DatedAmount[]> => {
      if (!measures.has(all) && !measures.has(late)) return [];
      const stages = await this.standing.byStage(accountId, period.zone, instant);
      return [...Map.groupBy(stages, ({ currency }) => currency)].flatMap(([currency, own]) => {
        const overdue = own.filter(({ stage }) => stage !== "pre_due" && stage !== "due");
        return [
          { measure: all, currency, day, minor: own.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0) },
          { measure: late, currency, day, minor: overdue.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0) },
        ];
      });
    };
    return [
      ...(await at(start, period.start, "receivables.opening", "balance.overdue.opening")),
      ...(await at(end, last, "balance.outstanding", "balance.overdue")),
    ];
  }

  /** By due date, and by the day of placement where a debt came overdue. */
  private async newlyOverdue(question: Question): Promise<DatedAmount[]> {
    const { start, end } = edgesOf(question);
    const fell = await this.debts
      .spans(question.accountId)
      .select(({ fn }) => ["currency", "due_date as day", fn.sum<number | string>("balance_minor").as("minor")])
      .where("status", "=", "open")
      .where("overdue_at", ">", start)
      .where("overdue_at", "<", end)
      .whereRef("from_at", "<=", "overdue_at")
      .whereRef("to_at", ">", "overdue_at")
      .groupBy(["currency", "due_date"])
      .execute();
    const came = await this.debts
      .cameOverdue(question)
      .select(({ fn }) => ["currency", "placed_on as day", fn.sum<number | string>("placed_minor").as("minor")])
      .groupBy(["currency", "placed_on"])
      .execute();
    return [...fell, ...came].flatMap(({ currency, day, minor }) =>
      day === null ? [] : [{ measure: "balance.newly_overdue" as const, currency, day, minor: Number(minor) }],
    );
  }

  private async cash(question: Question): Promise<DatedAmount[]> {
    const rows = await this.money
      .moved(question)
      .select((is) => {
        const { onDebts, onOverdue, inHand } = moneyParts(is);
        return [
          "currency",
          "day",
          is.fn.sum<number | string>(onDebts).as("on_debts"),
          is.fn.sum<number | string>(onOverdue).as("on_overdue"),
          is.fn.sum<number | string>(inHand).as("in_hand"),
        ];
      })
      .groupBy(["currency", "day"])
      .execute();
    return rows.flatMap(({ currency, day, on_debts: onDebts, on_overdue: onOverdue, in_hand: inHand }) => [
      { measure: "cash.net" as const, currency, day, minor: Number(onDebts) + Number(inHand) },
      { measure: "cash.recovered" as const, currency, day, minor: Number(onOverdue) },
      { measure: "cash.excess" as const, currency, day, minor: Number(inHand) },
    ]);
  }
}

function byDay(a: Pick<DatedAmount, "day"> & { readonly currency: Currency }, b: typeof a): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  return a.day < b.day ? -1 : 1;
}
