import type { INestApplicationContext } from "@nestjs/common";
import type { Account } from "../modules/accounts/index.js";
import {
  Figures,
  isMoney,
  type Metric,
  type MetricOfPeriod,
  metricOf,
  Projector,
  reportingPeriod,
  shownText,
} from "../modules/kpis/index.js";
import { Clock } from "../platform/clock/clock.js";
import { Words } from "../platform/words/words.js";
import { addDays, type CalendarDate, isCalendarDate } from "../shared/calendar.js";
import { invalid } from "../shared/errors.js";
import { type Instant, toIso } from "../shared/instant.js";
import { toDecimal } from "../shared/money.js";
import { localDate } from "../shared/zone.js";
import type { CommandContext } from "./context.js";

export interface ExplainOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: Instant;
}

/**
 * First and last day, both included; the month so far where they are left out.
 * @throws DomainError `date.invalid`, `figures.period_backwards`
 */
function daysAsked({ from, to }: ExplainOptions, today: CalendarDate): readonly [CalendarDate, CalendarDate] {
  for (const [field, day] of Object.entries({ "--from": from, "--to": to })) {
    if (day !== undefined && !isCalendarDate(day))
      throw invalid("date.invalid", `"${day}" is no day there is.`, { field, remedy: "Write it as 2026-11-01." });
  }
  const last = to ?? today;
  const first = from ?? `${last.slice(0, 7)}-01`;
  if (first <= last) return [first, last];
  const remedy = "Name a last day that is not before the first.";
  throw invalid("figures.period_backwards", "The period ends before it begins.", { field: "--to", remedy });
}

/** How a figure is made: its definition, what was counted above and below the line in each currency, and what it comes to. */
export async function explainMetric(
  app: INestApplicationContext,
  account: Account,
  id: string,
  options: ExplainOptions,
  { out }: CommandContext,
  json: boolean,
): Promise<0> {
  const metric = metricOf(id);
  const field = "metric";
  if (!metric)
    throw invalid("figures.metric_unknown", `There is no figure "${id}".`, { field, remedy: "GET /api/metrics lists those there are." });
  const now = app.get(Clock, { strict: false }).now();
  const asOf = options.asOf ?? now;
  if (asOf > now)
    throw invalid("kpi.in_the_future", "That instant has not come yet.", { field: "--as-of", remedy: "Name one that has passed." });
  await app.get(Projector, { strict: false }).catchUp(account.id);
  const today = localDate(account.zone, asOf);
  const [from, to] = daysAsked(options, today);
  const question = { accountId: account.id, period: reportingPeriod(account.zone, from, addDays(to, 1)), asOf };
  const [figures, words] = [app.get(Figures, { strict: false }), app.get(Words, { strict: false })];
  const say = (group: string, key: string) => words.say(group, key, "en") ?? key;
  const counted = await figures.madeOf(question, metric);
  const [result] = await figures.of(question, [metric]);
  const values = (result?.values ?? []).map((value) => resultOf(metric, value, say));
  const made = linesOf(metric, say).map((line) => ({ ...line, counted: amounts(line.measure, counted) }));
  const said = {
    id,
    name: say("metrics", `${id}.name`),
    text: say("metrics", `${id}.text`),
    from,
    to,
    zone: account.zone,
    asOf: toIso(asOf),
  };
  if (json) {
    out.write(`${JSON.stringify({ ...said, terms: made, values })}\n`);
    return 0;
  }
  out.write(`${said.name} (${id})\n${said.text}\n${from} to ${to} in ${account.zone}, as of ${said.asOf}\n`);
  for (const { side, sign, name, counted: totalled } of made) {
    const totals = totalled.map(({ currency, text }) => (currency === null ? text : `${currency} ${text}`)).join(", ");
    out.write(`  ${side === "above" ? "above the line" : "below the line"}  ${sign} ${name}: ${totals || "not counted"}\n`);
  }
  for (const { currency, text, n, why } of values) {
    const unit = [currency, metric.unit === "percent" ? "%" : metric.unit === "days" ? "days" : null]
      .filter((part) => part !== null)
      .join(" ");
    out.write(text === null ? `  ${unit} no figure: ${why ?? ""}\n` : `  = ${text} ${unit}, of ${n ?? 0} cases\n`);
  }
  return 0;
}

/** The figure as it is shown, or why there is none. */
function resultOf(metric: Metric, value: MetricOfPeriod["values"][number], say: (group: string, key: string) => string) {
  if (value.state === "value") {
    const { numerator, denominator, n, currency = null } = value;
    const text = shownText(metric, value.value, currency ?? undefined);
    return { state: value.state, currency, text, numerator: String(numerator), denominator: String(denominator), n, why: null };
  }
  const { state, reason } = value;
  const why = [say("metric_reasons", reason), say("metric_pending", reason)].find((text) => text !== reason) ?? reason;
  const currency = state === "no_data" ? (value.currency ?? null) : null;
  return { state, currency, text: null, numerator: null, denominator: null, n: null, why };
}

interface TermLine {
  readonly side: "above" | "below";
  readonly sign: "+" | "-";
  readonly measure: Parameters<typeof isMoney>[0];
  readonly name: string;
}

function linesOf(metric: Metric, say: (group: string, key: string) => string): TermLine[] {
  const of = (side: TermLine["side"], terms: Metric["numerator"]) =>
    terms.map((term): TermLine => {
      const measure = term.replace(/^-|\/months$/g, "") as TermLine["measure"];
      return { side, sign: term.startsWith("-") ? "-" : "+", measure, name: say("measures", `${measure}.name`) };
    });
  return [...of("above", metric.numerator), ...of("below", metric.denominator ?? [])];
}

/** Amounts in whole units of their currency, in each; whatever is no amount once. */
function amounts(measure: TermLine["measure"], { all, currencies }: Awaited<ReturnType<Figures["madeOf"]>>) {
  const once = all[measure];
  if (once !== undefined && !isMoney(measure)) return [{ currency: null, total: once, text: String(once) }];
  return [...currencies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([currency, counts]) => {
      const minor = counts[measure];
      return minor === undefined
        ? []
        : [{ currency, total: minor, text: isMoney(measure) ? toDecimal({ minor, currency }) : String(minor) }];
    });
}
