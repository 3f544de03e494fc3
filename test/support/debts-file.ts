import { addDays, type CalendarDate } from "../../server/shared/calendar.js";

export interface FileDebt {
  readonly id?: string;
  readonly name?: string;
  readonly kind?: "person" | "company";
  readonly phone?: string;
  readonly country?: string;
  readonly consent?: "whatsapp" | "no" | "";
  readonly reference?: string;
  readonly balance?: string;
  readonly currency?: string;
  readonly dueDate?: CalendarDate;
}

/** Twelve days late on Friday 20 November 2026: a step of the default cadence. */
export const TWELVE_DAYS_LATE = addDays("2026-11-20", -12);

/** A file of debts with sensible values for what a test does not care about. */
export function debtsFile(debts: readonly FileDebt[]): string {
  const lines = debts.map((debt, index) => {
    const id = debt.id ?? `C-${index + 1}`;
    const consent = debt.consent ?? "whatsapp";
    const columns = [
      id,
      `"${debt.name ?? "Marisol Quintero"}"`,
      debt.phone ?? `+57300555${String(1000 + index)}`,
      debt.country ?? "CO",
      "es",
      consent,
      consent === "" ? "" : "contrato",
      consent === "" ? "" : "2025-03-12",
      debt.reference ?? `CH-${1000 + index}`,
      "Crédito hogar",
      debt.balance ?? "386400.00",
      debt.balance ?? "386400.00",
      debt.currency ?? "COP",
      debt.dueDate ?? TWELVE_DAYS_LATE,
      debt.kind ?? "",
    ];
    return columns.join(",");
  });
  return `external_id,name,phone,country,language,consent,consent_source,consent_date,reference,product,principal,balance,currency,due_date,kind\n${lines.join("\n")}\n`;
}
