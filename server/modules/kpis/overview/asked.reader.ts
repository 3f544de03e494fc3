import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { toIso, type Instant } from "../../../shared/instant.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { askedInstant } from "../measures/domain/asked-instant.js";
import type { Question } from "../measures/domain/counted.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { Projector } from "../projections/projector.service.js";

/** What every part of the overview says of itself. */
interface Told {
  readonly zone: string;
  readonly asOf: string;
  readonly share: number;
}

export interface AskedInstant {
  readonly at: Instant;
  readonly zone: string;
  readonly told: Told;
  /** The projections are being built: what is there is not whole. */
  readonly building: boolean;
}

export interface AskedPeriod {
  readonly question: Question;
  readonly told: Told & { readonly from: CalendarDate; readonly to: CalendarDate };
}

/** What a reader of the overview asks for, in the account's zone. */
@Injectable()
export class OverviewAsked {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly projector: Projector,
  ) {}

  /** @throws DomainError `figures.in_the_future` */
  async instant(accountId: number, asOf: string | undefined): Promise<AskedInstant> {
    const at = askedInstant(asOf, this.clock.now());
    const { zone } = await this.accounts.get(accountId);
    const { share, building } = await this.projector.freshness(accountId);
    return { at, zone, told: { zone, asOf: toIso(at), share }, building };
  }

  /** Days after that of `asOf` have not come: the period ends with it. @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async period(
    accountId: number,
    {
      from,
      to,
      asOf,
    }: { readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined; readonly asOf?: string | undefined },
  ): Promise<AskedPeriod> {
    const { at, zone, told } = await this.instant(accountId, asOf);
    const today = localDate(zone, at);
    const [first, last] = [from ?? `${today.slice(0, 7)}-01`, to ?? today];
    if (last < first) throw endsBefore();
    const period = reportingPeriod(zone, first, addDays(last, 1));
    return { question: { accountId, period, asOf: at }, told: { from: first, to: last, ...told } };
  }
}

function endsBefore() {
  const remedy = "Name a last day that is not before the first.";
  return invalid("figures.period_backwards", "The period ends before it begins.", { field: "to", remedy });
}
