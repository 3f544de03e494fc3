import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables } from "../kpis.tables.js";
import type { Measure } from "../metrics/domain/measure.js";
import { byCurrency, type Counted, type Counter, edgesOf, type Question } from "./domain/counted.js";

type Row = { readonly currency: string; readonly measure: Measure; readonly total: number };

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

/** What was owed and what fell overdue, from what each debt was. */
@Injectable()
export class DebtMeasures implements Counter {
  readonly measures = [...MEASURES, "debtors.owing"] as const;

  constructor(private readonly db: Database) {}

  async count(question: Question): Promise<Counted> {
    const { start, end } = edgesOf(question);
    const [before, after] = [await this.standing(question.accountId, start), await this.standing(question.accountId, end)];
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
      ...(await this.fellOverdue(question.accountId, start, end)),
      ...(await this.placedOverdue(question.accountId, start, end)),
      ...(await this.accountsOpen(question.accountId, start, end)),
    ];
    const currencies = byCurrency(MEASURES, rows);
    const sum = (measure: Measure) => [...currencies.values()].reduce((total, counts) => total + (counts[measure] ?? 0), 0);
    return {
      all: { "accounts.open": sum("accounts.open"), "debtors.owing": await this.debtorsOwing(question.accountId, end) },
      currencies,
      inEach: MEASURES,
    };
  }

  private async standing(accountId: number, at: number) {
    const rows = await this.at(accountId, at)
      .select((is) => [
        "currency",
        is.fn.sum<number | string>("balance_minor").as("balance"),
        is.fn.sum<number | string>(is.case().when("overdue_at", "<=", at).then(is.ref("balance_minor")).else(0).end()).as("overdue"),
      ])
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, balance, overdue }) => ({ currency, balance: Number(balance), overdue: Number(overdue) }));
  }

  /** As they stood on their first day overdue. */
  private async fellOverdue(accountId: number, start: number, end: number): Promise<Row[]> {
    const rows = await this.spans(accountId)
      .select(({ fn }) => ["currency", fn.sum<number | string>("balance_minor").as("total")])
      .where("overdue_at", ">=", start)
      .where("overdue_at", "<", end)
      .whereRef("from_at", "<=", "overdue_at")
      .whereRef("to_at", ">", "overdue_at")
      .where("status", "=", "open")
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, total }) => ({ currency, measure: "balance.newly_overdue", total: Number(total) }));
  }

  /** What was overdue already when it came into collection is new to it. */
  private async placedOverdue(accountId: number, start: number, end: number): Promise<Row[]> {
    const rows = await this.spans(accountId)
      .select(({ fn }) => ["currency", fn.sum<number | string>("placed_minor").as("total")])
      .where("from_at", "<=", end)
      .where("to_at", ">", end)
      .where("placed_at", ">=", start)
      .where("placed_at", "<", end)
      .whereRef("overdue_at", "<", "placed_at")
      .where("placed_minor", ">", 0)
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, total }) => ({ currency, measure: "balance.newly_overdue", total: Number(total) }));
  }

  private async accountsOpen(accountId: number, start: number, end: number): Promise<Row[]> {
    const rows = await this.spans(accountId)
      .select(({ fn }) => ["currency", fn.count<number>("debtor_id").distinct().as("total")])
      .where("from_at", "<=", end)
      .where("to_at", ">", start)
      .where("status", "=", "open")
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, total }) => ({ currency, measure: "accounts.open", total: Number(total) }));
  }

  private async debtorsOwing(accountId: number, at: number): Promise<number> {
    const row = await this.at(accountId, at)
      .select(({ fn }) => fn.count<number>("debtor_id").distinct().as("debtors"))
      .executeTakeFirst();
    return Number(row?.debtors ?? 0);
  }

  private at(accountId: number, at: number) {
    return this.spans(accountId).where("from_at", "<=", at).where("to_at", ">", at).where("status", "=", "open");
  }

  private spans(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(DEBT_SPAN).where("account_id", "=", accountId);
  }
}
