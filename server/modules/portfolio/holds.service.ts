import { Injectable } from "@nestjs/common";
import type { HOLD_REASONS } from "../../contract/portfolio.contract.js";
import { type Actor, actorRef } from "../../shared/actor.js";
import { notFound } from "../../shared/errors.js";
import { type Instant, toIsoOrNull } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore } from "./debtors.store.js";
import { OwedChanges } from "./owed-changes.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import type { HoldRecord } from "./portfolio-rows.tables.js";
import type { PortfolioTables } from "./portfolio.tables.js";

export type HoldReason = (typeof HOLD_REASONS)[number];

/** They keep a debt from being chased and not from being paid: the debtor asked for them. */
export const PAYABLE_HOLDS: readonly string[] = ["promise", "reminder"] satisfies HoldReason[];

export interface NewHold {
  readonly debtorId: number;
  /** Without it everything the debtor owes is held. */
  readonly debtId?: number | null;
  readonly reason: HoldReason;
  /** Without it the hold lasts until somebody ends it. */
  readonly until?: Instant | null;
  readonly actor: Actor;
  readonly note?: string | null;
}

/** Stops and resumes chasing. Every method writes in the caller's unit of work, or in one of its own. */
@Injectable()
export class Holds {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Locks the debtor, so that a message being claimed is either out before the hold or stopped by it.
   * A hold that stands already for the same thing, reason and end is not placed twice; but what Saldo held by itself, and may end by
   * itself, does not stand in for what somebody said.
   * @throws DomainError `debtor.not_found`, `debt.not_found`
   */
  place(accountId: number, hold: NewHold): Promise<HoldRecord> {
    return this.db.inUnitOfWork("hold.place", async () => {
      const [debtor] = await this.debtors.lock(accountId, [hold.debtorId]);
      if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
      const debt = await this.debtOf(accountId, hold);
      const now = this.clock.now();
      const standing = await this.standing(accountId, hold, now);
      if (standing) return standing;
      const publicId = this.ids.next();
      const row = {
        account_id: accountId,
        public_id: publicId,
        debtor_id: hold.debtorId,
        debt_id: hold.debtId ?? null,
        reason: hold.reason,
        from_at: now,
        until_at: hold.until ?? null,
        released_at: null,
        actor: actorRef(hold.actor),
        note_sealed: hold.note
          ? await this.vault.seal(accountId, hold.debtorId, { table: "hold", column: "note_sealed", row: publicId }, hold.note)
          : null,
      };
      await this.db.insert("hold", [row]);
      this.journal.append(accountId, {
        type: portfolioEvents.holdPlaced,
        version: 1,
        actor: hold.actor,
        debtorId: hold.debtorId,
        payload: { hold: publicId, reason: hold.reason, debt, until: toIsoOrNull(hold.until) },
        ...(hold.note ? { personal: { note: hold.note } } : {}),
      });
      this.changes.announce();
      return this.byPublicId(accountId, publicId);
    });
  }

  /**
   * Holds many in a fixed number of statements. The caller has their debtors locked and knows that none stands for this reason.
   * @returns the public ids, in the order given
   */
  async placeMany(
    accountId: number,
    targets: readonly { readonly debtorId: number; readonly debt: { readonly id: number; readonly publicId: string } | null }[],
    { reason, actor, importId }: { readonly reason: HoldReason; readonly actor: Actor; readonly importId?: string },
  ): Promise<string[]> {
    if (targets.length === 0) return [];
    const now = this.clock.now();
    const placed = targets.map((target) => ({ ...target, publicId: this.ids.next() }));
    await this.db.insert(
      "hold",
      placed.map(({ debtorId, debt, publicId }) => ({
        account_id: accountId,
        public_id: publicId,
        debtor_id: debtorId,
        debt_id: debt?.id ?? null,
        reason,
        from_at: now,
        until_at: null,
        released_at: null,
        actor: actorRef(actor),
        note_sealed: null,
      })),
    );
    for (const { debtorId, debt, publicId } of placed) {
      const payload = { hold: publicId, reason, debt: debt?.publicId ?? null, until: null, ...(importId ? { import: importId } : {}) };
      this.journal.append(accountId, { type: portfolioEvents.holdPlaced, version: 1, actor, debtorId, payload });
    }
    this.changes.announce();
    return placed.map(({ publicId }) => publicId);
  }

  /** Ends a hold; ending it twice changes nothing. @throws DomainError `hold.not_found` */
  release(accountId: number, publicId: string, actor: Actor, note: string | null = null): Promise<HoldRecord> {
    return this.db.inUnitOfWork("hold.release", async () => {
      const found = await this.byPublicId(accountId, publicId);
      await this.debtors.lock(accountId, [found.debtor_id]);
      const { numUpdatedRows: released } = await this.tables
        .updateTable("hold")
        .set({ released_at: this.clock.now() })
        .where("account_id", "=", accountId)
        .where("id", "=", found.id)
        .where("released_at", "is", null)
        .executeTakeFirst();
      if (released === 0n) return this.byPublicId(accountId, publicId);
      this.journal.append(accountId, {
        type: portfolioEvents.holdReleased,
        version: 1,
        actor,
        debtorId: found.debtor_id,
        payload: { hold: publicId, reason: found.reason },
        ...(note ? { personal: { note } } : {}),
      });
      this.changes.announce();
      return this.byPublicId(accountId, publicId);
    });
  }

  private async byPublicId(accountId: number, publicId: string): Promise<HoldRecord> {
    const row = await this.held(accountId).where("public_id", "=", publicId).executeTakeFirst();
    if (!row) throw notFound("hold.not_found", "There is no such hold.");
    return row;
  }

  private async debtOf(accountId: number, { debtorId, debtId }: NewHold): Promise<string | null> {
    if (debtId === null || debtId === undefined) return null;
    const row = await this.tables
      .selectFrom("debt")
      .select("public_id")
      .where("account_id", "=", accountId)
      .where("id", "=", debtId)
      .where("debtor_id", "=", debtorId)
      .executeTakeFirst();
    if (!row) throw notFound("debt.not_found", "This debtor has no such debt.");
    return row.public_id;
  }

  private standing(accountId: number, hold: NewHold, now: Instant): Promise<HoldRecord | undefined> {
    return this.held(accountId)
      .where("debtor_id", "=", hold.debtorId)
      .where("reason", "=", hold.reason)
      .where("released_at", "is", null)
      .where("debt_id", hold.debtId ? "=" : "is", hold.debtId ?? null)
      .where("until_at", hold.until ? "=" : "is", hold.until ?? null)
      .where((is) => is.or([is("until_at", "is", null), is("until_at", ">", now)]))
      .where("actor", hold.actor.kind === "system" ? "like" : "not like", "system:%")
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
  }

  private held(accountId: number) {
    return this.tables.selectFrom("hold").selectAll().where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }
}
