import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { decide, openIntervals, PACKS } from "../../../../server/modules/policy/rules.js";
import { CATALOGUE, situation } from "./arbitrary-facts.js";
import { at, attempt, BOGOTA, facts, intent } from "./given.js";

it("shows fourteen days of three channels: used, open, Sunday, holiday, the other channel's week, withdrawn", () => {
  const known = facts({
    attempts: [attempt(at("2026-11-25T09:12"), "whatsapp")],
    consents: { ...facts().consents, email: { status: "withdrawn", source: "chat", on: "2026-08-03" } },
  });
  const question = { intent: intent(), channels: ["whatsapp", "call", "email"] as const, zone: BOGOTA };
  const calendar = openIntervals(question, known, PACKS, at("2026-11-25T15:42"), 14);
  const shown = calendar.map(({ channel, days }) => [
    channel,
    days.map(
      ({ date, open, closedBy }) =>
        `${date.slice(8)} ${open.length > 0 ? open.map((interval) => (interval.end - interval.start) / 3_600_000).join("+") : closedBy[0]?.reason}`,
    ),
  ]);
  expect(shown).toEqual([
    [
      "whatsapp",
      [
        "25 cap_day",
        "26 12",
        "27 12",
        "28 7",
        "29 closed_day",
        "30 12",
        "01 12",
        "02 12",
        "03 12",
        "04 12",
        "05 7",
        "06 closed_day",
        "07 12",
        "08 holiday",
      ],
    ],
    [
      "call",
      [
        "25 cap_day",
        "26 channels_week",
        "27 channels_week",
        "28 channels_week",
        "29 closed_day",
        "30 12",
        "01 12",
        "02 12",
        "03 12",
        "04 12",
        "05 7",
        "06 closed_day",
        "07 12",
        "08 holiday",
      ],
    ],
    ["email", calendar[2]!.days.map(({ date }) => `${date.slice(8)} consent_withdrawn`)],
  ]);
});

it("at any instant of any day", () => {
  fc.assert(
    fc.property(situation, fc.double({ min: 0, max: 1, noNaN: true }), ({ intent: asked, facts: known, now }, share) => {
      const contact = { ...asked, purpose: "collection" as const };
      const [row] = openIntervals({ intent: contact, channels: [contact.channel], zone: BOGOTA }, known, CATALOGUE, now, 20);
      const when = Math.floor(now + share * 18 * 86_400_000);
      const open = row!.days.some((day) => day.open.some(({ start, end }) => start <= when && when < end));
      expect(open).toBe(decide(contact, known, CATALOGUE, when).verdict === "allow");
    }),
    { numRuns: 700 },
  );
});
