import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import type { Instant } from "../../../../shared/instant.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW, NO_END } from "../../kpis.tables.js";
import { inPortions } from "../domain/id-portions.js";
import type { BroughtMoney, CohortFacts, PlacedSpan } from "./domain/cohort-facts.js";

/** Money that lies on debts; a credit note is none. */
const MONEY = ["payment", "credit"] as const;

/** What is known of debts, as far as cohorts look at it. */
@Injectable()
export class CohortFactsView {
  constructor(private readonly db: Database) {}

  /** By debt; of debts that are not known there is nothing. */
  async of(accountId: number, debtIds: readonly number[]): Promise<Map<number, CohortFacts>> {
    return inPortions(debtIds, async (portion) => {
      const spans = Map.groupBy(await this.spans(accountId, portion), ({ debtId }) => debtId);
      const money = Map.groupBy(await this.money(accountId, portion), ({ debtId }) => debtId);
      return new Map([...spans].map(([debtId, own]) => [debtId, { spans: own, money: money.get(debtId) ?? [] }]));
    });
  }

  /** On which money of these payments lies, or lay. */
  async debtsOf(accountId: number, payments: readonly string[]): Promise<number[]> {
    if (payments.length === 0) return [];
    const rows = await this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => is.ref("debt_id").$notNull().as("debt_id"))
      .where("account_id", "=", accountId)
      .where("payment", "in", payments)
      .where("debt_id", "is not", null)
      .execute();
    return [...new Set(rows.map(({ debt_id: debtId }) => debtId))];
  }

  /** Debts on which money lies and of which anything was written down in `[since, until]`: of themselves, or of their money. */
  async heardOf(accountId: number, since: Instant, until: Instant): Promise<number[]> {
    const news = this.tables
      .selectFrom(MONEY_FLOW)
      .where("account_id", "=", accountId)
      .where("recorded_at", ">=", since)
      .where("recorded_at", "<=", until);
    const flows = await news.select(["debt_id", "payment", "kind"]).execute();
    const takenBack = flows.flatMap(({ kind, payment }) => (kind === "reversal" && payment !== null ? [payment] : []));
    const begun = await this.tables
      .selectFrom(`${DEBT_SPAN} as s`)
      .select("s.debt_id")
      .where("s.account_id", "=", accountId)
      .where("s.from_at", ">=", since)
      .where("s.from_at", "<=", until)
      .where((is) =>
        is.exists(
          is
            .selectFrom(`${MONEY_FLOW} as f`)
            .select("f.seq")
            .where("f.account_id", "=", accountId)
            .whereRef("f.debt_id", "=", "s.debt_id")
            .where("f.kind", "in", MONEY),
        ),
      )
      .execute();
    const moved = flows.flatMap(({ debt_id: debtId }) => debtId ?? []);
    return [
      ...new Set([...moved, ...begun.map(({ debt_id: debtId }) => debtId), ...(await this.debtsOf(accountId, [...new Set(takenBack)]))]),
    ];
  }

  private async spans(accountId: number, debtIds: readonly number[]): Promise<(PlacedSpan & { readonly debtId: number })[]> {
    const rows = await this.tables
      .selectFrom(DEBT_SPAN)
      .select(["debt_id", "from_at", "to_at", "currency", "placed_on", "placed_minor", "closed_how"])
      .where("account_id", "=", accountId)
      .where("debt_id", "in", debtIds)
      .execute();
    return rows.map((row) => ({
      debtId: row.debt_id,
      from: row.from_at,
      to: row.to_at === NO_END ? null : row.to_at,
      currency: row.currency,
      placedOn: row.placed_on,
      placedMinor: row.placed_minor,
      undone: row.closed_how === "undone",
    }));
  }

  private async money(accountId: number, debtIds: readonly number[]): Promise<(BroughtMoney & { readonly debtId: number })[]> {
    const rows = await this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [
        is.ref("debt_id").$notNull().as("debt_id"),
        is.case().when("since_placed", "<", 0).then(0).else(is.ref("since_placed")).end().as("day"),
        "amount_minor",
        "recorded_at",
        "payment",
        "seq",
        "line",
      ])
      .where("account_id", "=", accountId)
      .where("debt_id", "in", debtIds)
      .where("kind", "in", MONEY)
      .orderBy("debt_id")
      .orderBy("day")
      .orderBy("seq")
      .orderBy("line")
      .execute();
    const takenBack = await this.takenBack(accountId, [...new Set(rows.flatMap(({ payment }) => payment ?? []))]);
    return rows.map((row) => ({
      debtId: row.debt_id,
      day: Number(row.day),
      minor: -row.amount_minor,
      recorded: row.recorded_at,
      takenBack: row.payment === null ? null : (takenBack.get(row.payment) ?? null),
    }));
  }

  private async takenBack(accountId: number, payments: readonly string[]): Promise<Map<string, Instant>> {
    if (payments.length === 0) return new Map();
    const rows = await this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [is.ref("payment").$notNull().as("payment"), is.fn.min("recorded_at").as("at")])
      .where("account_id", "=", accountId)
      .where("payment", "in", payments)
      .where("kind", "=", "reversal")
      .groupBy("payment")
      .execute();
    return new Map(rows.map(({ payment, at }) => [payment, Number(at)]));
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
