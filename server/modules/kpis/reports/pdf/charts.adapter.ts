import { LINE, PAPER_WIDTH, type Paper, QUIET } from "./paper.adapter.js";

const BLUE = "#2781f6";
const PALE = "#cfe0fb";
const SMALL = { size: 7.5, color: QUIET } as const;
const BARS_HEIGHT = 110;
const COURSE_HEIGHT = 54;
/** More days than this say their number and nothing else. */
const NAMED = 8;

interface Bar {
  readonly name: string;
  readonly now: number;
  readonly before: number | null;
}

/** A pair of bars a day; the pale one is the day of the period before. @param most what the highest mark says */
export function drawBars(paper: Paper, bars: readonly Bar[], most: string): void {
  const highest = Math.max(...bars.flatMap(({ now, before }) => [now, before ?? 0]));
  if (highest <= 0) return;
  const height = BARS_HEIGHT + 30;
  paper.keep(height);
  const top = paper.y + 12;
  const bottom = top + BARS_HEIGHT;
  paper.at(most, 0, top - 12, PAPER_WIDTH, SMALL);
  paper.rule(top);
  paper.rule(top + BARS_HEIGHT / 2);
  paper.rule(bottom, "#b0b0b0");
  const slot = PAPER_WIDTH / bars.length;
  const width = Math.min(22, slot * 0.36);
  for (const [index, { name, now, before }] of bars.entries()) {
    const middle = slot * (index + 0.5);
    const tall = (amount: number) => (Math.max(0, amount) / highest) * BARS_HEIGHT;
    if (before !== null && before > 0) paper.box(middle - width - 1, bottom - tall(before), width, tall(before), PALE);
    if (now > 0) paper.box(middle + 1, bottom - tall(now), width, tall(now), BLUE);
    const label = bars.length > NAMED ? (/\d+/.exec(name)?.[0] ?? name) : name;
    const wide = paper.widthOf(label, SMALL);
    paper.at(label, middle - wide / 2, bottom + 4, wide + 2, SMALL);
  }
  paper.y = bottom + 18;
}

interface Point {
  readonly period: string;
  /** Null where there is none: the line has a hole. */
  readonly value: number | null;
  readonly text: string;
}

/** A line over periods, with its first and last value; the axis begins where the values do. @returns the height it took */
export function drawCourse(paper: Paper, x: number, y: number, width: number, points: readonly Point[]): number {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const inset = 4;
  const place = (index: number, value: number): readonly [number, number] => [
    x + inset + (index / Math.max(1, points.length - 1)) * (width - 2 * inset),
    y + 14 + (most === least ? COURSE_HEIGHT / 2 : (1 - (value - least) / (most - least)) * (COURSE_HEIGHT - 8) + 4),
  ];
  paper.box(x, y + 14 + COURSE_HEIGHT, width, 0.5, LINE);
  let run: (readonly [number, number])[] = [];
  for (const [index, { value }] of points.entries()) {
    if (value !== null) {
      run.push(place(index, value));
      paper.dot(...place(index, value), index === points.length - 1 ? 2.6 : 1.4, BLUE);
    }
    if (value === null || index === points.length - 1) {
      paper.line(run, BLUE);
      run = [];
    }
  }
  const half = width / 2;
  const below = y + 18 + COURSE_HEIGHT;
  const [first, last] = [points[0], points.at(-1)];
  if (first && last) {
    paper.at(first.text, x, y, half, SMALL);
    paper.at(last.text, x + half, y, half, { size: 8.5, strong: true, align: "right" });
    paper.at(first.period, x, below, half, SMALL);
    paper.at(last.period, x + half, below, half, { ...SMALL, align: "right" });
  }
  return COURSE_HEIGHT + 34;
}
