import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { type Instant, toIso } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore } from "./debtors.store.js";
import { OwedChanges } from "./owed-changes.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import type { PortfolioTables } from "./portfolio.tables.js";

const actor: Actor = { kind: "host" };

interface Point {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
}

/** Numbers from which nobody is heard: the helpdesk drops what a contact it has blocked writes. Nothing is sent there until that is over. */
@Injectable()
export class BlockedNumbers {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /** Those of the numbers that are a debtor's. @param hashes look-up hashes of numbers, here and below */
  async known(accountId: number, hashes: readonly string[]): Promise<readonly string[]> {
    const holders = await this.debtors.holders(accountId, "phone", hashes);
    return hashes.filter((hash) => holders.has(hash));
  }

  /** Holds the debtors until the commit. */
  async lockDebtors(accountId: number, debtorIds: readonly number[]): Promise<void> {
    await this.debtors.lock(accountId, debtorIds);
  }

  /** The debtors who have them. */
  async holders(accountId: number, hashes: readonly string[]): Promise<readonly number[]> {
    return [...new Set([...(await this.debtors.holders(accountId, "phone", hashes)).values()].flat())];
  }

  /**
   * In the caller's unit of work. Locks the debtors, so that a message being claimed is either out before it or stopped by it.
   * A number that is blocked already is no news.
   */
  async block(accountId: number, hashes: readonly string[], since: Instant): Promise<void> {
    const points = await this.lock(accountId, hashes, "is");
    await this.set(accountId, points, since);
    this.record(accountId, points, portfolioEvents.numberBlocked, { since: toIso(since) });
  }

  /** In the caller's unit of work. */
  async unblock(accountId: number, hashes: readonly string[]): Promise<void> {
    const points = await this.lock(accountId, hashes, "is not");
    await this.set(accountId, points, null);
    this.record(accountId, points, portfolioEvents.numberUnblocked, {});
  }

  /** Debtors first, then once more: what was seen without the lock may have changed. */
  private async lock(accountId: number, hashes: readonly string[], blocked: "is" | "is not"): Promise<Point[]> {
    if (hashes.length === 0) return [];
    const find = () =>
      this.db
        .typed<PortfolioTables>()
        .selectFrom("debtor_lookup as l")
        .innerJoin("contact_point as p", (join) => join.onRef("p.account_id", "=", "l.account_id").onRef("p.id", "=", "l.contact_point_id"))
        .select(["p.id", "p.public_id as publicId", "p.debtor_id as debtorId"])
        .where("l.account_id", "=", accountId)
        .where("l.kind", "=", "phone")
        .where("l.hash", "in", hashes)
        .where("p.channel", "<>", "call")
        .where("p.blocked_at", blocked, null)
        .orderBy("p.debtor_id")
        .orderBy("p.id")
        .execute();
    const seen = await find();
    if (seen.length === 0) return [];
    await this.debtors.lock(accountId, [...new Set(seen.map(({ debtorId }) => debtorId))]);
    return find();
  }

  private async set(accountId: number, points: readonly Point[], blockedAt: Instant | null): Promise<void> {
    if (points.length === 0) return;
    await this.db
      .typed<PortfolioTables>()
      .updateTable("contact_point")
      .set({ blocked_at: blockedAt })
      .where("account_id", "=", accountId)
      .where(
        "id",
        "in",
        points.map(({ id }) => id),
      )
      .execute();
    this.changes.announce();
  }

  private record(accountId: number, points: readonly Point[], type: string, payload: Readonly<Record<string, string>>): void {
    const ofDebtors = Map.groupBy(points, ({ debtorId }) => debtorId);
    for (const [debtorId, own] of ofDebtors) {
      const numbers = own.map(({ publicId }) => publicId);
      this.journal.append(accountId, { type, version: 1, actor, debtorId, payload: { contactPoints: numbers, ...payload } });
    }
  }
}
