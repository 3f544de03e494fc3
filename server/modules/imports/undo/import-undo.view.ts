import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import { Database } from "../../../platform/database/database.js";
import { marks } from "../../../platform/database/marks.js";
import { LEDGER_ENTRY, PAYMENT } from "../../payments/index.js";
import { DEBT } from "../../portfolio/index.js";

const AT_ONCE = 500;

/** What was paid and owed after an import. */
@Injectable()
export class SinceImportView {
  constructor(private readonly db: Database) {}

  /** Debtors with a payment, not taken back, for one of these debts; money in hand that was placed there is free again with them. */
  paid(accountId: number, debtIds: readonly number[], since: Instant): Promise<Set<number>> {
    return this.among(debtIds, (ids) =>
      this.db.rows<{ id: number }>(
        `select d.debtor_id as id from ${LEDGER_ENTRY} e join ${DEBT} d on d.account_id = e.account_id and d.id = e.debt_id
         where e.account_id = ? and e.debt_id in (${marks(ids)}) and e.payment_id is not null and e.kind <> 'credit' and e.created_at >= ?
         group by d.debtor_id, e.debt_id, e.payment_id having sum(e.amount_minor) <> 0`,
        [accountId, ...ids, since],
      ),
    );
  }

  /** Whose payments are. */
  payers(accountId: number, paymentIds: readonly number[]): Promise<Set<number>> {
    return this.among(paymentIds, (ids) =>
      this.db.rows<{ id: number }>(
        `select distinct debtor_id as id from ${PAYMENT} where account_id = ? and debtor_id is not null and id in (${marks(ids)})`,
        [accountId, ...ids],
      ),
    );
  }

  /** Debts that payments were for. */
  settledBy(accountId: number, paymentIds: readonly number[]): Promise<Set<number>> {
    return this.among(paymentIds, (ids) =>
      this.db.rows<{ id: number }>(
        `select distinct debt_id as id from ${LEDGER_ENTRY} where account_id = ? and payment_id in (${marks(ids)})`,
        [accountId, ...ids],
      ),
    );
  }

  /** Debtors who owe something, or did. */
  withDebts(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    return this.among(debtorIds, (ids) =>
      this.db.rows<{ id: number }>(
        `select distinct debtor_id as id from ${DEBT} where account_id = ? and status <> 'cancelled' and debtor_id in (${marks(ids)})`,
        [accountId, ...ids],
      ),
    );
  }

  private async among(ids: readonly number[], find: (ids: readonly number[]) => Promise<{ id: number }[]>): Promise<Set<number>> {
    const found = new Set<number>();
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      for (const { id } of await find(ids.slice(at, at + AT_ONCE))) found.add(id);
    }
    return found;
  }
}
