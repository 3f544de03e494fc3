import type { CalendarDate } from "../../../../shared/calendar.js";
import type { ChangedNote } from "../../../payments/rules.js";
import type { ConsentState } from "../../rows/domain/plan-contact-points.js";

/** Columns of a debtor that a file can change, as they stood. */
export interface DebtorBefore {
  readonly kind: string;
  readonly employment: string | null;
  readonly name_sealed: string;
  readonly document_sealed: string | null;
  readonly language: string;
  readonly country: string | null;
  readonly subdivision: string | null;
  readonly zones: string;
}

/** The same of a debt. */
export interface DebtBefore {
  readonly product: string | null;
  readonly principal_minor: number;
  readonly reported_minor: number;
  readonly due_date: CalendarDate;
  readonly instalment_minor: number | null;
  readonly credit_date: CalendarDate | null;
}

/** What one chunk of an import changed, by row ids: enough to put everything back as it was. */
export interface ImportTrace {
  readonly newDebtors: readonly number[];
  readonly changedDebtors: readonly { readonly id: number; readonly before: DebtorBefore }[];
  readonly newPoints: readonly { readonly id: number; readonly debtorId: number; readonly after: ConsentState }[];
  readonly changedPoints: readonly {
    readonly id: number;
    readonly debtorId: number;
    readonly before: ConsentState;
    readonly after: ConsentState;
  }[];
  readonly retiredPoints: readonly { readonly id: number; readonly debtorId: number; readonly hash: string }[];
  readonly newDebts: readonly { readonly id: number; readonly debtorId: number }[];
  readonly changedDebts: readonly {
    readonly id: number;
    readonly debtorId: number;
    readonly before: DebtBefore;
    readonly adjustmentMinor: number;
  }[];
  /** New credit notes are among them. */
  readonly payments: readonly { readonly id: number; readonly publicId: string }[];
  readonly changedNotes: readonly ChangedNote[];
}

export const NO_TRACE: ImportTrace = {
  newDebtors: [],
  changedDebtors: [],
  newPoints: [],
  changedPoints: [],
  retiredPoints: [],
  newDebts: [],
  changedDebts: [],
  payments: [],
  changedNotes: [],
};

export function leavesTrace(trace: ImportTrace): boolean {
  return Object.values(trace).some((part: readonly unknown[]) => part.length > 0);
}

/** Every debtor something of whom was changed. */
export function debtorsOf(trace: ImportTrace): Set<number> {
  return new Set([
    ...trace.newDebtors,
    ...trace.changedDebtors.map(({ id }) => id),
    ...[
      ...trace.newPoints,
      ...trace.changedPoints,
      ...trace.retiredPoints,
      ...trace.newDebts,
      ...trace.changedDebts,
      ...notesOf(trace),
    ].map(({ debtorId }) => debtorId),
  ]);
}

/** Traces of before there were notes have none. */
export function notesOf(trace: ImportTrace): readonly ChangedNote[] {
  return (trace as Partial<ImportTrace>).changedNotes ?? [];
}

export function debtsInTrace(trace: ImportTrace): Set<number> {
  return new Set([...trace.newDebts, ...trace.changedDebts].map(({ id }) => id));
}

/** The trace without what concerns some debtors. */
export function withoutDebtors(trace: ImportTrace, kept: ReadonlySet<number>): ImportTrace {
  const stays = ({ debtorId }: { readonly debtorId: number }) => !kept.has(debtorId);
  return {
    newDebtors: trace.newDebtors.filter((id) => !kept.has(id)),
    changedDebtors: trace.changedDebtors.filter(({ id }) => !kept.has(id)),
    newPoints: trace.newPoints.filter(stays),
    changedPoints: trace.changedPoints.filter(stays),
    retiredPoints: trace.retiredPoints.filter(stays),
    newDebts: trace.newDebts.filter(stays),
    changedDebts: trace.changedDebts.filter(stays),
    payments: trace.payments,
    changedNotes: notesOf(trace).filter(stays),
  };
}
