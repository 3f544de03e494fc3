import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { Database } from "../../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables } from "../../kpis.tables.js";

/** Open debts of one currency and due date. */
export interface DueStanding {
  readonly currency: Currency;
  readonly dueDate: CalendarDate;
  readonly debts: number;
  readonly balanceMinor: number;
}

/** Who owes in a currency; in the empty one, whatever the currency. */
export interface OwingDebtors {
  readonly currency: Currency;
  readonly debtors: number;
  /** Of them, those with something overdue. */
  readonly overdue: number;
}

type Spans = ReturnType<OpenDebts["standing"]>;

/** What the spans themselves say of open debts: of all that stood at an instant, or of what changed between two. */
@Injectable()
export class OpenDebts {
  constructor(private readonly db: Database) {}

  owedAt(accountId: number, at: Instant): Promise<DueStanding[]> {
    return this.byDueDate(this.standing(accountId, at));
  }

  /** What is there more at `end` than at `start`; less is negative. */
  async owedMore(accountId: number, start: Instant, end: Instant): Promise<DueStanding[]> {
    const begun = await this.byDueDate(this.begun(accountId, start, end));
    const ended = await this.byDueDate(this.ended(accountId, start, end));
    return [...begun, ...ended.map((row) => ({ ...row, debts: -row.debts, balanceMinor: -row.balanceMinor }))];
  }

  /** @param day by which debts are overdue */
  owingAt(accountId: number, at: Instant, day: CalendarDate): Promise<OwingDebtors[]> {
    return this.owing(this.standing(accountId, at), day);
  }

  /** How many owe more at `end` than at `start`, of those of whom a debt changed meanwhile: nobody else can. @param day that of both instants */
  async owingMore(accountId: number, start: Instant, end: Instant, day: CalendarDate): Promise<OwingDebtors[]> {
    const touched = this.begun(accountId, start, end)
      .select("debtor_id")
      .union(this.ended(accountId, start, end).select("debtor_id"));
    const of = (at: Instant) =>
      this.owing(
        this.standing(accountId, at).where("debtor_id", "in", (is) => is.selectFrom(touched.as("t")).select("t.debtor_id")),
        day,
      );
    const [now, before] = [await of(end), await of(start)];
    return [...now, ...before.map((row) => ({ ...row, debtors: -row.debtors, overdue: -row.overdue }))];
  }

  /** What fell overdue in `[start, end)`, as it stood then. */
  async fell(accountId: number, start: Instant, end: Instant): Promise<{ currency: Currency; total: number }[]> {
    const rows = await this.spans(accountId)
      .select(({ fn }) => ["currency", fn.sum<number | string>("balance_minor").as("total")])
      .where("overdue_at", ">=", start)
      .where("overdue_at", "<", end)
      .whereRef("from_at", "<=", "overdue_at")
      .whereRef("to_at", ">", "overdue_at")
      .groupBy("currency")
      .execute();
    return rows.map(({ currency, total }) => ({ currency, total: Number(total) }));
  }

  /** When the first debt began; null where there is none. */
  async first(accountId: number): Promise<Instant | null> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .select("from_at")
      .where("account_id", "=", accountId)
      .orderBy("from_at")
      .limit(1)
      .executeTakeFirst();
    return row?.from_at ?? null;
  }

  private async byDueDate(spans: Spans): Promise<DueStanding[]> {
    const rows = await spans
      .select(({ fn }) => ["currency", "due_date", fn.countAll<number>().as("debts"), fn.sum<number | string>("balance_minor").as("minor")])
      .groupBy(["currency", "due_date"])
      .execute();
    return rows.map(({ currency, due_date: dueDate, debts, minor }) => ({
      currency,
      dueDate,
      debts: Number(debts),
      balanceMinor: Number(minor),
    }));
  }

  private async owing(spans: Spans, day: CalendarDate): Promise<OwingDebtors[]> {
    const counted = spans.select((is) => [
      is.fn.count<number>("debtor_id").distinct().as("debtors"),
      is.fn
        .count<number>(is.case().when("due_date", "<", day).then(is.ref("debtor_id")).end())
        .distinct()
        .as("overdue"),
    ]);
    const each = await counted.select("currency").groupBy("currency").execute();
    const any = await counted.execute();
    return [...each, ...any.map((row) => ({ currency: "", ...row }))].map(({ currency, debtors, overdue }) => ({
      currency,
      debtors: Number(debtors),
      overdue: Number(overdue),
    }));
  }

  private begun(accountId: number, start: Instant, end: Instant) {
    return this.spans(accountId).where("from_at", ">", start).where("from_at", "<=", end);
  }

  private ended(accountId: number, start: Instant, end: Instant) {
    return this.spans(accountId).where("to_at", ">", start).where("to_at", "<=", end);
  }

  private standing(accountId: number, at: Instant) {
    return this.spans(accountId).where("from_at", "<=", at).where("to_at", ">", at);
  }

  private spans(accountId: number) {
    return this.db.typed<KpisTables>().selectFrom(DEBT_SPAN).where("account_id", "=", accountId).where("status", "=", "open");
  }
}
