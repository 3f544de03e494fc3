import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { conflict, notFound } from "../../shared/errors.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { OwedChanges } from "../portfolio/index.js";
import { Credits } from "./credits.service.js";
import { type PaymentInput, samePayment } from "./domain/payment-input.js";
import { PaymentAllocator, type PlacedPayment } from "./payment-allocator.service.js";
import { paymentsEvents } from "./payments.events.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import { type PaymentSource, PaymentsStore } from "./payments.store.js";

/** `different`: a payment of this id was recorded with other contents, and stays as it is. */
export type PaymentOutcome = "created" | "unchanged" | "different";

type Received = typeof paymentsEvents.paymentReceived | typeof paymentsEvents.paymentIdentified;

/** Receives payments, takes them back, and places those nobody could place before. */
@Injectable()
export class Payments {
  constructor(
    private readonly db: Database,
    private readonly store: PaymentsStore,
    private readonly allocator: PaymentAllocator,
    private readonly credits: Credits,
    private readonly vault: DebtorVault,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Records one payment; the same id twice is one payment.
   * @throws DomainError `payment.different` when the id was used for another payment
   */
  async record(accountId: number, input: PaymentInput, source: PaymentSource, actor: Actor): Promise<PaymentRecord> {
    return this.db.inUnitOfWork("payment.record", async () => {
      const { outcomes } = await this.recordMany(accountId, [input], source, actor);
      if (outcomes.get(input.externalId) === "different") {
        throw conflict("payment.different", "A payment with this id was recorded with other contents.", {
          field: "externalId",
          remedy: "Use a new id for another payment; reverse the recorded one if it was wrong.",
        });
      }
      return (await this.store.byExternalIds(accountId, [input.externalId]))[0]!;
    });
  }

  /** As `record`, for many with different ids, in the caller's unit of work. @returns outcomes by external id, and the new payments */
  async recordMany(
    accountId: number,
    inputs: readonly PaymentInput[],
    source: PaymentSource,
    actor: Actor,
  ): Promise<{ outcomes: Map<string, PaymentOutcome>; fresh: { id: number; publicId: string }[] }> {
    const received = await this.store.receive(accountId, inputs, source);
    const outcomes = new Map<string, PaymentOutcome>();
    const fresh: PaymentRecord[] = [];
    for (const input of inputs) {
      const { row, isNew } = received.get(input.externalId)!;
      outcomes.set(input.externalId, isNew ? "created" : samePayment(inputOf(row), input) ? "unchanged" : "different");
      if (isNew) fresh.push(row);
    }
    const placed = await this.allocator.place(accountId, fresh);
    for (const payment of placed) this.note(accountId, paymentsEvents.paymentReceived, payment, actor);
    if (fresh.length > 0) this.changes.announce();
    return { outcomes, fresh: fresh.map(({ id, public_id: publicId }) => ({ id, publicId })) };
  }

  /** What `recordMany` would do. Writes nothing. */
  async foresee(accountId: number, inputs: readonly PaymentInput[]): Promise<Map<string, PaymentOutcome>> {
    const rows = await this.store.byExternalIds(
      accountId,
      inputs.map((input) => input.externalId),
    );
    const known = new Map(rows.filter((row) => row.undone_at === null).map((row) => [row.external_id, inputOf(row)]));
    return new Map(
      inputs.map((input) => {
        const before = known.get(input.externalId);
        return [input.externalId, before === undefined ? "created" : samePayment(before, input) ? "unchanged" : "different"];
      }),
    );
  }

  /**
   * Says what an unidentified payment is for.
   * @throws DomainError `payment.not_found`, `payment.placed`, `payment.still_unidentified`, `payment.other_currency`
   */
  identify(
    accountId: number,
    publicId: string,
    claim: Pick<PaymentInput, "debtReference" | "debtorExternalId">,
    actor: Actor,
  ): Promise<PaymentRecord> {
    return this.db.inUnitOfWork("payment.identify", async () => {
      const payment = await this.locked(accountId, publicId);
      if (payment.status !== "unidentified") throw conflict("payment.placed", "This payment is placed already, or was reversed.");
      const claimed = { ...payment, claimed_reference: claim.debtReference, claimed_debtor: claim.debtorExternalId };
      const [placed] = await this.allocator.place(accountId, [claimed], true);
      if (placed?.doubt === "currency") {
        throw conflict("payment.other_currency", `This debt is not owed in ${payment.currency}.`, {
          field: "debtReference",
          remedy:
            "Name a debt in the payment's currency, or the debtor alone to keep it as a credit; or reverse it and record what it counts for.",
          params: { currency: payment.currency },
        });
      }
      if (!placed || placed.payment.status === "unidentified") {
        throw notFound("payment.still_unidentified", "No debt or debtor was found for this payment.", {
          field: "debtReference",
          remedy: "Give the reference of one of the debtor's debts, or the debtor's number alone.",
        });
      }
      this.note(accountId, paymentsEvents.paymentIdentified, placed, actor);
      await this.allocator.endDoubt(accountId, payment);
      this.changes.announce();
      return placed.payment;
    });
  }

  /**
   * Takes a payment back: what it settled is owed again. Doing it twice changes nothing.
   * @param reason sealed, never in the clear part of the journal
   * @throws DomainError `payment.not_found`
   */
  reverse(accountId: number, publicId: string, reason: string, actor: Actor): Promise<PaymentRecord> {
    return this.db.inUnitOfWork("payment.reverse", async () => {
      const payment = await this.locked(accountId, publicId);
      if (payment.status === "reversed") return payment;
      const reversed = await this.takeBack(accountId, payment, reason, actor);
      // What it settled is owed again, and something else may be in hand for it.
      if (payment.debtor_id !== null) await this.credits.place(accountId, [payment.debtor_id]);
      return reversed;
    });
  }

  /**
   * Takes the payments of an import back, in its unit of work: their ids may be sent again; `Credits.place` comes after. One that somebody took back before was no
   * payment, and another file does not make it one.
   */
  async undo(accountId: number, payments: readonly { readonly publicId: string }[], reason: string, actor: Actor): Promise<void> {
    const undone: number[] = [];
    for (const { publicId } of payments) {
      const payment = await this.locked(accountId, publicId);
      if (payment.status === "reversed") continue;
      await this.takeBack(accountId, payment, reason, actor);
      undone.push(payment.id);
    }
    await this.store.markUndone(accountId, undone);
  }

  private async takeBack(accountId: number, payment: PaymentRecord, reason: string, actor: Actor): Promise<PaymentRecord> {
    const { public_id: publicId } = payment;
    const isNote = payment.reported_minor !== null;
    const allocations = await this.allocator.takeBack(accountId, payment);
    const cell = { table: "payment", column: "note_sealed", row: publicId } as const;
    await this.store.markReversed(accountId, payment.id, await this.vault.seal(accountId, payment.debtor_id, cell, reason));
    this.journal.append(accountId, {
      type: isNote ? paymentsEvents.creditReversed : paymentsEvents.paymentReversed,
      version: 1,
      actor,
      debtorId: payment.debtor_id,
      payload: {
        [isNote ? "credit" : "payment"]: publicId,
        amountMinor: payment.amount_minor,
        currency: payment.currency,
        allocations: allocations.map(({ publicId: debt, minor, broughtBack }) => ({
          debt,
          minor,
          ...(broughtBack > 0 ? { afterWriteOff: broughtBack } : {}),
        })),
      },
      ...(payment.debtor_id === null ? {} : { personal: { reason } }),
    });
    if (payment.status === "unidentified") await this.allocator.endDoubt(accountId, payment);
    this.changes.announce();
    return { ...payment, status: "reversed", unallocated_minor: 0 };
  }

  private async locked(accountId: number, publicId: string): Promise<PaymentRecord> {
    const payment = await this.store.lock(accountId, publicId);
    if (!payment) throw notFound("payment.not_found", "There is no such payment.");
    return payment;
  }

  private note(accountId: number, type: Received, { payment, allocations, broughtBack }: PlacedPayment, actor: Actor): void {
    this.journal.append(accountId, {
      type,
      version: 1,
      actor,
      debtorId: payment.debtor_id,
      payload: {
        payment: payment.public_id,
        amountMinor: payment.amount_minor,
        currency: payment.currency,
        valueDate: payment.value_date,
        status: payment.status,
        unallocatedMinor: payment.unallocated_minor,
        // What it names comes first.
        allocations: allocations.map(({ debt, minor }, index) => ({
          debt: debt.public_id,
          minor,
          ...(index === 0 && broughtBack > 0 ? { afterWriteOff: broughtBack } : {}),
        })),
      },
    });
  }
}

function inputOf(row: PaymentRecord): PaymentInput {
  return {
    externalId: row.external_id,
    debtReference: row.claimed_reference,
    debtorExternalId: row.claimed_debtor,
    amountMinor: row.amount_minor,
    currency: row.currency,
    valueDate: row.value_date,
  };
}
