import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import type { Instant } from "../../../shared/instant.js";
import { Database } from "../../../platform/database/database.js";
import { LEDGER_ENTRY, PAYMENT, type PaymentsTables } from "../../payments/index.js";
import { DEBT, type PortfolioTables } from "../../portfolio/index.js";

const AT_ONCE = 500;

/** What was paid and owed after an import. */
@Injectable()
export class SinceImportView {
  constructor(private readonly db: Database) {}

  /** Debtors with a payment, not taken back, for one of these debts; money in hand that was placed there is free again with them. */
  paid(accountId: number, debtIds: readonly number[], since: Instant): Promise<Set<number>> {
    return this.among(debtIds, (ids) =>
      this.tables
        .selectFrom(`${LEDGER_ENTRY} as e`)
        .innerJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "e.account_id").onRef("d.id", "=", "e.debt_id"))
        .select("d.debtor_id as id")
        .where("e.account_id", "=", accountId)
        .where("e.debt_id", "in", ids)
        .where("e.payment_id", "is not", null)
        .where("e.kind", "<>", "credit")
        .where("e.created_at", ">=", since)
        .groupBy(["d.debtor_id", "e.debt_id", "e.payment_id"])
        .having(({ fn }) => fn.sum("e.amount_minor"), "<>", 0)
        .execute(),
    );
  }

  /** Whose payments are. */
  payers(accountId: number, paymentIds: readonly number[]): Promise<Set<number>> {
    return this.among(paymentIds, (ids) =>
      this.tables
        .selectFrom(PAYMENT)
        .select("debtor_id as id")
        .distinct()
        .where("account_id", "=", accountId)
        .where("debtor_id", "is not", null)
        .where("id", "in", ids)
        .$narrowType<{ id: NotNull }>()
        .execute(),
    );
  }

  /** Debts that payments were for. */
  settledBy(accountId: number, paymentIds: readonly number[]): Promise<Set<number>> {
    return this.among(paymentIds, (ids) =>
      this.tables
        .selectFrom(LEDGER_ENTRY)
        .select("debt_id as id")
        .distinct()
        .where("account_id", "=", accountId)
        .where("payment_id", "in", ids)
        .execute(),
    );
  }

  /** Debtors who owe something, or did. */
  withDebts(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    return this.among(debtorIds, (ids) =>
      this.tables
        .selectFrom(DEBT)
        .select("debtor_id as id")
        .distinct()
        .where("account_id", "=", accountId)
        .where("status", "<>", "cancelled")
        .where("debtor_id", "in", ids)
        .execute(),
    );
  }

  private get tables() {
    return this.db.typed<PaymentsTables & PortfolioTables>();
  }

  private async among(ids: readonly number[], find: (ids: readonly number[]) => Promise<{ id: number }[]>): Promise<Set<number>> {
    const found = new Set<number>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const { id } of await find(ids.slice(at, at + AT_ONCE))) found.add(id);
    }
    return found;
  }
}
