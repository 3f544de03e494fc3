import { TEXTS } from "../../../platform/words/texts.js";
import type { Values } from "../../../platform/words/words.js";
import { isCalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { RuleFacts } from "../domain/decision.js";
import type { WallClock } from "./wall-clock.words.js";

/**
 * The facts of a rule as its sentences name them, in the reader's language; of each that may be missing `given_x` says whether it is there.
 * `hour` is the first part of `local`, on which some languages' verb depends.
 */
export function factsInWords(facts: RuleFacts, clock: WallClock): Values {
  const text = (key: string) => (typeof facts[key] === "string" && facts[key] !== "" ? facts[key] : null);
  const number = (key: string) => (typeof facts[key] === "number" ? facts[key] : 0);
  const instant = (key: string, format: (at: Instant) => string) => (typeof facts[key] === "number" ? format(facts[key]) : null);
  const list = (key: string) => text(key)?.replaceAll(" ", ", ") ?? null;
  const channel = (name: string) => TEXTS.text("policy_channels", name, clock.locale);
  const date = text("date");
  const zone = text("zone");
  const local = text("local");
  return {
    weekday: number("weekday"),
    max: number("max"),
    used: number("used"),
    days: number("days"),
    channel: channel(text("channel") ?? ""),
    channels: listOf((text("channels") ?? "").split(" ").filter(Boolean).map(channel), clock.locale),
    lenient: facts.reading === "lenient" ? "yes" : "no",
    hour: local?.slice(0, 2) ?? "",
    ...given({
      local,
      /** Whose wall clock `local` is when it is not the one the other times are told in. */
      place: zone === null ? null : clock.placeOf(zone),
      windows: text("windows")?.replaceAll("-", "–").replaceAll(" ", ", ") ?? null,
      name: text("name") ?? text("requires") ?? text("packs") ?? list("countries") ?? list("zones"),
      lastTime: instant("last", (at) => clock.time(at)),
      lastDay: instant("last", (at) => clock.day(at)),
      /** A date in the past, with its year. */
      on: date !== null && isCalendarDate(date) ? clock.date(date) : instant("at", (at) => clock.date(at)),
      until: instant("until", (at) => clock.moment(at)),
    }),
  };
}

function given(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => [
      [name, value ?? ""],
      [`given_${name}`, value === null ? "no" : "yes"],
    ]),
  );
}

function listOf(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(TEXTS.text("policy_times", "list", locale)).format(items);
}
