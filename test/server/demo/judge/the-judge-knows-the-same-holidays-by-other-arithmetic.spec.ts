import { expect, it } from "@jest/globals";
import { DateTime } from "luxon";
import { holidayOn } from "../../../../server/demo/judge/holidays.js";
import { PACKS } from "../../../../server/modules/policy/rules.js";
import { holidaysOf } from "../../../../server/shared/holidays.js";

/** Of all packs together, each once. */
const DEFINITIONS = new Map(
  PACKS.flatMap(({ rules }) =>
    rules.flatMap((rule) => (rule.kind === "holidays" ? [...rule.holidays, ...Object.values(rule.ofSubdivision ?? {}).flat()] : [])),
  ).map((definition) => [JSON.stringify(definition), definition]),
);

it.each([2027, 2028])("on every day of %i", (year) => {
  const all = [...DEFINITIONS.values()];
  const judged: string[] = [];
  for (let day = DateTime.utc(year, 1, 1); day.year === year; day = day.plus({ days: 1 })) {
    if (holidayOn(all, day) !== null) judged.push(day.toISODate()!);
  }
  expect(judged).toEqual([...holidaysOf(all, year).keys()]);
});
