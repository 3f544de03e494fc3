import { Injectable } from "@nestjs/common";
import type { CohortReadingView, CohortsView, CohortView } from "../../../../contract/kpis/figures.contract.js";
import type { routes } from "../../../../contract/routes.js";
import type { HandlerInput } from "../../../../contract/route.js";
import { Words } from "../../../../platform/words/words.js";
import { addDays, type CalendarDate, daysBetween, monthStart } from "../../../../shared/calendar.js";
import { toIso } from "../../../../shared/instant.js";
import type { Locale } from "../../../../shared/locale.js";
import { fraction, nearest } from "../../metrics/domain/arithmetic/fraction.js";
import { shownText } from "../../metrics/domain/shown-text.js";
import { Projector } from "../../projections/projector.service.js";
import { ReportingPeriods } from "../reporting-periods.reader.js";
import { lastWholeDay, READINGS } from "./cohort-figures.reader.js";
import { CohortSums } from "./cohort-sums.view.js";
import type { CollectedDay, PlacedMonth } from "./cohorts.view.js";

type Asked = HandlerInput<typeof routes.kpis.cohorts>["query"];

/** Months of placement that are shown, this one included. */
const MONTHS = 12;

/** Cohorts for a reader. */
@Injectable()
export class CohortsPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly cohorts: CohortSums,
    private readonly projector: Projector,
    private readonly words: Words,
  ) {}

  /** @throws DomainError as `ReportingPeriods.of` */
  async show(accountId: number, { currency, asOf, lang }: Asked): Promise<CohortsView> {
    const { question, today } = await this.periods.of(accountId, { asOf });
    const { zone } = question.period;
    const through = lastWholeDay(zone, question.asOf);
    const asked = { accountId, placedFrom: monthStart(today, 1 - MONTHS), placedBefore: monthStart(today, 1), asOf: question.asOf };
    const { share } = await this.projector.freshness(accountId);
    const placed = await this.cohorts.placed(zone, asked);
    const collected = await this.cohorts.collected(zone, asked);
    const currencies = [...new Set(placed.map((one) => one.currency))].filter((one) => currency === undefined || one === currency);
    return {
      asOf: toIso(question.asOf),
      zone,
      through,
      share,
      objectives: READINGS.flatMap(({ day, metric }) => metric.objectives.map((band) => this.objective(day, band, lang))),
      currencies: currencies.map((one) => {
        const cohorts = placed
          .filter((cohort) => cohort.currency === one)
          .map((cohort) =>
            cohortOf(
              cohort,
              collected.filter((row) => row.currency === one && row.month === cohort.month),
              through,
            ),
          )
          .toReversed();
        return { currency: one, cohorts, together: READINGS.map(({ day }) => togetherOf(day, cohorts)) };
      }),
    };
  }

  private objective(
    day: number,
    { from, to, attention, of, source }: (typeof READINGS)[number]["metric"]["objectives"][number],
    lang: Locale,
  ) {
    return {
      day,
      from,
      to,
      attention: attention ?? null,
      of: of === undefined ? null : (this.words.say("metric_parts", of, lang) ?? of),
      source: this.words.say("metric_sources", source, lang) ?? source,
    };
  }
}

/** @param collected in order of days */
function cohortOf({ month, debts, placed }: PlacedMonth, collected: readonly CollectedDay[], through: CalendarDate): CohortView {
  // The youngest debt of the month is as old; before the month is over nobody knows which that will be.
  const reached = daysBetween(addDays(monthStart(`${month}-01`, 1), -1), through);
  const points: CohortView["points"] = [];
  let sum = 0n;
  const point = (day: number) => points.push({ day, minor: String(sum), share: nearest(fraction(sum * 100n, placed)) });
  for (const { day, minor } of collected) {
    if (day > reached) break;
    sum += minor;
    point(day);
  }
  if (reached >= 0 && points.at(-1)?.day !== reached) point(reached);
  const readings = READINGS.map(({ day }): CohortReadingView => {
    const mature = reached >= day;
    const at = mature ? day : reached;
    const denominator = String(placed);
    if (at < 0) return { day, mature, at: null, text: null, numerator: null, denominator, n: debts };
    const came = collected.filter((row) => row.day <= at).reduce((total, row) => total + row.minor, 0n);
    return { day, mature, at, text: textOf(day, came, placed), numerator: String(came), denominator, n: debts };
  });
  return { month, n: debts, placed: String(placed), points, readings };
}

function togetherOf(day: number, cohorts: readonly CohortView[]): CohortReadingView {
  const old = cohorts.flatMap(({ readings }) => readings.filter((reading) => reading.day === day && reading.mature));
  const sum = (part: "numerator" | "denominator") => old.reduce((total, reading) => total + BigInt(reading[part] ?? 0), 0n);
  const [above, below] = [sum("numerator"), sum("denominator")];
  const known = below > 0n;
  return {
    day,
    mature: known,
    at: known ? day : null,
    text: known ? textOf(day, above, below) : null,
    numerator: known ? String(above) : null,
    denominator: String(below),
    n: old.reduce((total, { n }) => total + n, 0),
  };
}

function textOf(day: number, collected: bigint, placed: bigint): string {
  return shownText(READINGS.find((reading) => reading.day === day)!.metric, fraction(collected, placed));
}
