import type { ReportData, ReportFigure, ReportSections } from "../../../contract/kpis/reports.contract.js";
import type { Words } from "../../../platform/words/words.js";
import { minorDigits } from "../../../shared/money.js";
import type { Locale } from "../../../shared/locale.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { amountIn, dayIn, decimalIn, figureIn, instantIn } from "./domain/report-numbers.js";
import type { ReportNaming } from "./report-names.reader.js";

type Shown = ReportFigure["values"][number]["now"];

/** A cell as it is read, and the number or text behind it. */
export interface ReportCell {
  readonly text: string;
  readonly raw: string | number | null;
}

/** A part of a report that is a table wherever it stands: on a page, on paper, in a workbook. */
export interface ReportTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  /** What is to know of it; where there are no rows, why. */
  readonly note: string;
}

const MILLISECONDS_AN_HOUR = 3_600_000;
/** A share of fewer is not shown: a single case would move it by more than ten points. */
const ENOUGH = 10;

/** The sections of a report in a reader's language. */
export function reportTables(words: Words, data: ReportData, naming: ReportNaming, lang: Locale): ReportTable[] {
  const { sections } = data;
  if (!sections) return [];
  const told = new Told(words, naming, lang, data.zone);
  return [
    ...(sections.attention === null ? [] : [told.attention(sections.attention, data.figures)]),
    ...sections.cuts.map((cut) => told.cut(cut)),
    ...(sections.costs === null ? [] : [told.costs(sections.costs)]),
    ...(sections.changes === null ? [] : [told.changes(sections.changes)]),
  ];
}

class Told {
  constructor(
    private readonly words: Words,
    private readonly naming: ReportNaming,
    private readonly lang: Locale,
    private readonly zone: string,
  ) {}

  attention(items: NonNullable<ReportSections["attention"]>, figures: ReportData["figures"]): ReportTable {
    return {
      title: this.say("attention"),
      columns: ["figure", "now", "state", "alert_since", "owner"].map((column) => this.say(column)),
      rows: items.map(({ id, currency, state, figure, since, owner }) => {
        const name = this.figureName(id, currency);
        const unit = figures.find((one) => one.id === id)?.unit ?? "count";
        return [
          plain(name),
          figure === null ? plain("") : this.value(unit, figure),
          plain(this.say(`state_${state}`)),
          since === null ? plain("") : { text: dayIn(since, this.lang), raw: since },
          plain(owner === null ? this.say("nobody") : this.person(owner)),
        ];
      }),
      note: this.say(items.length === 0 ? "attention_none" : "attention_note"),
    };
  }

  /** A row a value and currency. */
  cut({ by, figures, rows, more }: ReportSections["cuts"][number]): ReportTable {
    const name = this.words.say("metric_dimensions", by, this.lang) ?? by;
    const head = name.charAt(0).toLocaleUpperCase(this.lang) + name.slice(1);
    const currencies = [...new Set(rows.flatMap(({ values }) => values.flat().flatMap(({ currency }) => currency ?? [])))].toSorted();
    const each = currencies.length === 0 ? [null] : currencies;
    return {
      title: this.say(by === "agent" ? "agents" : "cut", { by: name }),
      columns: [
        head,
        ...figures.flatMap(({ id, unit }) => [metricInFull(this.words, id, this.lang), ...(unit === "money" ? [] : [this.say("n_of")])]),
      ],
      rows: rows.flatMap(({ value, values }) =>
        each.flatMap((currency) => {
          const own = values.map((of) => of.find((one) => one.currency === null || one.currency === currency));
          if (currency !== null && own.every((one) => one === undefined)) return [];
          const who = this.valueName(by, value);
          return [
            [
              plain(who),
              ...figures.flatMap(({ unit }, index): ReportCell[] => {
                const shown = own[index];
                if (unit === "money") return [shown ? this.value(unit, shown) : plain(this.say("no_data"))];
                const n = shown?.n ?? 0;
                const few = unit === "percent" && n < ENOUGH;
                return [
                  shown && !few ? this.value(unit, shown) : plain(this.say("no_data")),
                  { text: decimalIn(String(n), this.lang), raw: n },
                ];
              }),
            ],
          ];
        }),
      ),
      note: this.noteOf(by, rows.length, more),
    };
  }

  private noteOf(by: string, rows: number, more: number): string {
    if (rows === 0) return this.say("cut_none");
    const left = more > 0 ? this.say("more", { n: more }) : "";
    const about = by === "segment" ? this.say("overlap") : by === "agent" ? this.say("agents_note") : "";
    return [left, about].filter(Boolean).join(" ");
  }

  costs(costs: NonNullable<ReportSections["costs"]>): ReportTable {
    const amount = (minor: number | null, currency: string): ReportCell =>
      minor === null
        ? plain(this.say("no_data"))
        : { text: amountIn(minor, currency, this.lang), raw: minor / 10 ** minorDigits(currency) };
    return {
      title: this.say("costs"),
      columns: [this.say("kind"), this.say("amount")],
      rows: costs.flatMap(({ currency, kinds, known, whole }) => [
        ...kinds.map(({ kind, minor }) => [plain(`${this.say(`cost_${kind}`)}, ${currency}`), amount(minor, currency)]),
        [plain(`${this.say(whole ? "total" : "cost_known")}, ${currency}`), amount(known, currency)],
      ]),
      note: costs.length === 0 ? this.say("costs_none") : costs.every(({ whole }) => whole) ? "" : this.say("costs_note"),
    };
  }

  changes(changes: NonNullable<ReportSections["changes"]>): ReportTable {
    const answered = (value: Shown | null) =>
      value === null || (value.n ?? 0) < ENOUGH ? plain(this.say("no_data")) : this.value("percent", value);
    return {
      title: this.say("changes"),
      columns: ["at", "what", "who", "answered_before", "answered_after"].map((column) => this.say(column)),
      rows: changes.map(({ at, type, subject, actor, before, after }) => [
        { text: instantIn(at, this.zone, this.lang), raw: at },
        plain(
          `${this.say(`changed_${type.replace(".", "_")}`)}: ${type.startsWith("objective.") ? this.figureName(subject, null) : this.subject(type, subject)}`,
        ),
        plain(this.person(actor)),
        ...(type === "cadence.published" ? [answered(before), answered(after)] : [plain("–"), plain("–")]),
      ]),
      note: this.say(changes.length === 0 ? "changes_none" : "changes_note"),
    };
  }

  private subject(type: string, subject: string): string {
    return type.startsWith("segment.") ? this.valueName("segment", subject) : subject;
  }

  private figureName(id: string, currency: string | null): string {
    const name = metricInFull(this.words, id, this.lang);
    return currency === null ? name : `${name}, ${currency}`;
  }

  private valueName(by: string, value: string | null): string {
    if (value === null) return this.say(by === "agent" ? "no_person" : "not_known");
    if (by === "agent") return this.person(`user:${value}`);
    if (by === "segment") return this.naming.segments.get(value) ?? this.words.say("report", `stage_${value}`, this.lang) ?? value;
    return value;
  }

  private person(actor: string): string {
    const [kind = "", id = ""] = actor.split(":", 2);
    if (kind === "user") return this.naming.people.get(id) ?? this.say("person", { id });
    return kind === "system" ? "Saldo" : actor;
  }

  private value(unit: string, value: Shown): ReportCell {
    const text = figureIn(unit, value, this.lang, (hours) => this.say("hours", { n: hours }));
    if (text === null || value.text === null) return plain(this.say("no_data"));
    return { text, raw: unit === "duration" ? Number(value.text) / MILLISECONDS_AN_HOUR : Number(value.text) };
  }

  private say(key: string, values?: Readonly<Record<string, string | number>>): string {
    return this.words.say("report", key, this.lang, values) ?? key;
  }
}

const plain = (text: string): ReportCell => ({ text, raw: text });
