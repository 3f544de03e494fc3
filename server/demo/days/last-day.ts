import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { GeneratedDebtor, PortfolioRow } from "../generator/portfolio-row.js";

/**
 * From the last day to the due date: on that day the first reminder of such a debt goes out, by the calendar every account starts with
 * (two days before the due date, five days after it).
 */
const DUE = [2, -5] as const;

/** How many newcomers of the last week are there for the last day. Several: one may be spoilt, and a zone may be closed that day. */
export const FOR_THE_LAST_DAY = 4;

/** The debt as if it fell due so that its first reminder goes out on the last day. @param nth takes turns between what is young and what is late */
export function dueAroundTheEnd({ debtor, debt }: PortfolioRow, nth: number, lastDay: CalendarDate): PortfolioRow {
  const dueDate = addDays(lastDay, DUE[nth % DUE.length]!);
  // Credit was given a month before at least: nobody owes before they had anything.
  const creditDate = addDays(dueDate, -60);
  return { debtor, debt: { ...debt, dueDate, creditDate: debt.creditDate < creditDate ? debt.creditDate : creditDate } };
}

/** Whether the creditor may write to them: an authorisation that says where it was given and when, and a number. */
export function mayBeWrittenTo({ phone, consent }: GeneratedDebtor): boolean {
  const { given, channels, source, on } = consent;
  return phone !== null && given === "granted" && channels.includes("whatsapp") && source !== null && on !== null;
}
