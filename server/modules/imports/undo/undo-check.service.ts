import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { debtsInTrace, debtorsOf, type ImportTrace } from "../run/domain/import-trace.js";
import { ImportTraces, UNDO_WITHIN } from "../run/import-traces.store.js";
import type { ImportRecord } from "../run/imports.store.js";
import { ImportHolds } from "../run/import-holds.service.js";
import { ContactedSince } from "./contacted-since.port.js";
import type { UndoRefusal } from "./domain/undo-refusal.js";
import { SinceImportView } from "./import-undo.view.js";

/** Whether an import can be taken back, and whose it would be. */
@Injectable()
export class UndoCheck {
  constructor(
    private readonly traces: ImportTraces,
    private readonly holds: ImportHolds,
    private readonly since: SinceImportView,
    private readonly contacted: ContactedSince,
    private readonly clock: Clock,
  ) {}

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
      for (const id of debtsInTrace(trace)) debts.add(id);
      for (const id of await this.since.settledBy(record.account_id, paymentsOf(trace))) settled.add(id);
    }
    if (debtors.size === 0 && record.created + record.updated > 0 && record.kind === "debts") return "old";
    if ((await this.contacted.among(record.account_id, [...debtors], record.started_at)).size > 0) return "sent";
    for await (const { trace } of this.traces.after(record.account_id, record.id)) {
      // A later file that states what is owed may have counted the payment: without it the two would not agree any more.
      if ([...debtsInTrace(trace)].some((id) => debts.has(id) || settled.has(id)) || describedBy(trace).some((id) => debtors.has(id)))
        return "changed";
    }
    return (await this.since.paid(record.account_id, [...debts], record.started_at)).size > 0 ? "paid" : null;
  }

  /** Of a chunk: those who were written to, or who paid, since the import. They stay as it left them. */
  async keptIn(record: ImportRecord, trace: ImportTrace): Promise<Set<number>> {
    const { account_id: accountId, started_at: since } = record;
    return new Set([
      ...(await this.contacted.among(accountId, [...(await this.whoseIs(accountId, trace))], since)),
      ...(await this.since.paid(accountId, [...debtsInTrace(trace)], since)),
    ]);
  }

  /** Debtors whom a trace is about, and those whose payments it took in. */
  async whoseIs(accountId: number, trace: ImportTrace): Promise<Set<number>> {
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
