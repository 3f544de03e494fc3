import * as fc from "fast-check";
import { describe, expect, it } from "@jest/globals";
import { type Decision, decide, HOUSE, PACKS, packsOfRecord, PUBLISHED_PACKS } from "../../../../server/modules/policy/rules.js";
import { situation } from "./arbitrary-facts.js";
import { at, closedRules, facts, intent } from "./given.js";

/** The packs as the record names them. */
const onRecord = ({ packs }: Decision) => packs.map(({ id, version }) => `${id}@${version}`);

it("with the packs it names and the facts of its moment", () => {
  fc.assert(
    fc.property(situation, ({ now, intent: asked, facts: known }) => {
      const decision = decide(asked, known, PACKS, now);
      expect(decide(asked, known, packsOfRecord(onRecord(decision)), now)).toEqual(decision);
    }),
    { numRuns: 200 },
  );
});

describe("by the version of its day, whatever was published since", () => {
  const alagoas = facts({ accountPackIds: ["BR-CDC"], residences: [{ country: "BR", subdivision: "AL" }] });
  const manaus = facts({ accountPackIds: ["BR-CDC"], residences: [{ country: "BR", subdivision: "AM" }] });

  it.each([
    ["30 November was no holiday", alagoas, "2026-11-30T10:00", "America/Maceio", ["BR-CDC@2026-11-22"], []],
    ["and is one", alagoas, "2026-11-30T10:00", "America/Maceio", ["BR-CDC@2026-11-30"], ["BR-CDC/state_holidays", "BR-CDC/holidays_al"]],
    ["the hours of Amazonas were not known", manaus, "2026-11-19T12:00", "America/Manaus", ["BR-CDC@2026-11-22"], ["BR-CDC/hours_am"]],
    ["and are", manaus, "2026-11-19T12:00", "America/Manaus", ["BR-CDC@2026-11-30"], []],
    ["9 July was one of the holidays", facts(), "2026-07-13T10:00", "America/Bogota", ["CO-2300@2026-11-22"], ["CO-2300/holidays"]],
    ["and has a rule of its own", facts(), "2026-07-13T10:00", "America/Bogota", ["CO-2300@2026-11-29"], ["CO-2300/holiday_9_july"]],
  ])("%s", (_, known, local, zone, names, closed) => {
    const decision = decide(intent(), known, packsOfRecord([...names, "SALDO@2026-11-22"]), at(local, zone));
    expect(closedRules(decision)).toEqual(closed);
    expect(onRecord(decision)).toEqual(["SALDO@2026-11-22", ...names]);
  });
});

it("a version nobody published is refused, and the account's own rules come with the facts", () => {
  expect(() => packsOfRecord(["CO-2300@2020-01-01"])).toThrow(RangeError);
  expect(packsOfRecord(["ACCOUNT@3", "CO-2300@2026-11-29"]).map(({ id }) => id)).toEqual(["CO-2300"]);
});

it("what only calls itself the house's rules replaces none of them", () => {
  const loose = { ...HOUSE, version: "2020-01-01", rules: [] };
  const stopped = facts({ optOuts: [{ channel: "all", at: 0, confirmedAt: null }] });
  expect(closedRules(decide(intent(), stopped, [loose, ...PACKS], at("2026-11-26T10:00")))).toContain("SALDO/opt_out");
  expect(PUBLISHED_PACKS).toContain(HOUSE);
});
