import { describe, expect, it } from "@jest/globals";
import { Creditor } from "../../../../server/demo/days/creditor.js";
import type { CreditorFile } from "../../../../server/demo/days/creditor-file.js";
import { mayBeWrittenTo } from "../../../../server/demo/days/last-day.js";
import { Casting } from "../../../../server/demo/personas/casting.js";
import type { Character } from "../../../../server/demo/personas/persona.js";
import { defaultCadences, stepsDueOn } from "../../../../server/modules/cadences/rules.js";
import { stageOf } from "../../../../server/modules/portfolio/rules.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { addDays, isoWeekday } from "../../../../server/shared/calendar.js";
import { STAGES } from "../../../../server/shared/stage.js";

const FIRST = "2026-09-21";
const LAST = addDays(FIRST, 60);
const SIZES = [10, 50, 150];
const SEEDS = [1, 2, 3];

interface Story {
  readonly creditor: Creditor;
  readonly first: CreditorFile;
  readonly news: readonly CreditorFile[];
}

/** The files of sixty days in which nobody pays anything. */
function story(debtors: number, seed: number): Story {
  const creditor = new Creditor(seed, debtors, FIRST, LAST);
  const first = creditor.firstFile();
  const news: CreditorFile[] = [];
  for (let day = 1; day < 60; day++) {
    const date = addDays(FIRST, day);
    if (isoWeekday(date) === 1) news.push(creditor.weekly(Math.round(day / 7), date));
  }
  return { creditor, first, news };
}

const rowsIn = ({ text }: CreditorFile) => text.trimEnd().split("\n").length - 1;

describe.each(SIZES.flatMap((debtors) => SEEDS.map((seed) => [debtors, seed] as const)))("%i debtors of seed %i", (debtors, seed) => {
  const { creditor, first, news } = story(debtors, seed);

  it("have news each Monday, and rows among them that are refused", () => {
    for (const file of news) expect(rowsIn(file)).toBeGreaterThan(0);
    expect(news.reduce((refused, file) => refused + rowsIn(file) - file.rows.length, 0)).toBeGreaterThan(0);
  });

  it("have newcomers whose first reminder goes out on the last day", () => {
    const cadences = defaultCadences({ cadence: (stage) => stage, step: String }).map((body, priority) => ({
      ...body,
      version: 1,
      priority,
    }));
    const onTheDay = new Set(stepsDueOn(cadences, LAST).flatMap(({ dueDate, stepDate }) => (stepDate === LAST ? [dueDate] : [])));
    const meant = creditor.portfolio.filter(({ forTheLastDay }) => forTheLastDay);
    expect(meant.length).toBeGreaterThan(1);
    for (const { debtor, dueDate } of meant) {
      expect(mayBeWrittenTo(debtor)).toBe(true);
      expect(onTheDay).toContain(dueDate);
    }
    const read = new Set(news.at(-1)!.rows.map(({ debtor }) => debtor));
    expect(meant.filter(({ debtor }) => read.has(debtor.externalId)).length).toBeGreaterThan(1);
  });

  if (debtors >= 50) {
    it("owe in every stage and in three currencies", () => {
      expect(new Set(first.rows.map(({ dueDate }) => stageOf(dueDate, FIRST)))).toEqual(new Set(STAGES));
      expect(new Set(first.rows.map(({ currency }) => currency))).toEqual(new Set(["COP", "MXN", "BRL"]));
    });
  }
});

it("what few people do is done in the smallest town, and somebody answers on its last day", () => {
  const casting = new Casting();
  const random = new SeededRandom(1);
  const young = { stage: "d1_30", language: "es", mayBeWrittenTo: true } as const;
  const cast = new Set<Character>();
  for (let nth = 0; nth < 30; nth++) cast.add(casting.draw(random, { ...young, forTheLastDay: false }).character);
  const rare: Character[] = ["opts_out", "disputes", "promises_and_keeps", "promises_and_breaks", "is_somebody_else", "pays_too_much"];
  for (const character of rare) expect(cast).toContain(character);
  expect(casting.draw(random, { ...young, forTheLastDay: true })).toMatchObject({ character: "asks", patience: 1 });
});
