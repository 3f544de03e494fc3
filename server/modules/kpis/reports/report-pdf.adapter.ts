import type { ReportData } from "../../../contract/kpis/reports.contract.js";
import type { Locale } from "../../../shared/locale.js";
import { amountIn } from "./domain/report-numbers.js";
import { drawBars, drawCourse } from "./pdf/charts.adapter.js";
import { type Cell, PAPER_WIDTH, Paper, QUIET } from "./pdf/paper.adapter.js";
import type { ReportNaming } from "./report-names.reader.js";
import type { ReportPages } from "./report-page.words.js";

const STATE_COLOR: Readonly<Record<string, string>> = { met: "#006b58", missed: "#8a4b00", attention: "#b3123a" };
const COURSES_A_ROW = 3;
const COURSE_GAP = 20;
/** Characters of a column of a table whose columns hang on what they hold, and the share of a text that has to fit in a line. */
const [NARROWEST, WIDEST, ROOM] = [5, 28, 0.6];

type Told = ReturnType<ReportPages["told"]>;

/** A report on paper: the words of its page, with charts drawn as lines and boxes, real fonts and nothing that hangs on when it is drawn. */
export class ReportPdf {
  constructor(private readonly pages: ReportPages) {}

  /** The same report in the same language has the same bytes. */
  async draw(
    { data, hash, naming }: { readonly data: ReportData; readonly hash: string; readonly naming: ReportNaming },
    lang: Locale,
  ): Promise<Uint8Array> {
    const told = this.pages.told(data, lang, naming);
    const paper = await Paper.begin({ title: told.title, author: data.account, lang, at: new Date(data.asOf) });
    paper.words(`${told.account} · ${told.asOf}`, { size: 8.5, color: QUIET });
    paper.space(12);
    paper.words(told.title, { size: 20, strong: true });
    paper.space(6);
    paper.words(told.summary, { size: 11 });
    paper.space(12);
    figures(paper, told);
    sections(paper, told);
    collected(paper, data, told, lang);
    courses(paper, data, told);
    ages(paper, told);
    denials(paper, told);
    paper.space(14);
    paper.words(told.foot, { size: 8.5, color: QUIET });
    return paper.end(`${told.account} · ${told.title} · ${told.asOf} · SHA-256 ${hash}`);
  }
}

function figures(paper: Paper, { say, figures: rows }: Told): void {
  const columns = [
    { title: say["figure"]!, width: 142 },
    { title: say["now"]!, width: 104, align: "right" as const },
    { title: say["before"]!, width: 98, align: "right" as const },
    { title: say["change"]!, width: 54, align: "right" as const },
    { title: say["objective"]!, width: PAPER_WIDTH - 398 },
  ];
  paper.table(
    columns,
    rows.map(({ name, now, n, before, change, state, verdict }): Cell[] => [
      { text: name },
      { text: now, strong: true, ...(n === "" ? {} : { small: n }) },
      { text: before, color: QUIET },
      { text: change },
      { text: verdict, color: STATE_COLOR[state] ?? QUIET },
    ]),
  );
}

/** Tables that only some kinds of report have. */
function sections(paper: Paper, { tables }: Told): void {
  for (const { title, columns, rows, note } of tables) {
    paper.heading(title, 60);
    if (rows.length > 0) {
      const widths = widthsOf([columns, ...rows]);
      paper.table(
        columns.map(({ text, n }, index) => ({ title: text, width: widths[index]!, align: n ? ("right" as const) : ("left" as const) })),
        rows.map((cells): Cell[] => cells.map(({ text, head }) => ({ text, strong: head }))),
      );
      paper.space(4);
    }
    if (note !== "") paper.words(note, { size: 8.5, color: QUIET });
  }
}

/** Each column by what it holds: its longest word stays whole, and a long text gets room for two lines of it. */
function widthsOf(rows: readonly (readonly { readonly text: string }[])[]): number[] {
  const needs = (rows[0] ?? []).map((_, column) => {
    const texts = rows.map((cells) => cells[column]?.text ?? "");
    const word = Math.max(...texts.flatMap((text) => text.split(" ").map(({ length }) => length)));
    const body = Math.max(...texts.slice(1).map(({ length }) => length));
    return Math.max(NARROWEST, word, Math.min(WIDEST, body * ROOM));
  });
  const whole = needs.reduce((sum, need) => sum + need, 0);
  return needs.map((need) => (PAPER_WIDTH * need) / whole);
}

function collected(paper: Paper, data: ReportData, told: Told, lang: Locale): void {
  for (const [index, { currency, days }] of data.collected.entries()) {
    paper.heading(`${told.say["per_day"]!}, ${currency}`, 150);
    const names = told.collected[index]!.days;
    const most = Math.max(...days.flatMap(({ minor, before }) => [minor, before ?? 0]));
    const bars = days.map(({ minor, before }, day) => ({ name: names[day]!.day, now: minor, before }));
    drawBars(paper, bars, amountIn(most, currency, lang));
    paper.table(
      [
        { title: told.say["period"]!, width: PAPER_WIDTH - 240 },
        { title: told.say["now"]!, width: 120, align: "right" },
        { title: told.say["before"]!, width: 120, align: "right" },
      ],
      names.map(({ day, amount, before }) => [{ text: day }, { text: amount, strong: true }, { text: before, color: QUIET }]),
    );
  }
}

/** One chart a figure and currency: amounts of two currencies have no common height. */
function courses(paper: Paper, data: ReportData, told: Told): void {
  const charts = data.trends.flatMap(({ points }, index) => {
    const { name, points: words } = told.trends[index]!;
    const most = Math.max(...points.map(({ values }) => values.length));
    return Array.from({ length: most }, (_, at) => {
      const currency = points.map(({ values }) => values[at]?.currency ?? null).find((one) => one !== null);
      return {
        name: currency === undefined ? name : `${name}, ${currency}`,
        points: points.map(({ values }, point) => ({
          period: words[point]!.period,
          value: typeof values[at]?.text === "string" ? Number(values[at].text) : null,
          text: words[point]!.values[at] ?? told.say["no_data"]!,
        })),
      };
    }).filter(({ points: drawn }) => drawn.some(({ value }) => value !== null));
  });
  if (charts.length === 0) return;
  paper.heading(told.say["course"]!, 110);
  const width = (PAPER_WIDTH - (COURSES_A_ROW - 1) * COURSE_GAP) / COURSES_A_ROW;
  for (let from = 0; from < charts.length; from += COURSES_A_ROW) {
    const row = charts.slice(from, from + COURSES_A_ROW);
    paper.keep(124);
    let tall = 0;
    for (const [index, chart] of row.entries()) {
      const x = index * (width + COURSE_GAP);
      paper.at(chart.name, x, paper.y, width, { size: 8.5, strong: true });
      tall = Math.max(tall, drawCourse(paper, x, paper.y + 26, width, chart.points));
    }
    paper.space(tall + 32);
  }
}

function ages(paper: Paper, told: Told): void {
  paper.heading(told.say["ages"]!, 60);
  if (told.ages.length === 0) paper.words(told.say["nothing_owed"]!);
  for (const { currency, overdue, stages, total } of told.ages) {
    paper.words(`${currency}. ${overdue}`, { size: 8.5, color: QUIET });
    paper.space(2);
    paper.table(
      [
        { title: told.say["stage"]!, width: PAPER_WIDTH - 220 },
        { title: told.say["debts"]!, width: 80, align: "right" },
        { title: told.say["owed"]!, width: 140, align: "right" },
      ],
      [
        ...stages.map(({ stage, debts, balance }): Cell[] => [{ text: stage }, { text: debts }, { text: balance }]),
        [
          { text: told.say["total"]!, strong: true },
          { text: total.debts, strong: true },
          { text: total.balance, strong: true },
        ],
      ],
    );
    paper.space(8);
  }
}

function denials(paper: Paper, told: Told): void {
  paper.heading(told.say["denials"]!, 40);
  if (told.denials.length === 0) return paper.words(told.say["nothing_denied"]!);
  paper.table(
    [
      { title: told.say["source"]!, width: PAPER_WIDTH - 180 },
      { title: told.say["moved"]!, width: 90, align: "right" },
      { title: told.say["dropped"]!, width: 90, align: "right" },
    ],
    told.denials.map(({ source, moved, dropped }): Cell[] => [{ text: source }, { text: moved }, { text: dropped }]),
  );
}
