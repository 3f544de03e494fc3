import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { PaymentListItem, PaymentView } from "../../contract/payments.contract.js";
import { type Instant, toIso } from "../../shared/instant.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import { PortfolioReader } from "../portfolio/index.js";
import type { PaymentRecord } from "./payments.records.js";

type Item = z.infer<typeof PaymentListItem>;

/** A whole row, with the reason of a payment that was taken back. */
export interface ReversiblePayment extends PaymentRecord {
  readonly note_sealed: string | null;
}

interface SettledRow {
  readonly payment_id: number;
  readonly public_id: string;
  readonly reference: string;
  readonly minor: number | string;
  readonly currency: string;
  readonly balance_minor: number;
}

/** Payments as people see them: whose they are, what they settled, why one was taken back. */
@Injectable()
export class PaymentsView {
  constructor(
    private readonly db: Database,
    private readonly reader: PortfolioReader,
    private readonly vault: DebtorVault,
  ) {}

  /** Newest first, before the cursor. @param debtorId row id; null = everybody's */
  list(
    accountId: number,
    { status, debtorId }: { readonly status: string | null; readonly debtorId: number | null },
    before: { readonly at: Instant; readonly id: number } | null,
    limit: number,
  ): Promise<ReversiblePayment[]> {
    const filters = ["account_id = ?"];
    const params: (string | number)[] = [accountId];
    if (status !== null) {
      filters.push("status = ?");
      params.push(status);
    }
    if (debtorId !== null) {
      filters.push("debtor_id = ?");
      params.push(debtorId);
    }
    if (before) {
      filters.push("(received_at < ? or (received_at = ? and id < ?))");
      params.push(before.at, before.at, before.id);
    }
    return this.db.rows<ReversiblePayment>(
      `select * from payment where ${filters.join(" and ")} order by received_at desc, id desc limit ?`,
      [...params, limit],
    );
  }

  /** A few readings, however many payments. */
  async of(accountId: number, rows: readonly ReversiblePayment[]): Promise<Item[]> {
    const debtorIds = [...new Set(rows.flatMap((row) => row.debtor_id ?? []))];
    const debtors = await this.reader.debtors(accountId, debtorIds);
    const names = await this.reader.names(accountId, debtorIds);
    const settled = await this.settled(accountId, rows);
    return Promise.all(
      rows.map(async (row): Promise<Item> => {
        const debtor = row.debtor_id === null ? undefined : debtors.get(row.debtor_id);
        return {
          ...paymentView(row),
          source: row.source as Item["source"],
          debtor: debtor ? { id: debtor.publicId, name: names.get(debtor.id) ?? "", externalId: debtor.externalId } : null,
          claimed: { debtReference: row.claimed_reference, debtorExternalId: row.claimed_debtor },
          settled: (settled.get(row.id) ?? []).map((part) => ({
            debtId: part.public_id,
            reference: part.reference,
            amount: { minor: Number(part.minor), currency: part.currency },
            balance: { minor: part.balance_minor, currency: part.currency },
          })),
          reversedFor: await this.reversedFor(accountId, row),
        };
      }),
    );
  }

  /** What is left of each payment in the ledgers. */
  private async settled(accountId: number, payments: readonly ReversiblePayment[]): Promise<Map<number, SettledRow[]>> {
    if (payments.length === 0) return new Map();
    const rows = await this.db.rows<SettledRow>(
      `select e.payment_id, d.public_id, d.reference, -sum(e.amount_minor) as minor, e.currency, d.balance_minor from ledger_entry e
       join debt d on d.account_id = ? and d.id = e.debt_id
       where e.account_id = ? and e.payment_id in (${marks(payments)})
       group by e.payment_id, e.debt_id, d.public_id, d.reference, e.currency, d.balance_minor
       having sum(e.amount_minor) < 0 order by e.payment_id, e.debt_id`,
      [accountId, accountId, ...payments.map(({ id }) => id)],
    );
    return Map.groupBy(rows, (row) => row.payment_id);
  }

  private async reversedFor(accountId: number, row: ReversiblePayment): Promise<string | null> {
    if (row.note_sealed === null) return null;
    return this.vault.open(accountId, row.debtor_id, { table: "payment", column: "note_sealed", row: row.public_id }, row.note_sealed);
  }
}

export function paymentView(row: PaymentRecord): z.infer<typeof PaymentView> {
  return {
    id: row.public_id,
    // A credit note is called by the reference its file gives it.
    externalId: row.reported_minor === null ? row.external_id : (row.claimed_reference ?? ""),
    amount: { minor: row.amount_minor, currency: row.currency },
    unallocated: { minor: row.unallocated_minor, currency: row.currency },
    valueDate: row.value_date,
    status: row.status,
    receivedAt: toIso(row.received_at),
  };
}
