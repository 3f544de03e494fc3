import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../shared/actor.js";
import { invalid, notFound } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore } from "./debtors.store.js";
import { type NumberOwner, NumberOwnersStore, type NumberPoint } from "./number-owners.store.js";
import { OwedChanges } from "./owed-changes.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import { NUMBER_OWNER } from "./portfolio.tables.js";
import { SharedNumbers } from "./shared-numbers.service.js";

/** Says whose a number is that the files give to several debtors: from then on it is used for that one, whatever the files say. */
@Injectable()
export class NumberOwners {
  constructor(
    private readonly store: NumberOwnersStore,
    private readonly debtors: DebtorsStore,
    private readonly shared: SharedNumbers,
    private readonly vault: DebtorVault,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Saying it again, for another debtor, takes the first word back.
   * @param publicId of the number: of one of its contact points, which it keeps
   * @throws DomainError `number.not_found`, `number.not_theirs`
   */
  assign(accountId: number, publicId: string, debtorPublicId: string, note: string, actor: Actor): Promise<NumberOwner> {
    return this.db.inUnitOfWork("number.assign", async () => {
      const { hash, points } = await this.numberOf(accountId, publicId);
      const debtor = await this.debtors.byPublicId(accountId, debtorPublicId);
      if (!debtor || !points.some((point) => point.debtorId === debtor.id)) {
        throw invalid("number.not_theirs", "No file gives this number to that debtor.", {
          field: "debtorId",
          remedy: "Choose one of the debtors the number is listed with.",
        });
      }
      await this.debtors.lock(
        accountId,
        points.map((point) => point.debtorId),
      );
      const now = this.clock.now();
      const theirs = points.filter((point) => point.debtorId === debtor.id);
      const others = points.filter((point) => point.debtorId !== debtor.id);
      await this.debtors.retireContactPoints(
        accountId,
        others.filter((point) => !point.invalid).map((point) => point.id),
        now,
      );
      await this.debtors.reviveContactPoints(
        accountId,
        theirs.filter((point) => point.invalid).map((point) => ({ id: point.id, debtorId: debtor.id, hash })),
      );
      const owner = { publicId, hash, debtorId: debtor.id, pointIds: points.map(({ id }) => id), assignedAt: now };
      const cell = { table: NUMBER_OWNER, column: "note_sealed", row: publicId } as const;
      await this.store.save(accountId, owner, await this.vault.seal(accountId, null, cell, note), actorRef(actor));
      const losers = [...new Set(others.map(({ debtorId }) => debtorId))];
      await this.shared.review({ accountId, actor, importId: null }, { added: [hash], removed: [hash], losers: [...losers, debtor.id] });
      this.note(accountId, owner, losers, note, actor);
      return owner;
    });
  }

  private async numberOf(accountId: number, publicId: string): Promise<{ hash: string; points: NumberPoint[] }> {
    const owner = await this.store.byPublicId(accountId, publicId);
    const hash = owner?.hash ?? (await this.store.hashOfPoint(accountId, publicId));
    const used = hash === null ? [] : ((await this.store.pointsUnder(accountId, [hash])).get(hash) ?? []);
    const points = new Map([...(await this.store.points(accountId, owner?.pointIds ?? [])), ...used].map((point) => [point.id, point]));
    if (hash === null || (!owner && new Set(used.map(({ debtorId }) => debtorId)).size < 2)) {
      throw notFound("number.not_found", "There is no such number of several debtors.");
    }
    return { hash, points: [...points.values()] };
  }

  private note(accountId: number, { publicId, debtorId }: NumberOwner, losers: readonly number[], note: string, actor: Actor): void {
    const payload = { number: publicId };
    this.journal.append(accountId, { type: portfolioEvents.numberAssigned, version: 1, actor, debtorId, payload, personal: { note } });
    for (const loser of losers)
      this.journal.append(accountId, { type: portfolioEvents.numberDenied, version: 1, actor, debtorId: loser, payload });
    this.changes.announce();
  }
}
