import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { diagnoseContact, type TriedGroup } from "../../../../../server/modules/kpis/diagnosis/domain/contact-cause.js";

const group = (given: Partial<TriedGroup>): TriedGroup => ({
  weekday: 1,
  hour: 9,
  template: "saldo_aviso",
  attempts: 100,
  delivered: 100,
  answered: 60,
  invalid: 0,
  silent: 0,
  ...given,
});
const FLOOR = 0.7;

test("numbers that reach nobody are to blame where what arrives is answered", () => {
  const found = diagnoseContact([group({ attempts: 200, delivered: 120, answered: 96, invalid: 70, silent: 10 })], FLOOR);
  // 140 would be enough; 80 that arrived nowhere, at 80 per cent, are 64 answers.
  expect(found).toMatchObject({ state: "found", leading: "number", lacking: 44 });
  expect(found.suspects[0]).toEqual({ cause: "number", missed: 64, groups: [] });
});

test("an hour of a weekday is to blame where it lags behind all the others", () => {
  const hours = [9, 10, 11, 15].map((hour) => group({ hour, answered: 75 }));
  const found = diagnoseContact([...hours, group({ weekday: 5, hour: 18, attempts: 200, delivered: 200, answered: 20 })], FLOOR);
  expect(found).toMatchObject({ leading: "hour", lacking: 100 });
  expect(found.suspects[0]).toMatchObject({
    missed: 130,
    groups: [{ weekday: 5, hour: 18, template: null, delivered: 200, answered: 20, others: { delivered: 400, answered: 300 } }],
  });
});

test("a text is to blame where it lags whatever the hour", () => {
  const both = [9, 10, 11].flatMap((hour) => [
    group({ hour, template: "saldo_firme", answered: 20 }),
    group({ hour, template: "saldo_amable", answered: 80 }),
  ]);
  expect(diagnoseContact(both, FLOOR)).toMatchObject({
    leading: "template",
    suspects: [{ groups: [{ template: "saldo_firme" }] }, {}, {}],
  });
});

test("low everywhere alike is nobody's fault, few attempts say nothing yet, and enough is well", () => {
  expect(
    diagnoseContact(
      [9, 10, 11].map((hour) => group({ hour })),
      FLOOR,
    ),
  ).toMatchObject({ state: "even", leading: null, lacking: 30 });
  expect(diagnoseContact([group({ attempts: 99, delivered: 99, answered: 1 })], FLOOR)).toMatchObject({ state: "too_few", suspects: [] });
  expect(diagnoseContact([], FLOOR)).toMatchObject({ state: "too_few", attempts: 0, lacking: 0 });
  expect(diagnoseContact([group({ answered: 70 })], FLOOR)).toMatchObject({ state: "well", lacking: 0 });
  expect(diagnoseContact([group({ delivered: 0, answered: 0, invalid: 100 })], FLOOR)).toMatchObject({ state: "found", leading: "number" });
});

test("a difference that chance makes is none, and few in an hour are not compared", () => {
  const chance = diagnoseContact([group({ hour: 9, answered: 58 }), group({ hour: 10, answered: 64 })], FLOOR);
  expect(chance.suspects.find(({ cause }) => cause === "hour")).toEqual({ cause: "hour", missed: 0, groups: [] });
  const few = diagnoseContact(
    [group({ attempts: 300, delivered: 300 }), group({ hour: 3, attempts: 19, delivered: 19, answered: 0 })],
    FLOOR,
  );
  expect(few.suspects.find(({ cause }) => cause === "hour")!.groups).toEqual([]);
});

test("whatever was counted: no cause is blamed without answers missed by it, and the first is the greatest", () => {
  const any = fc
    .tuple(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 7, max: 19 }),
      fc.constantFrom("a", "b", null),
      fc.integer({ min: 0, max: 200 }),
    )
    .chain(([weekday, hour, template, attempts]) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: attempts }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        )
        .map(([delivered, answers, wrong]) => {
          const invalid = Math.floor((attempts - delivered) * wrong);
          return group({ weekday, hour, template, attempts, delivered, answered: Math.floor(delivered * answers), invalid, silent: 0 });
        }),
    );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (groups) => {
      const { state, leading, suspects, lacking, attempts } = diagnoseContact(groups, FLOOR);
      const missed = suspects.map((suspect) => suspect.missed);
      expect(missed).toEqual(missed.toSorted((a, b) => b - a));
      expect(leading === null).toBe(state !== "found");
      if (state === "found") expect(suspects.find(({ cause }) => cause === leading)).toBeDefined();
      if (state === "well") expect(lacking).toBe(0);
      expect(state === "too_few").toBe(attempts < 100);
    }),
    { numRuns: 200 },
  );
});
