import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import { Journal, type JsonObject } from "../journal/index.js";
import { Credits } from "./credits.service.js";
import { type ChangedNote, type NoteState, restate } from "./domain/credit-note.js";
import { paymentStatus } from "./domain/payment-status.js";
import { LedgerStore } from "./ledger.store.js";
import { paymentsEvents } from "./payments.events.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import { PaymentsStore } from "./payments.store.js";

/** What a file says of a credit note. */
export interface StatedNote {
  readonly debtorId: number;
  readonly debtorExternalId: string;
  readonly source: string;
  readonly reference: string;
  readonly currency: Currency;
  /** What it is worth now; 0 once it is used up. */
  readonly minor: number;
  /** As it is kept; null for one that is new. */
  readonly known: PaymentRecord | null;
}

interface NoteCause {
  readonly actor: Actor;
  readonly importId: string;
}

type NoteEvent = typeof paymentsEvents.creditReceived | typeof paymentsEvents.creditChanged;

/** Credit notes as files of debts state them. They are kept beside payments, and are none. Works in the caller's unit of work. */
@Injectable()
export class CreditNotes {
  constructor(
    private readonly store: PaymentsStore,
    private readonly ledger: LedgerStore,
    private readonly credits: Credits,
    private readonly journal: Journal,
  ) {}

  /** Every note of these debtors, those of undone imports too. */
  of(accountId: number, debtorIds: readonly number[]): Promise<PaymentRecord[]> {
    return this.store.notesOf(accountId, debtorIds);
  }

  /** The debtors are locked; `Credits.place` comes after. @returns what is new, and how the others stood */
  async state(
    accountId: number,
    notes: readonly StatedNote[],
    cause: NoteCause,
    today: CalendarDate,
  ): Promise<{ fresh: { id: number; publicId: string }[]; changed: ChangedNote[] }> {
    const fresh = await this.receive(
      accountId,
      notes.filter(({ known, minor }) => minor > 0 && (known === null || known.undone_at !== null)),
      today,
    );
    for (const row of fresh) this.note(accountId, paymentsEvents.creditReceived, row, cause, { amountMinor: row.amount_minor });
    const changes = notes.flatMap(({ known, minor }) => {
      const after = known && known.undone_at === null ? restate(noteState(known), minor) : null;
      return after ? [{ row: known!, before: noteState(known!), after }] : [];
    });
    await this.store.restateNotes(
      accountId,
      changes.map(({ row, after }) => withState(row, after)),
    );
    for (const { row, before, after } of changes) {
      const payload = { amountMinor: after.reportedMinor, before: { amountMinor: before.reportedMinor } };
      this.note(accountId, paymentsEvents.creditChanged, row, cause, payload);
    }
    return {
      fresh: fresh.map(({ id, public_id: publicId }) => ({ id, publicId })),
      changed: changes.map(({ row, before }) => ({ id: row.id, debtorId: row.debtor_id!, before })),
    };
  }

  /** Puts notes back as they stood before an import. What they had settled is owed again; `Credits.place` comes after. */
  async restore(accountId: number, notes: readonly ChangedNote[], cause: NoteCause): Promise<void> {
    if (notes.length === 0) return;
    const ids = notes.map(({ id }) => id);
    await this.credits.free(accountId, await this.ledger.debtsCreditedBy(accountId, ids), cause);
    const rows = new Map((await this.store.lockByIds(accountId, ids)).map((row) => [row.id, row]));
    const back = notes.flatMap(({ id, before }) => {
      const row = rows.get(id);
      return row ? [{ row, before: { ...before, unallocatedMinor: before.reversed ? 0 : before.amountMinor } }] : [];
    });
    await this.store.restateNotes(
      accountId,
      back.map(({ row, before }) => withState(row, before)),
    );
    for (const { row, before } of back) {
      const payload = { amountMinor: before.reportedMinor, before: { amountMinor: row.reported_minor ?? 0 }, undone: true };
      this.note(accountId, paymentsEvents.creditChanged, row, cause, payload);
    }
  }

  private async receive(accountId: number, notes: readonly StatedNote[], valueDate: CalendarDate): Promise<PaymentRecord[]> {
    const again = notes.flatMap(({ known, minor }) => {
      if (known === null) return [];
      const state = { amountMinor: minor, unallocatedMinor: minor, reportedMinor: minor, reversed: false };
      return [{ ...withState(known, state), value_date: valueDate, undone_at: null }];
    });
    await this.store.restateNotes(accountId, again);
    const unknown = notes.filter(({ known }) => known === null);
    return [...again, ...(await this.store.insertNotes(accountId, unknown, valueDate))];
  }

  private note(accountId: number, type: NoteEvent, row: PaymentRecord, { actor, importId }: NoteCause, more: JsonObject): void {
    const payload = { credit: row.public_id, currency: row.currency, ...more, import: importId };
    this.journal.append(accountId, { type, version: 1, actor, debtorId: row.debtor_id, payload });
  }
}

export function noteState(row: PaymentRecord): NoteState {
  return {
    amountMinor: row.amount_minor,
    unallocatedMinor: row.unallocated_minor,
    reportedMinor: row.reported_minor ?? row.amount_minor,
    reversed: row.status === "reversed",
  };
}

function withState(row: PaymentRecord, state: NoteState): PaymentRecord {
  return {
    ...row,
    amount_minor: state.amountMinor,
    unallocated_minor: state.unallocatedMinor,
    reported_minor: state.reportedMinor,
    status: state.reversed ? "reversed" : paymentStatus(row.debtor_id, state.unallocatedMinor),
  };
}
