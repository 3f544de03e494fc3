import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { PaymentListItem, PaymentView } from "../../contract/payments.contract.js";
import { type Instant, toIso } from "../../shared/instant.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, PortfolioReader, type PortfolioTables } from "../portfolio/index.js";
import type { PaymentStatus } from "./domain/payment-status.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import { LEDGER_ENTRY, type PaymentsTables } from "./payments.tables.js";

type Item = z.infer<typeof PaymentListItem>;

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
    { status, debtorId }: { readonly status: PaymentStatus | null; readonly debtorId: number | null },
    before: { readonly at: Instant; readonly id: number } | null,
    limit: number,
  ): Promise<PaymentRecord[]> {
    let query = this.db.typed<PaymentsTables>().selectFrom("payment").selectAll().where("account_id", "=", accountId);
    if (status !== null) query = query.where("status", "=", status);
    if (debtorId !== null) query = query.where("debtor_id", "=", debtorId);
    if (before) {
      const { at, id } = before;
      query = query.where((is) => is.or([is("received_at", "<", at), is.and([is("received_at", "=", at), is("id", "<", id)])]));
    }
    return query.orderBy("received_at", "desc").orderBy("id", "desc").limit(limit).execute();
  }

  /** A few readings, however many payments. */
  async of(accountId: number, rows: readonly PaymentRecord[]): Promise<Item[]> {
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
            amount: { minor: -Number(part.minor), currency: part.currency },
            balance: { minor: part.balance_minor, currency: part.currency },
          })),
          reversedFor: await this.reversedFor(accountId, row),
        };
      }),
    );
  }

  /** What is left of each payment in the ledgers. */
  private async settled(accountId: number, payments: readonly PaymentRecord[]) {
    if (payments.length === 0) return new Map<number | null, never[]>();
    const rows = await this.db
      .typed<PaymentsTables & PortfolioTables>()
      .selectFrom(`${LEDGER_ENTRY} as e`)
      .innerJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "e.account_id").onRef("d.id", "=", "e.debt_id"))
      .select(({ fn }) => ["e.payment_id", "d.public_id", "d.reference", fn.sum<number | string>("e.amount_minor").as("minor")])
      .select(["e.currency", "d.balance_minor"])
      .where("e.account_id", "=", accountId)
      .where(
        "e.payment_id",
        "in",
        payments.map(({ id }) => id),
      )
      .groupBy(["e.payment_id", "e.debt_id", "d.public_id", "d.reference", "e.currency", "d.balance_minor"])
      .having(({ fn }) => fn.sum("e.amount_minor"), "<", 0)
      .orderBy("e.payment_id")
      .orderBy("e.debt_id")
      .execute();
    return Map.groupBy(rows, (row) => row.payment_id);
  }

  private async reversedFor(accountId: number, row: PaymentRecord): Promise<string | null> {
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
