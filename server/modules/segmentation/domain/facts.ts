import type { CalendarDate } from "../../../shared/calendar.js";

/** What a rule may ask about one open debt and its debtor, as of a day of the account. Money in minor units of `currency`. */
export interface SegmentFacts {
  readonly dueDate: CalendarDate;
  readonly currency: string;
  readonly balanceMinor: number;
  /** All the debtor owes in this currency. */
  readonly owedMinor: number;
  readonly instalmentMinor: number | null;
  readonly product: string | null;
  readonly creditDate: CalendarDate | null;
  readonly customerType: string;
  readonly country: string | null;
  readonly employment: string | null;
  /** Day of the debtor's last reply. */
  readonly lastReplyOn: CalendarDate | null;
  readonly replies30d: number;
  readonly payments90d: number;
  readonly promisesKept: number;
  readonly promisesBroken: number;
}
