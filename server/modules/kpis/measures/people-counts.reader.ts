import { Injectable } from "@nestjs/common";
import { localDate } from "../../../shared/zone.js";
import { countedAt } from "../projections/people/domain/people-counts.js";
import { PersonFactsView } from "../projections/people/person-facts.view.js";
import { TALLIED_PEOPLE, type TalliedPeople } from "../projections/tallies/domain/day-tally.js";
import { standardPeriodOf } from "../projections/tallies/domain/standard-period.js";
import { FigureTallies } from "../projections/tallies/figure-tallies.view.js";
import type { Question } from "./domain/counted.js";

export type PeopleCounted = Readonly<Record<TalliedPeople, number>>;

/** How many people were tried, reached, and agreed in a period of the calendar: what was counted, and of whom anything was heard since. */
@Injectable()
export class PeopleCounts {
  constructor(
    private readonly tallies: FigureTallies,
    private readonly facts: PersonFactsView,
  ) {}

  /** @returns null for another period: people do not add up over days */
  async of({ accountId, period, asOf }: Question): Promise<PeopleCounted | null> {
    const kind = standardPeriodOf(period, localDate(period.zone, asOf));
    if (kind === null) return null;
    const { sums, since } = await this.tallies.ofStandard(accountId, TALLIED_PEOPLE, { kind, period }, asOf);
    const counts = Object.fromEntries(TALLIED_PEOPLE.map((measure) => [measure, 0])) as Record<TalliedPeople, number>;
    for (const { measure, total } of sums) counts[measure] += total;
    const heard = await this.facts.heardOf(accountId, since, asOf);
    for (const own of (await this.facts.of(accountId, heard, undefined, period)).values()) {
      const [before, now] = [countedAt(own, since - 1), countedAt(own, asOf)];
      for (const measure of TALLIED_PEOPLE) counts[measure] += (now[measure] ?? 0) - (before[measure] ?? 0);
    }
    return counts;
  }
}
