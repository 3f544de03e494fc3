import { expect, it } from "@jest/globals";
import { bestHour, hourGrid } from "../../../admin-ui/src/features/overview/cards/hourGrid.js";

const cell = (code: string, attempts: number, answered: number) => ({ code, attempts, answered });

it("has every hour between the first and the last, and a week from Monday to Sunday", () => {
  const [monday, friday] = [cell("1-09", 40, 10), cell("5-12", 20, 15)];
  const { hours, days, most } = hourGrid([friday, monday, cell("7-23", 0, 0)]);
  expect(hours).toEqual([9, 10, 11, 12]);
  expect(days).toHaveLength(7);
  expect(days[0]).toEqual([monday, undefined, undefined, undefined]);
  expect(days[4]?.[3]).toBe(friday);
  expect(most).toBe(40);
  expect(hourGrid([])).toEqual({ hours: [], days: [], most: 0 });
});

it("the best hour is one of which enough is known", () => {
  expect(bestHour([cell("1-09", 40, 10), cell("2-10", 9, 9), cell("3-11", 10, 4)])?.code).toBe("3-11");
  expect(bestHour([cell("2-10", 9, 9)])).toBeUndefined();
});
