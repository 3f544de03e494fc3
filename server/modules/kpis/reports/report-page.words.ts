import { readFileSync } from "node:fs";
import { join } from "node:path";
import Handlebars from "handlebars";
import type { ReportData, ReportFigure } from "../../../contract/kpis/reports.contract.js";
import type { Words } from "../../../platform/words/words.js";
import type { Locale } from "../../../shared/locale.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { NO_NAMES, type ReportNaming } from "./report-names.reader.js";
import { reportTables } from "./report-tables.words.js";
import { amountIn, dayIn, decimalIn, figureIn, instantIn } from "./domain/report-numbers.js";

type Value = ReportFigure["values"][number];
type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const WIDEST = 100;
/** What the rules say of themselves that no law wrote. */
const HOUSE_SOURCE = "Saldo";
/** A bar nobody sees is no bar. */
const NARROWEST = 1;

/** A report in a reader's language, for a mail as for a page: no scripts, no pictures, no address but Saldo's own. */
export class ReportPages {
  private readonly page: HandlebarsTemplateDelegate;

  /** @param templates folder of the templates */
  constructor(
    private readonly words: Words,
    templates: string,
  ) {
    this.page = Handlebars.create().compile(readFileSync(join(templates, "reports", "report.hbs"), "utf8"), { strict: true });
  }

  title({ kind, from, to }: Pick<ReportData, "kind" | "from" | "to">, lang: Locale): string {
    return this.sayer(lang)(`title_${kind}`, { from: dayIn(from, lang, { year: kind === "daily" }), to: dayIn(to, lang) });
  }

  /** @param link where it can be opened in Saldo, for those who get it by mail */
  html(data: ReportData, lang: Locale, naming: ReportNaming, link: string | null = null): string {
    return this.page({ ...this.told(data, lang, naming), link, open: this.sayer(lang)("open") });
  }

  /** The same for programs that show no pages: what matters first, then each figure. */
  text(data: ReportData, lang: Locale, link: string): string {
    const { title, account, asOf, summary, figures, foot } = this.told(data, lang);
    const lines = figures.map(({ name, now, n, verdict }) => [`${name}: ${now}`, n, verdict].filter(Boolean).join(", "));
    return [`${account}. ${asOf}`, title, summary, lines.join("\n"), `${this.sayer(lang)("open")}: ${link}`, foot].join("\n\n");
  }

  /** Everything it says, in words of one language. */
  told(data: ReportData, lang: Locale, naming: ReportNaming = NO_NAMES) {
    const say = this.sayer(lang);
    const labels = [
      "figure",
      "now",
      "before",
      "change",
      "objective",
      "per_day",
      "course",
      "ages",
      "stage",
      "debts",
      "total",
      "owed",
      "denials",
      "source",
      "moved",
      "dropped",
      "no_data",
      "nothing_denied",
      "nothing_owed",
      "period",
    ];
    return {
      lang,
      title: this.title(data, lang),
      account: data.account,
      asOf: say("as_of", { at: instantIn(data.asOf, data.zone, lang), zone: data.zone }),
      summary: this.summary(data, lang),
      say: Object.fromEntries(labels.map((label) => [label, say(label)])),
      figures: data.figures.flatMap((figure) => this.figure(figure, lang)),
      collected: data.collected.map((one) => daysIn(one, lang)),
      trends: data.trends.map(({ id, unit, points }) => ({
        name: metricInFull(this.words, id, lang),
        points: points.map((point) => ({
          period: dayIn(point.from, lang, { year: false }),
          values: point.values.map((value) => figureIn(unit, value, lang, this.hours(lang)) ?? say("no_data")),
        })),
      })),
      ages: data.ages.map(({ currency, stages, ...all }) => ({
        currency,
        overdue: say("overdue", { amount: amountIn(all.overdueMinor, currency, lang) }),
        total: { debts: decimalIn(String(all.debts), lang), balance: amountIn(all.balanceMinor, currency, lang) },
        stages: stages.map(({ stage, debts, balanceMinor }) => ({
          stage: say(`stage_${stage}`),
          debts: decimalIn(String(debts), lang),
          balance: amountIn(balanceMinor, currency, lang),
          width: widthOf(balanceMinor, Math.max(...stages.map((one) => one.balanceMinor))),
        })),
      })),
      denials: bySource(data.denials).map(({ source, moved, dropped }) => ({
        source: source === HOUSE_SOURCE ? say("house_rules") : source,
        moved: decimalIn(String(moved), lang),
        dropped: decimalIn(String(dropped), lang),
      })),
      tables: this.tables(data, lang, naming).map(({ title, columns, rows, note }) => {
        // A column with a number in it is one of numbers, its head and what stands for none of it included.
        const numbers = columns.map((_, index) => index > 0 && rows.some((cells) => typeof cells[index]?.raw === "number"));
        return {
          title,
          columns: columns.map((text, index) => ({ text, n: numbers[index] ?? false })),
          rows: rows.map((cells) => cells.map(({ text }, index) => ({ text, head: index === 0, n: numbers[index] ?? false }))),
          note,
        };
      }),
      foot: say("foot"),
    };
  }

  /** What only some kinds of report say. */
  tables(data: ReportData, lang: Locale, naming: ReportNaming) {
    return reportTables(this.words, data, naming, lang);
  }

  /** What matters first: the money against the period before, then what misses its objective. */
  private summary(data: ReportData, lang: Locale): string {
    const say = this.sayer(lang);
    const money = data.figures.find(({ id }) => id === "collected.total")?.values ?? [];
    const sentences = money.flatMap((value) => {
      const amount = figureIn("money", value.now, lang, this.hours(lang));
      if (amount === null) return [];
      const { change } = value;
      const way = change === null ? "unknown" : change.text === "0" ? "same" : change.text.startsWith("-") ? "less" : "more";
      return [say("collected", { amount, way, change: decimalIn(change?.text.replace("-", "") ?? "0", lang) })];
    });
    const missing = data.figures.filter(({ values }) => values.some(({ now }) => now.gap !== null && now.gap.state !== "met"));
    const judged = data.figures.filter(({ values }) => values.some(({ now }) => now.gap !== null));
    const objectives =
      judged.length === 0
        ? []
        : [
            missing.length === 0
              ? say("all_met", { n: judged.length })
              : say("missed", {
                  names: new Intl.ListFormat(lang).format(missing.map(({ id }) => metricInFull(this.words, id, lang))),
                  n: missing.length,
                }),
          ];
    return [...(sentences.length === 0 ? [say("nothing_collected")] : sentences), ...objectives].join(" ");
  }

  private figure({ id, unit, values }: ReportFigure, lang: Locale) {
    const say = this.sayer(lang);
    const name = metricInFull(this.words, id, lang);
    if (values.length === 0) return [{ name, now: say("no_data"), state: "none", verdict: "", n: "", before: "", change: "" }];
    return values.map(({ now, before, change }: Value) => ({
      // An amount says its currency itself; a share of amounts has one that it would not say.
      name: now.currency === null || unit === "money" ? name : `${name}, ${now.currency}`,
      now: figureIn(unit, now, lang, this.hours(lang)) ?? say("no_data"),
      n: now.n === null || unit === "count" ? "" : say("n", { n: now.n }),
      before: before === null ? "" : (figureIn(unit, before, lang, this.hours(lang)) ?? say("no_data")),
      change: change === null ? "" : say(`change_${change.as}`, { change: decimalIn(change.text, lang, true) }),
      state: now.state === "value" ? (now.gap?.state ?? "none") : "none",
      verdict: now.state === "value" ? this.verdict(now.gap, lang) : this.reason(now.reason, lang),
    }));
  }

  private verdict(gap: Value["now"]["gap"], lang: Locale): string {
    const say = this.sayer(lang);
    if (gap === null) return "";
    if (gap.state === "met") return say("met");
    return say("gap", { side: gap.side ?? "below", by: decimalIn(gap.by ?? "0", lang), bound: decimalIn(String(gap.bound ?? 0), lang) });
  }

  private reason(code: string | null, lang: Locale): string {
    return code === null ? "" : (this.words.say("metric_reasons", code, lang) ?? this.words.say("metric_pending", code, lang) ?? "");
  }

  private hours(lang: Locale): (text: string) => string {
    return (text) => this.sayer(lang)("hours", { n: text });
  }

  private sayer(lang: Locale): Say {
    return (key, values) => this.words.say("report", key, lang, values) ?? key;
  }
}

function daysIn({ currency, days }: ReportData["collected"][number], lang: Locale) {
  const most = Math.max(...days.flatMap(({ minor, before }) => [minor, before ?? 0]));
  return {
    currency,
    days: days.map(({ day, minor, before }) => ({
      day: dayIn(day, lang, { year: false, weekday: true }),
      amount: amountIn(minor, currency, lang),
      width: widthOf(minor, most),
      before: before === null ? "–" : amountIn(before, currency, lang),
    })),
  };
}

/** Several rules stand in one article. */
function bySource(denials: ReportData["denials"]) {
  const sources = Map.groupBy(denials, ({ source }) => source);
  return [...sources].map(([source, rules]) => ({
    source,
    moved: rules.reduce((sum, { moved }) => sum + moved, 0),
    dropped: rules.reduce((sum, { dropped }) => sum + dropped, 0),
  }));
}

/** Per cent of the widest bar; nothing where there is nothing. */
function widthOf(amount: number, most: number): number {
  return amount <= 0 || most <= 0 ? 0 : Math.max(NARROWEST, Math.round((amount / most) * WIDEST));
}
