import { expect, it } from "@jest/globals";
import { PACKS } from "../../../../server/modules/policy/rules.js";
import { holidaysOf } from "../../../../server/shared/holidays.js";

const rules = PACKS.find(({ id }) => id === "CO-2300")!.rules.filter((rule) => rule.kind === "holidays");
const datesOf = (year: number) =>
  rules
    .flatMap(({ holidays }) => [...holidaysOf(holidays, year).keys()])
    .map((date) => date.slice(5))
    .sort();

it("in 2026", () => {
  expect(datesOf(2026).join(" ")).toBe(
    "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25",
  );
});

it("in 2027", () => {
  expect(datesOf(2027).join(" ")).toBe(
    "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
  );
});

it("before Ley 2578 there was none on 9 July", () => {
  expect(datesOf(2025).filter((date) => date.startsWith("07"))).toEqual(["07-20"]);
});
