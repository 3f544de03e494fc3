import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Figures } from "../measures/figures.reader.js";
import type { Fraction } from "../metrics/domain/arithmetic/fraction.js";
import type { Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { metricOf } from "../metrics/domain/registry.js";
import { shownText } from "../metrics/domain/shown-text.js";
import { figureInUnit } from "../objectives/domain/gap.js";
import { startOfDay } from "../projections/domain/account-day.js";
import { QuietSources } from "../sources/quiet-sources.view.js";
import type { AlertRule } from "./domain/alert-rule.js";

export interface AlertReading {
  readonly rule: AlertRule;
  /** Empty where the figure is made of no amounts. */
  readonly currency: string;
  /** Exact, in the unit of the rule; null where it says nothing. */
  readonly value: Fraction | null;
  readonly silent: "no_data" | "few" | "quiet" | null;
  readonly figure: string | null;
  readonly n: number | null;
}

/** What the watched figures were when a day had just ended. */
@Injectable()
export class AlertReadings {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly figures: Figures,
    private readonly sources: QuietSources,
  ) {}

  /** The account's day. */
  async today(accountId: number): Promise<CalendarDate> {
    const { zone } = await this.accounts.get(accountId);
    return localDate(zone, this.clock.now());
  }

  /** The last instant of a day on the account's wall. */
  async endOf(accountId: number, day: CalendarDate): Promise<Instant> {
    const { zone } = await this.accounts.get(accountId);
    return startOfDay(zone, addDays(day, 1)) - 1;
  }

  /** As it was known when the day ended. @param rules that are on */
  async of(accountId: number, rules: readonly AlertRule[], day: CalendarDate): Promise<AlertReading[]> {
    const { zone } = await this.accounts.get(accountId);
    const asOf = await this.endOf(accountId, day);
    const metrics = rules.flatMap(({ metric }) => metricOf(metric) ?? []);
    const quiet = new Set((await this.sources.of(accountId, metrics, "en", asOf)).flatMap(({ figures }) => figures));
    const readings: AlertReading[] = [];
    for (const [days, alike] of Map.groupBy(rules, ({ days: wanted }) => wanted)) {
      const period = reportingPeriod(zone, addDays(day, 1 - days), addDays(day, 1));
      const asked = alike.flatMap(({ metric }) => metricOf(metric) ?? []);
      const figures = await this.figures.of({ accountId, period, asOf }, asked);
      for (const { metric, values } of figures) {
        const rule = alike.find((one) => one.metric === metric.id)!;
        readings.push(...values.map((value) => reading(rule, metric, value, quiet.has(metric.id))));
      }
    }
    return readings;
  }
}

function reading(rule: AlertRule, metric: Metric, value: MetricValue, quiet: boolean): AlertReading {
  if (value.state !== "value") {
    const currency = value.state === "no_data" ? (value.currency ?? "") : "";
    return { rule, currency, value: null, silent: "no_data", figure: null, n: null };
  }
  const { currency, n } = value;
  const told = { rule, currency: currency ?? "", figure: shownText(metric, value.value, currency), n };
  if (quiet) return { ...told, value: null, silent: "quiet" };
  if (n < rule.least) return { ...told, value: null, silent: "few" };
  return { ...told, value: figureInUnit(metric, value.value, currency), silent: null };
}
