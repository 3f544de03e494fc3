import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { conflict } from "../../../shared/errors.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { Journal } from "../../journal/index.js";
import { PaymentDoubts, Payments } from "../../payments/index.js";
import { DebtorsStore, OwedChanges } from "../../portfolio/index.js";
import { importsEvents } from "../imports.events.js";
import { debtorsOf, debtsOf, type ImportTrace, withoutDebtors } from "../run/domain/import-trace.js";
import type { ImportContext } from "../run/domain/intake.js";
import { ImportTraces, type StoredTrace, UNDO_WITHIN } from "../run/import-traces.store.js";
import { type ImportRecord, ImportsStore } from "../run/imports.store.js";
import { ImportHolds } from "../run/import-holds.service.js";
import { type UndoRefusal, undoRefusalIn } from "./domain/undo-refusal.js";
import { SinceImportView } from "./import-undo.view.js";
import { UndoDebtors } from "./undo-debtors.service.js";
import { UndoDebts } from "./undo-debts.service.js";

/** Why and by whom an import is undone, as any process can go on with it. */
interface UndoOrder {
  readonly reason: string;
  readonly actor: Actor;
}

/** Takes an import back until something was sent on it: everything is as before, on the record, and the file can be sent again. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly store: ImportsStore,
    private readonly traces: ImportTraces,
    private readonly since: SinceImportView,
    private readonly debtors: DebtorsStore,
    private readonly undoDebts: UndoDebts,
    private readonly undoDebtors: UndoDebtors,
    private readonly holds: ImportHolds,
    private readonly payments: Payments,
    private readonly doubts: PaymentDoubts,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Starts it; any process goes on with it from here.
   * @throws DomainError `import.not_found`, `import.running`, `import.undo_…` for every reason of `UndoRefusal`
   */
  async begin(accountId: number, publicId: string, reason: string, actor: Actor): Promise<ImportRecord> {
    const { record, newest } = await this.undoable(accountId, publicId);
    const order: UndoOrder = { reason, actor };
    return this.db.inUnitOfWork("import.undo", async () => {
      const undoing = await this.store.startUndo(record, newest, JSON.stringify(order));
      this.db.afterCommit(() => this.queue.wake("imports"));
      return undoing;
    });
  }

  /** As `begin`, and resolves when it is undone. */
  now(accountId: number, publicId: string, reason: string, actor: Actor): Promise<ImportRecord> {
    return this.clock.during(async () => {
      const { record, newest } = await this.undoable(accountId, publicId);
      const order: UndoOrder = { reason, actor };
      const mine = await this.db.inUnitOfWork("import.undo", () => this.store.startUndo(record, newest, JSON.stringify(order), true));
      return this.run(mine);
    });
  }

  private async undoable(accountId: number, publicId: string): Promise<{ record: ImportRecord; newest: number }> {
    const newest = await this.store.newest(accountId);
    const record = await this.store.byPublicId(accountId, publicId);
    const refusal = await this.refusal(record);
    if (refusal === null) return { record, newest };
    throw conflict(`import.undo_${refusal}`, `The import cannot be undone. ${undoRefusalIn(refusal, "en")}`, {
      remedy: refusal === "changed" ? "Undo the later import first." : "Send a corrected file instead: it updates what differs.",
    });
  }

  /** What state and age say: quick, and only part of `refusal`. */
  quickRefusal(record: ImportRecord): UndoRefusal | null {
    if (record.status === "running") return "running";
    if (record.status === "undone" || record.status === "undoing") return "undone";
    if (record.mode !== "snapshot" && changedRows(record) === 0) return "nothing";
    return record.started_at < this.clock.now() - UNDO_WITHIN ? "old" : null;
  }

  /** Why not; null when it can be undone. */
  async refusal(record: ImportRecord): Promise<UndoRefusal | null> {
    const quick = this.quickRefusal(record);
    if (quick) return quick;
    // The same snapshot again holds nothing anew, and still speaks against what the first one held.
    if (changedRows(record) === 0 && !(await this.holds.spokenOf(record.account_id, record.id))) return "nothing";
    const debtors = new Set<number>();
    const debts = new Set<number>();
    const settled = new Set<number>();
    for await (const { trace } of this.traces.of(record.account_id, record.id)) {
      for (const id of await this.whoseIs(record.account_id, trace)) debtors.add(id);
      for (const id of debtsOf(trace)) debts.add(id);
      for (const id of await this.since.settledBy(record.account_id, paymentsOf(trace))) settled.add(id);
    }
    if (debtors.size === 0 && record.created + record.updated > 0 && record.kind === "debts") return "old";
    if ((await this.since.writtenTo(record.account_id, [...debtors], record.started_at)).size > 0) return "sent";
    for await (const { trace } of this.traces.after(record.account_id, record.id)) {
      // A later file that states what is owed may have counted the payment: without it the two would not agree any more.
      if ([...debtsOf(trace)].some((id) => debts.has(id) || settled.has(id)) || describedBy(trace).some((id) => debtors.has(id)))
        return "changed";
    }
    return (await this.since.paid(record.account_id, [...debts], record.started_at)).size > 0 ? "paid" : null;
  }

  /**
   * Goes on with an undo that was claimed, a chunk and a commit at a time, the last chunk first.
   * @param signal stops between two chunks, for another process to go on
   */
  async run(record: ImportRecord, signal?: AbortSignal): Promise<ImportRecord> {
    const { reason, actor } = JSON.parse(await this.store.undoOrder(record)) as UndoOrder;
    const context = { accountId: record.account_id, actor, importId: record.public_id, importRow: record.id };
    await this.holds.undo(context, () => this.store.advance(record, {}));
    for await (const stored of this.traces.of(record.account_id, record.id)) {
      signal?.throwIfAborted();
      await this.db.inUnitOfWork("import.undo-chunk", () => this.chunk(record, context, stored, reason));
    }
    return this.db.inUnitOfWork("import.undone", async () => {
      if (await this.store.finish(record, "undone")) {
        this.journal.append(record.account_id, {
          type: importsEvents.importUndone,
          version: 1,
          actor,
          payload: { import: record.public_id, kind: record.kind },
        });
      }
      return this.store.byPublicId(record.account_id, record.public_id);
    });
  }

  private async chunk(record: ImportRecord, context: ImportContext, { id, trace }: StoredTrace, reason: string): Promise<void> {
    const { accountId } = context;
    const rows = new Map((await this.debtors.lock(accountId, [...debtorsOf(trace)])).map((row) => [row.id, row]));
    // Somebody who was written to, or who paid, since the undo began stays as the import left them.
    const kept = new Set([
      ...(await this.since.writtenTo(accountId, [...(await this.whoseIs(accountId, trace))], record.started_at)),
      ...(await this.since.paid(accountId, [...debtsOf(trace)], record.started_at)),
    ]);
    const rest = withoutDebtors(trace, kept);
    await this.payments.undo(accountId, rest.payments, reason, context.actor);
    await this.undoDebts.restore(context, rest);
    // Payments no longer name those whose debts are gone.
    await this.doubts.end(accountId, [...new Set(rest.newDebts.map(({ debtorId }) => debtorId))]);
    await this.undoDebtors.restore(context, rest, rows);
    await this.traces.undone(accountId, id);
    await this.store.advance(record, {});
    this.changes.announce();
  }

  private async whoseIs(accountId: number, trace: ImportTrace): Promise<Set<number>> {
    const payers = await this.since.payers(accountId, paymentsOf(trace));
    return new Set([...debtorsOf(trace), ...payers]);
  }
}

function changedRows({ created, updated, held, released }: ImportRecord): number {
  return created + updated + held + released;
}

function paymentsOf({ payments }: ImportTrace): number[] {
  return payments.map(({ id }) => id);
}

/** Debtors whose own description a trace changed; further debts of theirs do not matter. */
function describedBy({ changedDebtors, newPoints, changedPoints, retiredPoints }: ImportTrace): number[] {
  return [...changedDebtors.map(({ id }) => id), ...[...newPoints, ...changedPoints, ...retiredPoints].map(({ debtorId }) => debtorId)];
}
