import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { askedInstant } from "./domain/asked-instant.js";
import type { Question } from "./domain/counted.js";

/** A period and an instant as somebody asks for them, days included at both ends. */
export interface PeriodAsked {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** ISO 8601, UTC. */
  readonly asOf?: string | undefined;
}

/** A question in the account's zone, and the first and last day that were meant. */
export interface PeriodMeant {
  readonly question: Question;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
  /** The day of `asOf` on the account's wall. */
  readonly today: CalendarDate;
}

/** What is left out of a period means this month so far, as it is known now. */
@Injectable()
export class ReportingPeriods {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async of(accountId: number, { from, to, asOf }: PeriodAsked): Promise<PeriodMeant> {
    const { zone } = await this.accounts.get(accountId);
    const at = askedInstant(asOf, this.clock.now());
    const today = localDate(zone, at);
    const last = to ?? today;
    const first = from ?? `${(to ?? today).slice(0, 7)}-01`;
    if (last < first) throw backwards();
    return { question: { accountId, period: reportingPeriod(zone, first, addDays(last, 1)), asOf: at }, first, last, today };
  }
}

function backwards() {
  const remedy = "Name a last day that is not before the first.";
  return invalid("figures.period_backwards", "The period ends before it begins.", { field: "to", remedy });
}
