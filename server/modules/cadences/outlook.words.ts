import { TEXTS } from "../../platform/words/texts.js";
import type { Locale } from "../../shared/locale.js";
import type { Reason } from "../policy/rules.js";

/** The lines beside the calendar. */
export type OutlookLine = "never_wrote" | "replies_open" | "replies_closed" | "next_planned" | "next_closed" | NoNext;

/** What stands where nothing is planned yet. */
type NoNext = "next_expected" | "next_no_cadence" | "next_outside" | "next_over";

const GROUP: Readonly<
  Partial<Record<Reason, "day" | "holiday" | "used" | "channel" | "consent" | "blocked" | "hold" | "number" | "settled">>
> = {
  closed_day: "day",
  hours: "day",
  hours_unknown: "day",
  holiday: "holiday",
  blocked_date: "holiday",
  cap_day: "used",
  cap_week: "used",
  cap_seven_days: "used",
  channels_day: "channel",
  channels_week: "channel",
  channels_seven_days: "channel",
  consent_withdrawn: "consent",
  consent_missing: "consent",
  opted_out: "consent",
  way_out_closed: "blocked",
  hold: "hold",
  hold_debt: "hold",
  recipient_missing: "number",
  recipient_ambiguous: "number",
  recipient_unknown: "number",
  debt_not_owed: "settled",
  no_debt_named: "settled",
};

export function outlookLine(line: OutlookLine, locale: Locale): string {
  return TEXTS.text("outlook", line, locale);
}

/**
 * One or two words for a closed square of the calendar; the sentence stands below it.
 * @param weekday 1 = Monday … 7 = Sunday: a day of the week that is closed as such is told by its name
 */
export function closedSquare(reason: Reason, weekday: number | undefined, locale: Locale): string {
  const known = reason === "closed_day" && weekday !== undefined;
  return TEXTS.text("closed_squares", known ? `weekday_${weekday}` : (GROUP[reason] ?? "other"), locale);
}
