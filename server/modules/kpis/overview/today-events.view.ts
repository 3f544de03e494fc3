import { Injectable } from "@nestjs/common";
import type { OverviewCount, OverviewToday } from "../../../contract/kpis/overview.contract.js";
import type { Amount } from "../../../contract/common.contract.js";
import { OverviewAsked } from "./asked.reader.js";
import { DayEvents, type HourCount, type HourSum } from "./day-events.view.js";
import { byWallHour, type DaySoFar, daySoFar, HOURS_A_DAY, sameTimeBefore } from "./domain/hours.js";

const A_WEEK = 7;

interface DayCounts {
  readonly totals: Readonly<Record<OverviewCount["name"], number>>;
  readonly hours: Readonly<Record<OverviewCount["name"], number[]>>;
  readonly amounts: Readonly<Partial<Record<OverviewCount["name"], Amount[]>>>;
  readonly answeredOfContacted: number;
  readonly moved: number;
  readonly dropped: number;
}

/** Today as it happens, beside the same time yesterday and a week ago. */
@Injectable()
export class TodayEventsPage {
  constructor(
    private readonly asked: OverviewAsked,
    private readonly events: DayEvents,
  ) {}

  /** @throws DomainError `figures.in_the_future` */
  async show(accountId: number, asOf: string | undefined): Promise<OverviewToday> {
    const { at, zone, told, building } = await this.asked.instant(accountId, asOf);
    const day = daySoFar(accountId, zone, at);
    const today = await this.count(day);
    const yesterday = await this.count(sameTimeBefore(day, 1));
    const weekAgo = await this.count(sameTimeBefore(day, A_WEEK));
    const { answeredOfContacted, moved, dropped } = today;
    const counts = (Object.keys(today.totals) as OverviewCount["name"][]).map((name) => ({
      name,
      total: today.totals[name],
      hours: today.hours[name],
      yesterday: yesterday.totals[name],
      weekAgo: weekAgo.totals[name],
      amounts: today.amounts[name] ?? [],
    }));
    return { date: day.date, ...told, building, counts, answeredOfContacted, moved, dropped };
  }

  private async count(day: DaySoFar): Promise<DayCounts> {
    const contacted = await this.events.contacted(day);
    const answered = await this.events.answered(day);
    const promised = await this.events.promised(day);
    const paid = await this.events.paid(day);
    const escalated = await this.events.escalated(day);
    const { dropped, moved } = await this.events.denied(day);
    return {
      totals: {
        contacted: sum(contacted),
        answered: sum(answered),
        promised: sum(promised),
        paid: sum(paid),
        escalated: sum(escalated),
        denied: sum(dropped) + sum(moved),
      },
      hours: {
        contacted: onTheWall(contacted),
        answered: byWallHour(day, answered),
        promised: byWallHour(day, promised),
        paid: byWallHour(day, paid),
        escalated: byWallHour(day, escalated),
        denied: onTheWall([...dropped, ...moved]),
      },
      amounts: { promised: amountsOf(promised), paid: amountsOf(paid) },
      answeredOfContacted: contacted.reduce((total, hour) => total + hour.answered, 0),
      moved: sum(moved),
      dropped: sum(dropped),
    };
  }
}

const sum = (counts: readonly HourCount[]) => counts.reduce((total, { n }) => total + n, 0);

/** Hours that are those of the wall already. */
function onTheWall(counts: readonly HourCount[]): number[] {
  return Array.from({ length: HOURS_A_DAY }, (_, hour) => sum(counts.filter((count) => count.hour === hour)));
}

function amountsOf(sums: readonly HourSum[]): Amount[] {
  const amounts = new Map<string, number>();
  for (const { currency, minor } of sums) amounts.set(currency, (amounts.get(currency) ?? 0) + minor);
  return [...amounts].map(([currency, minor]) => ({ currency, minor })).toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}
