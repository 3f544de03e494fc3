import type { ContactPoint, Debt, DebtorListItem, Hold, Payment, Stage } from "@/api/types";

export const STAGES = ["pre_due", "due", "d1_30", "d31_90", "d91_plus"] as const satisfies readonly Stage[];
export const DEBTOR_STATES = [
  "chased",
  "held",
  "unreachable",
  "opted_out",
  "blocked",
  "settled",
] as const satisfies readonly DebtorListItem["state"][];

type Tone = "ok" | "warn" | "bad" | "info" | "line" | "";

export const DEBTOR_TONE: Record<DebtorListItem["state"], Tone> = {
  chased: "",
  held: "warn",
  unreachable: "warn",
  opted_out: "bad",
  blocked: "bad",
  settled: "ok",
};
export const CONSENT_TONE: Record<ContactPoint["consent"], Tone> = { granted: "ok", withdrawn: "bad", unknown: "line" };
export const PAYMENT_TONE: Record<Payment["status"], Tone> = { allocated: "ok", overpaid: "warn", unidentified: "warn", reversed: "line" };

/** One word for a debt: what matters most about it. */
export function debtWord(debt: Debt): { word: "held" | Exclude<Debt["status"], "open"> | "overdue" | "dueToday" | "notDue"; tone: Tone } {
  if (debt.status === "paid") return { word: "paid", tone: "ok" };
  if (debt.status === "settled") return { word: "settled", tone: "ok" };
  if (debt.status !== "open") return { word: debt.status, tone: "line" };
  if (debt.held) return { word: "held", tone: "warn" };
  if (debt.daysPastDue > 0) return { word: "overdue", tone: "" };
  return debt.daysPastDue === 0 ? { word: "dueToday", tone: "" } : { word: "notDue", tone: "line" };
}

/** What an administrator may do with a debt by the creditor's own word. */
export type DebtVerb = "writeOff" | "settle" | "restore";
export function debtVerbs({ status }: Debt): readonly DebtVerb[] {
  if (status === "open") return ["writeOff", "settle"];
  return status === "written_off" || status === "settled" ? ["restore"] : [];
}

/** Not released, and not run out at `now` (epoch milliseconds). */
export function isActive(hold: Hold, now: number): boolean {
  return hold.releasedAt === null && (hold.until === null || Date.parse(hold.until) > now);
}
