import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import type { Actor } from "../../shared/actor.js";
import { conflict, invalid, notFound } from "../../shared/errors.js";
import { fromDecimal } from "../../shared/money.js";
import { localDate } from "../../shared/zone.js";
import { Journal, type JsonObject } from "../journal/index.js";
import { type DebtRecord, DebtorsStore, DebtsStore, OwedChanges } from "../portfolio/index.js";
import { Credits } from "./credits.service.js";
import { LedgerStore, type NewEntry } from "./ledger.store.js";
import { paymentsEvents } from "./payments.events.js";

type Ending = Pick<NewEntry, "kind" | "amountMinor">;

/** What a creditor gives up or lets go of a debt, and takes back. Reasons are sealed. */
@Injectable()
export class DebtEndings {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly debts: DebtsStore,
    private readonly ledger: LedgerStore,
    private readonly credits: Credits,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Gives up all that is owed of a debt: it is chased no more, and that is no recovery.
   * @throws DomainError `debt.not_found`, `debt.not_open`
   */
  writeOff(accountId: number, publicId: string, reason: string, actor: Actor): Promise<DebtRecord> {
    return this.end(accountId, publicId, reason, actor, (debt) => {
      mustBeOpen(debt);
      return {
        entries: [{ kind: "write_off", amountMinor: -debt.balance_minor }],
        type: paymentsEvents.debtWrittenOff,
        payload: { amountMinor: debt.balance_minor },
      };
    });
  }

  /**
   * Lets all or a part of what is owed go; what was paid before, or is paid of the rest, is money that came.
   * @param forgiven what is let go, as plain decimal text in the debt's currency; null: all of it
   * @throws DomainError `debt.not_found`, `debt.not_open`, `debt.forgives_too_much` for nothing or more than is owed
   */
  settle(accountId: number, publicId: string, forgiven: string | null, reason: string, actor: Actor): Promise<DebtRecord> {
    return this.end(accountId, publicId, reason, actor, (debt) => {
      mustBeOpen(debt);
      const minor = forgiven === null ? debt.balance_minor : fromDecimal(forgiven, debt.currency).minor;
      if (minor <= 0 || minor > debt.balance_minor) throw tooMuch();
      return { entries: [{ kind: "forgiven", amountMinor: -minor }], type: paymentsEvents.debtSettled, payload: { amountMinor: minor } };
    });
  }

  /**
   * Takes back what was given up and let go of a debt: it is owed again. What came of it meanwhile stays paid.
   * @throws DomainError `debt.not_found`, `debt.nothing_to_restore`
   */
  restore(accountId: number, publicId: string, reason: string, actor: Actor): Promise<DebtRecord> {
    return this.end(accountId, publicId, reason, actor, (debt, given) => {
      if (given.length === 0 || debt.status === "cancelled") throw nothingToRestore();
      const of = (kind: Ending["kind"]) => given.find((one) => one.kind === kind)?.amountMinor ?? 0;
      return {
        entries: given,
        type: paymentsEvents.debtRestored,
        payload: { writtenOffMinor: of("write_off"), forgivenMinor: of("forgiven") },
      };
    });
  }

  private end(
    accountId: number,
    publicId: string,
    reason: string,
    actor: Actor,
    decide: (debt: DebtRecord, given: readonly Ending[]) => { entries: readonly Ending[]; type: string; payload: JsonObject },
  ): Promise<DebtRecord> {
    return this.db.inUnitOfWork("debt.end", async () => {
      const named = await this.debts.named(accountId, publicId);
      if (!named) throw notFound("debt.not_found", "There is no such debt.");
      await this.debtors.lock(accountId, [named.debtor_id]);
      const [debt] = await this.debts.lock(accountId, [named.id]);
      const given = (await this.ledger.givenUp(accountId, [named.id])).map(({ kind, minor }): Ending => ({ kind, amountMinor: minor }));
      const { entries, type, payload } = decide(debt!, given);
      const now = this.clock.now();
      const facts = { debtId: named.id, currency: debt!.currency, valueDate: localDate("UTC", now), paymentId: null };
      await this.ledger.add(
        accountId,
        entries.map((entry): NewEntry => ({ ...facts, ...entry })),
        now,
      );
      await this.ledger.settle(accountId, [named.id], now);
      this.journal.append(accountId, {
        type,
        version: 1,
        actor,
        debtorId: named.debtor_id,
        payload: { debt: publicId, currency: debt!.currency, ...payload },
        personal: { reason },
      });
      // What is owed again may be covered by what is in hand.
      await this.credits.place(accountId, [named.debtor_id]);
      this.changes.announce();
      return (await this.debts.byIds(accountId, [named.id]))[0]!;
    });
  }
}

function mustBeOpen({ status }: DebtRecord): void {
  if (status === "open") return;
  throw conflict("debt.not_open", "Nothing is owed of this debt any more.", {
    remedy: "Look at the debt again; it was paid, settled, written off or cancelled meanwhile.",
  });
}

function tooMuch() {
  return invalid("debt.forgives_too_much", "More cannot be let go than is owed, nor nothing.", {
    field: "amount",
    remedy: "Give an amount of at most what is owed.",
  });
}

function nothingToRestore() {
  return conflict("debt.nothing_to_restore", "Nothing of this debt was written off or let go.", {
    remedy: "Only a write-off or a settlement is taken back; a payment is taken back by itself.",
  });
}
