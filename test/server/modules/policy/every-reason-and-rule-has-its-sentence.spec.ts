import { expect, it } from "@jest/globals";
import type { Reason, RuleKind } from "../../../../server/modules/policy/rules.js";
import { TEXTS } from "../../../../server/platform/words/texts.js";

/** The compiler asks for each of them here. */
const REASONS: Readonly<Record<Reason, true>> = {
  hours: true,
  hours_unknown: true,
  closed_day: true,
  holiday: true,
  blocked_date: true,
  cap_day: true,
  cap_week: true,
  cap_seven_days: true,
  channels_day: true,
  channels_week: true,
  channels_seven_days: true,
  quiet_days: true,
  consent_withdrawn: true,
  consent_missing: true,
  recipient_missing: true,
  recipient_ambiguous: true,
  recipient_unknown: true,
  recipient_forbidden: true,
  disclosure_missing: true,
  opted_out: true,
  way_out_closed: true,
  hold: true,
  hold_debt: true,
  no_debt_named: true,
  debt_unknown: true,
  debt_not_owed: true,
  deceased: true,
  minor: true,
  pack_missing: true,
  no_pack: true,
  residence_unknown: true,
  zone_unknown: true,
  engine: true,
};
const KINDS: Readonly<Record<RuleKind, true>> = {
  hours: true,
  holidays: true,
  blocked_dates: true,
  cap: true,
  distinct_channels: true,
  quiet_days: true,
  strict_counting: true,
  consent: true,
  recipient: true,
  disclosure: true,
  opt_out: true,
  way_out: true,
  hold: true,
  debt_owed: true,
  debtor_fit: true,
  packs_loaded: true,
  residence_covered: true,
  zone_known: true,
};

it("a reason is said in words, whichever closed the way", () => {
  expect(Object.keys(TEXTS.group("policy_reasons")).toSorted()).toEqual(Object.keys(REASONS).toSorted());
});

it("a rule that passed is said in words", () => {
  expect(Object.keys(TEXTS.group("policy_passed")).toSorted()).toEqual(Object.keys(KINDS).toSorted());
});
