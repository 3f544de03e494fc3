import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Journal } from "../../journal/index.js";
import {
  DebtorsStore,
  DebtsStore,
  HOLD,
  type HoldReason,
  type HoldRecord,
  Holds,
  OwedChanges,
  portfolioEvents,
  type PortfolioTables,
} from "../../portfolio/index.js";
import { IMPORT_CHANGE, type ImportsTables, PORTFOLIO_IMPORT } from "../imports.tables.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { ImportContext } from "./domain/intake.js";

/** What files say of debts, and what files say of payments, holds and releases each by its own. */
const OF_DEBTS: readonly HoldReason[] = ["not_in_file", "unreadable_row"];
const OF_PAYMENTS: readonly HoldReason[] = ["unreadable_payment"];
export type FileHoldReason = "not_in_file" | "unreadable_row" | "unreadable_payment";
const CHANGES = ["held", "kept", "released"] as const;
type Change = (typeof CHANGES)[number];

/**
 * Holds on debts that files leave open: a snapshot lacks them, or a row about them cannot be read. They end when a good row names the debt,
 * or a person says so. Like all of an import a chunk at a time; every method works in the caller's unit of work.
 */
@Injectable()
export class ImportHolds {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly debts: DebtsStore,
    private readonly holds: Holds,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /** Holds those that are still open and not held by a file of this kind yet. @returns how many */
  async place(context: ImportContext, debtIds: readonly number[], reason: FileHoldReason): Promise<number> {
    if (debtIds.length === 0) return 0;
    const { accountId, actor, importId } = context;
    const debtorIds = await this.debts.debtorIdsOf(accountId, debtIds);
    await this.debtors.lock(accountId, debtorIds);
    const before = await this.standing(accountId, debtIds, kindOf(reason));
    const held = new Set(before.map((hold) => hold.debt_id));
    const debts = (await this.debts.lock(accountId, debtIds)).filter(({ id, status }) => status === "open" && !held.has(id));
    const targets = debts.map((debt) => ({ debtorId: debt.debtor_id, debt: { id: debt.id, publicId: debt.public_id } }));
    const placed = new Set(await this.holds.placeMany(accountId, targets, { reason, actor, importId }));
    const rows = (await this.standing(accountId, debtIds, [reason])).filter((hold) => placed.has(hold.public_id));
    await this.note(context, "held", rows);
    await this.note(context, "kept", before);
    return placed.size;
  }

  /** How many of these, all open, `place` would hold. */
  async wouldHold(accountId: number, debtIds: readonly number[], reason: FileHoldReason): Promise<number> {
    return debtIds.length - new Set((await this.standing(accountId, debtIds, kindOf(reason))).map((hold) => hold.debt_id)).size;
  }

  /** Whether an import said anything of holds. */
  async spokenOf(accountId: number, importRow: number): Promise<boolean> {
    return (await this.noted(accountId, importRow).select("id").limit(1).executeTakeFirst()) !== undefined;
  }

  /** Debts of these that wait for a file of this kind to name them. */
  async waiting(accountId: number, debtIds: readonly number[], kind: ImportKind): Promise<number> {
    return (await this.standing(accountId, debtIds, reasonsOf(kind))).length;
  }

  /** Ends the holds of debts that a good row names. Their debtors are locked. @returns how many */
  async release(context: ImportContext, debtIds: readonly number[], kind: ImportKind): Promise<number> {
    const { accountId, actor, importId } = context;
    const holds = await this.standing(accountId, debtIds, reasonsOf(kind));
    if (holds.length === 0) return 0;
    await this.setReleased(accountId, holds, this.clock.now());
    for (const hold of holds) {
      const payload = { hold: hold.public_id, reason: hold.reason, import: importId };
      this.journal.append(accountId, { type: portfolioEvents.holdReleased, version: 1, actor, debtorId: hold.debtor_id, payload });
    }
    await this.note(context, "released", holds);
    this.changes.announce();
    return holds.length;
  }

  /**
   * Ends the holds that the import's file placed, unless another file holds the same debts, and puts back those it released, unless the
   * file that held them was undone.
   * Works in units of work of its own; doing it twice changes nothing.
   * @param alive called in each of them
   */
  async undo(context: ImportContext, alive: () => Promise<void>): Promise<void> {
    for (const kind of CHANGES) {
      for (let after = 0; ;) {
        const noted = this.noted(context.accountId, context.importRow).where("kind", "=", kind).where("id", ">", after);
        const rows = await noted.select(["id", "hold_id"]).orderBy("id").limit(500).execute();
        if (rows.length === 0) break;
        await this.db.inUnitOfWork("import.undo-holds", async () => {
          await this.turn(
            context,
            kind,
            rows.map((row) => row.hold_id),
          );
          await alive();
        });
        after = rows.at(-1)!.id;
      }
    }
  }

  private async turn({ accountId, actor, importId, importRow }: ImportContext, kind: Change, holdIds: readonly number[]): Promise<void> {
    const all = await this.holdsOf(accountId)
      .where("id", "in", holdIds)
      .where("released_at", kind === "released" ? "is not" : "is", null)
      .execute();
    const lacking = await this.lackedByOthers(accountId, importRow, holdIds);
    const found = all.filter(({ id }) => lacking.has(id) === (kind === "released"));
    if (found.length === 0) return;
    await this.debtors.lock(accountId, [...new Set(found.map((hold) => hold.debtor_id))]);
    await this.setReleased(accountId, found, kind === "released" ? null : this.clock.now());
    const type = kind === "released" ? portfolioEvents.holdPlaced : portfolioEvents.holdReleased;
    for (const hold of found) {
      const payload = { hold: hold.public_id, reason: hold.reason, until: null, import: importId, undone: true };
      this.journal.append(accountId, { type, version: 1, actor, debtorId: hold.debtor_id, payload });
    }
    this.changes.announce();
  }

  /** Holds of debts that the file of another import left open as well, and that import stands. */
  private async lackedByOthers(accountId: number, importRow: number, holdIds: readonly number[]): Promise<Set<number>> {
    const rows = await this.db
      .typed<ImportsTables>()
      .selectFrom(`${IMPORT_CHANGE} as c`)
      .innerJoin(`${PORTFOLIO_IMPORT} as i`, (join) => join.onRef("i.account_id", "=", "c.account_id").onRef("i.id", "=", "c.import_id"))
      .select("c.hold_id")
      .distinct()
      .where("c.account_id", "=", accountId)
      .where("c.hold_id", "in", holdIds)
      .where("c.kind", "in", ["held", "kept"])
      .where("c.import_id", "<>", importRow)
      .where("i.status", "not in", ["undone", "undoing"])
      .execute();
    return new Set(rows.map((row) => row.hold_id));
  }

  private async standing(accountId: number, debtIds: readonly number[], reasons: readonly HoldReason[]): Promise<HoldRecord[]> {
    if (debtIds.length === 0) return [];
    const debtorIds = await this.debts.debtorIdsOf(accountId, debtIds);
    if (debtorIds.length === 0) return [];
    return this.holdsOf(accountId)
      .where("debtor_id", "in", debtorIds)
      .where("released_at", "is", null)
      .where("reason", "in", reasons)
      .where("debt_id", "in", debtIds)
      .orderBy("id")
      .execute();
  }

  private holdsOf(accountId: number) {
    return this.db.typed<PortfolioTables>().selectFrom(HOLD).selectAll().where("account_id", "=", accountId);
  }

  private noted(accountId: number, importRow: number) {
    return this.db.typed<ImportsTables>().selectFrom(IMPORT_CHANGE).where("account_id", "=", accountId).where("import_id", "=", importRow);
  }

  /** @param holds at least one */
  private async setReleased(accountId: number, holds: readonly HoldRecord[], at: Instant | null): Promise<void> {
    const ids = holds.map(({ id }) => id);
    const rows = this.db.typed<PortfolioTables>().updateTable(HOLD).set({ released_at: at }).where("account_id", "=", accountId);
    await rows.where("id", "in", ids).execute();
  }

  private async note({ accountId, importRow }: ImportContext, kind: Change, holds: readonly HoldRecord[]): Promise<void> {
    await this.db.insert(
      IMPORT_CHANGE,
      holds.map((hold) => ({ account_id: accountId, import_id: importRow, kind, debt_id: hold.debt_id, hold_id: hold.id })),
    );
  }
}

function kindOf(reason: FileHoldReason): readonly HoldReason[] {
  return reasonsOf(reason === "unreadable_payment" ? "payments" : "debts");
}

function reasonsOf(kind: ImportKind): readonly HoldReason[] {
  return kind === "payments" ? OF_PAYMENTS : OF_DEBTS;
}
