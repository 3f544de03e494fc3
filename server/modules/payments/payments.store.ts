import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { looseKey } from "../portfolio/rules.js";
import type { PaymentInput } from "./domain/payment-input.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import type { PaymentsTables } from "./payments.tables.js";

export type PaymentSource = "api" | "file" | "hand";

/** A credit note that a file brings. */
export interface NewNote {
  readonly debtorId: number;
  readonly debtorExternalId: string;
  readonly source: string;
  readonly reference: string;
  readonly currency: Currency;
  readonly minor: number;
}

const NOTE = "note";

/** Payments as they were received. */
@Injectable()
export class PaymentsStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Inserts what is not there yet, as unidentified, and returns every payment named, whoever recorded it first.
   * @returns by external id; `isNew` for those this call inserted
   */
  async receive(
    accountId: number,
    inputs: readonly PaymentInput[],
    source: PaymentSource,
  ): Promise<Map<string, { readonly row: PaymentRecord; readonly isNew: boolean }>> {
    const now = this.clock.now();
    const mine = new Map(inputs.map((input) => [input.externalId, this.ids.next()]));
    await this.db.insertIgnore(
      "payment",
      inputs.map((input) => ({
        account_id: accountId,
        public_id: mine.get(input.externalId)!,
        source,
        external_id: input.externalId,
        claimed_reference: input.debtReference,
        claimed_debtor: input.debtorExternalId,
        ...looseClaim(input.debtReference, input.debtorExternalId),
        debtor_id: null,
        debt_id: null,
        amount_minor: input.amountMinor,
        unallocated_minor: input.amountMinor,
        currency: input.currency,
        value_date: input.valueDate,
        status: "unidentified",
        note_source: null,
        reported_minor: null,
        note_sealed: null,
        received_at: now,
      })),
    );
    const rows = await this.byExternalIds(accountId, [...mine.keys()]);
    const again = rows.filter((row) => row.undone_at !== null);
    if (again.length > 0) await this.receiveAgain(accountId, inputs, source, again);
    const back = new Set(again.map((row) => row.external_id));
    const current = again.length > 0 ? await this.byExternalIds(accountId, [...mine.keys()]) : rows;
    return new Map(
      current.map((row) => [row.external_id, { row, isNew: row.public_id === mine.get(row.external_id) || back.has(row.external_id) }]),
    );
  }

  /** Payments of an import that was undone, sent once more: the same rows, as they are said to be now. */
  private async receiveAgain(
    accountId: number,
    inputs: readonly PaymentInput[],
    source: PaymentSource,
    rows: readonly PaymentRecord[],
  ): Promise<void> {
    const said = new Map(inputs.map((input) => [input.externalId, input]));
    for (const row of rows) {
      const { debtReference, debtorExternalId, amountMinor, currency, valueDate } = said.get(row.external_id)!;
      await this.update(accountId)
        .set({
          source,
          claimed_reference: debtReference,
          claimed_debtor: debtorExternalId,
          ...looseClaim(debtReference, debtorExternalId),
          debtor_id: null,
          debt_id: null,
          amount_minor: amountMinor,
          unallocated_minor: amountMinor,
          currency,
          value_date: valueDate,
          status: "unidentified",
          note_sealed: null,
          received_at: this.clock.now(),
          undone_at: null,
        })
        .where("id", "=", row.id)
        .execute();
    }
  }

  /** In the caller's unit of work: from now the same id sent again is taken for new. */
  async markUndone(accountId: number, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.update(accountId).set({ undone_at: this.clock.now() }).where("id", "in", ids).execute();
  }

  async byExternalIds(accountId: number, externalIds: readonly string[]): Promise<PaymentRecord[]> {
    if (externalIds.length === 0) return [];
    return this.payments(accountId).where("external_id", "in", externalIds).execute();
  }

  /** Waits for the payment; its debtor's lock comes after. */
  async lock(accountId: number, publicId: string): Promise<PaymentRecord | null> {
    const row = await this.db.held(this.payments(accountId).where("public_id", "=", publicId)).executeTakeFirst();
    return row ?? null;
  }

  /** Writes where payments went. What they were said to be for stays as received: the same payment sent again must be known. */
  async place(accountId: number, payments: readonly PaymentRecord[]): Promise<void> {
    await this.write(accountId, payments, ["debtor_id", "debt_id", "unallocated_minor", "status"]);
  }

  /** Payments and notes of which a part is in hand, the oldest first. */
  async inHand(accountId: number, debtorIds: readonly number[]): Promise<PaymentRecord[]> {
    return debtorIds.length === 0 ? [] : this.withRest(accountId, debtorIds).execute();
  }

  /** The same, held until the commit. Their debtors' locks come before. */
  async lockInHand(accountId: number, debtorIds: readonly number[]): Promise<PaymentRecord[]> {
    return debtorIds.length === 0 ? [] : this.db.held(this.withRest(accountId, debtorIds)).execute();
  }

  async lockByIds(accountId: number, ids: readonly number[]): Promise<PaymentRecord[]> {
    if (ids.length === 0) return [];
    return this.db.held(this.payments(accountId).where("id", "in", ids).orderBy("id")).execute();
  }

  async notesOf(accountId: number, debtorIds: readonly number[]): Promise<PaymentRecord[]> {
    if (debtorIds.length === 0) return [];
    return this.payments(accountId).where("debtor_id", "in", debtorIds).where("source", "=", NOTE).orderBy("id").execute();
  }

  /** @returns them in the order given */
  async insertNotes(accountId: number, notes: readonly NewNote[], valueDate: CalendarDate): Promise<PaymentRecord[]> {
    if (notes.length === 0) return [];
    const now = this.clock.now();
    const mine = notes.map((note) => ({ note, publicId: this.ids.next() }));
    await this.db.insert(
      "payment",
      mine.map(({ note, publicId }) => ({
        account_id: accountId,
        public_id: publicId,
        source: NOTE,
        // No file of payments names it: it is known by the debtor, its system and its reference.
        external_id: `${NOTE}:${publicId}`,
        claimed_reference: note.reference,
        claimed_debtor: note.debtorExternalId,
        ...looseClaim(note.reference, note.debtorExternalId),
        debtor_id: note.debtorId,
        debt_id: null,
        amount_minor: note.minor,
        unallocated_minor: note.minor,
        currency: note.currency,
        value_date: valueDate,
        status: "overpaid",
        note_source: note.source,
        reported_minor: note.minor,
        note_sealed: null,
        received_at: now,
      })),
    );
    const rows = await this.byExternalIds(
      accountId,
      mine.map(({ publicId }) => `${NOTE}:${publicId}`),
    );
    const found = new Map(rows.map((row) => [row.public_id, row]));
    return mine.map(({ publicId }) => found.get(publicId)!);
  }

  async restateNotes(accountId: number, notes: readonly PaymentRecord[]): Promise<void> {
    await this.write(accountId, notes, ["amount_minor", "unallocated_minor", "reported_minor", "value_date", "status", "undone_at"]);
  }

  async markReversed(accountId: number, id: number, noteSealed: string): Promise<void> {
    await this.update(accountId).set({ status: "reversed", unallocated_minor: 0, note_sealed: noteSealed }).where("id", "=", id).execute();
  }

  private async write(accountId: number, payments: readonly PaymentRecord[], columns: readonly string[]): Promise<void> {
    const rows = payments.map((payment) => ({
      account_id: accountId,
      public_id: payment.public_id,
      source: payment.source,
      external_id: payment.external_id,
      claimed_reference: payment.claimed_reference,
      claimed_debtor: payment.claimed_debtor,
      loose_reference: payment.loose_reference,
      loose_debtor: payment.loose_debtor,
      debtor_id: payment.debtor_id,
      debt_id: payment.debt_id,
      amount_minor: payment.amount_minor,
      unallocated_minor: payment.unallocated_minor,
      currency: payment.currency,
      value_date: payment.value_date,
      status: payment.status,
      note_source: payment.note_source,
      reported_minor: payment.reported_minor,
      received_at: payment.received_at,
      undone_at: payment.undone_at,
    }));
    await this.db.upsert("payment", rows, ["account_id", "external_id"], columns);
  }

  private withRest(accountId: number, debtorIds: readonly number[]) {
    const rest = this.payments(accountId)
      .where("debtor_id", "in", debtorIds)
      .where("status", "=", "overpaid")
      .where("unallocated_minor", ">", 0);
    return rest.orderBy("value_date").orderBy("id");
  }

  private update(accountId: number) {
    return this.db.typed<PaymentsTables>().updateTable("payment").where("account_id", "=", accountId);
  }

  private payments(accountId: number) {
    return this.db.typed<PaymentsTables>().selectFrom("payment").selectAll().where("account_id", "=", accountId);
  }
}

function looseClaim(reference: string | null, debtor: string | null) {
  return { loose_reference: reference === null ? null : looseKey(reference), loose_debtor: debtor === null ? null : looseKey(debtor) };
}
