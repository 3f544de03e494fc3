import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import { ANSWER_TARGET } from "../../../metrics/domain/cases/inquiry-wait.js";
import { afterWorking, type BusinessHours, workingTime } from "../../../metrics/domain/arithmetic/business-clock.js";

/** The usual week of an office; an account's own holidays are not known to Saldo. */
const OFFICE: readonly (readonly [from: number, to: number])[] = [[9 * 60, 18 * 60]];

/** When the account works: Monday to Friday from 9 to 18, on its own wall. */
export function officeHours(zone: string): BusinessHours {
  return { zone, hours: { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE }, holidays: new Set() };
}

export interface WaitingInquiry {
  readonly seq: number;
  readonly debtorId: number | null;
  readonly conversation: number;
  readonly receivedAt: Instant;
  readonly receivedRecorded: Instant;
  readonly day: CalendarDate;
  readonly hour: number;
  readonly dueAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answeredRecorded: Instant | null;
  readonly agent: number | null;
  readonly wait: number | null;
  readonly caseId: string | null;
  readonly resolvedAt: Instant | null;
  readonly resolvedRecorded: Instant | null;
}

/** What a record says of a conversation. */
export type InquiryNews =
  | { readonly kind: "asked"; readonly seq: number; readonly debtorId: number | null; readonly day: CalendarDate; readonly hour: number }
  | { readonly kind: "answered"; readonly agent: number | null }
  | { readonly kind: "called"; readonly caseId: string }
  | { readonly kind: "closed"; readonly caseId: string };

interface Moment {
  readonly at: Instant;
  readonly recorded: Instant;
}

/**
 * The unresolved inquiries of a conversation after a record, and those it resolved. What is asked while an answer is still waited for belongs
 * to the same exchange; what is asked while its case is open belongs to the case.
 */
export function inquiriesAfter(
  open: readonly WaitingInquiry[],
  news: InquiryNews,
  { at, recorded }: Moment,
  where: { readonly conversation: number; readonly calendar: BusinessHours },
): WaitingInquiry[] {
  const unresolved = (one: WaitingInquiry) => one.resolvedAt === null;
  switch (news.kind) {
    case "asked": {
      if (open.some((one) => unresolved(one) && one.answeredAt === null)) return [...open];
      const { seq, debtorId, day, hour } = news;
      const fresh: WaitingInquiry = {
        seq,
        debtorId,
        conversation: where.conversation,
        receivedAt: at,
        receivedRecorded: recorded,
        day,
        hour,
        dueAt: afterWorking(where.calendar, at, ANSWER_TARGET),
        answeredAt: null,
        answeredRecorded: null,
        agent: null,
        wait: null,
        caseId: open.find((one) => unresolved(one) && one.caseId !== null)?.caseId ?? null,
        resolvedAt: null,
        resolvedRecorded: null,
      };
      return [...open, fresh];
    }
    case "answered":
      return open.map((one) => {
        if (!unresolved(one) || one.answeredAt !== null || at < one.receivedAt) return one;
        const wait = workingTime(where.calendar, one.receivedAt, at);
        const answered = { ...one, answeredAt: at, answeredRecorded: recorded, agent: news.agent, wait };
        return one.caseId === null ? { ...answered, resolvedAt: at, resolvedRecorded: recorded } : answered;
      });
    case "called":
      return open.map((one) => (unresolved(one) && one.caseId === null ? { ...one, caseId: news.caseId } : one));
    case "closed":
      return open.map((one) =>
        unresolved(one) && one.caseId === news.caseId ? { ...one, resolvedAt: at, resolvedRecorded: recorded } : one,
      );
  }
}
