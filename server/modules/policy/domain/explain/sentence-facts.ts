import type { Instant } from "../../../../shared/instant.js";
import { isCalendarDate, isoWeekday } from "../../../../shared/calendar.js";
import { isKnownZone, localParts } from "../../../../shared/zone.js";
import type { RuleFacts } from "../decision.js";
import type { Channel } from "../vocabulary.js";
import type { DayParts, SentenceFacts, Words } from "./words.js";

/** Instants as the debtor's wall shows them, relative to the moment of the decision. */
export class WallClock {
  private readonly zone: string;

  constructor(
    zone: string,
    private readonly words: Words,
    private readonly now: Instant,
  ) {
    this.zone = isKnownZone(zone) ? zone : "UTC";
  }

  /** The city of a zone other than this clock's: a debtor with several plausible zones has several clocks. */
  placeOf(zone: string): string | null {
    return zone === this.zone ? null : (zone.split("/").at(-1)?.replaceAll("_", " ") ?? null);
  }

  parts(at: Instant): DayParts {
    return dayParts(localParts(this.zone, at).date);
  }

  time(at: Instant): string {
    const { minuteOfDay } = localParts(this.zone, at);
    return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  }

  isToday(at: Instant): boolean {
    return localParts(this.zone, at).date === localParts(this.zone, this.now).date;
  }

  isOtherYear(at: Instant): boolean {
    return this.parts(at).year !== this.parts(this.now).year;
  }

  day(at: Instant): string {
    return this.words.day(this.parts(at), this.isOtherYear(at));
  }

  moment(at: Instant): string {
    return this.words.moment(this.parts(at), this.time(at), this.isOtherYear(at));
  }

  date(at: Instant): string {
    return this.words.date(this.parts(at));
  }
}

/** Puts the facts of a rule into the reader's language. */
export function tell(facts: RuleFacts, clock: WallClock, words: Words): SentenceFacts {
  const text = (key: string) => (typeof facts[key] === "string" && facts[key] !== "" ? facts[key] : null);
  const number = (key: string) => (typeof facts[key] === "number" ? facts[key] : 0);
  const instant = (key: string, format: (at: Instant) => string) => (typeof facts[key] === "number" ? format(facts[key]) : null);
  const channel = (name: string) => words.channels[name as Channel] ?? name;
  const date = text("date");
  const zone = text("zone");
  return {
    local: text("local"),
    place: zone === null ? null : clock.placeOf(zone),
    windows: text("windows")?.replaceAll("-", "–").replaceAll(" ", ", ") ?? null,
    weekday: number("weekday"),
    max: number("max"),
    used: number("used"),
    days: number("days"),
    name:
      text("name") ??
      text("requires") ??
      text("packs") ??
      text("countries")?.replaceAll(" ", ", ") ??
      text("zones")?.replaceAll(" ", ", ") ??
      null,
    channel: channel(text("channel") ?? ""),
    channels: (text("channels") ?? "").split(" ").filter(Boolean).map(channel),
    lastTime: instant("last", (at) => clock.time(at)),
    lastDay: instant("last", (at) => clock.day(at)),
    on: date && isCalendarDate(date) ? words.date(dayParts(date)) : instant("at", (at) => clock.date(at)),
    until: instant("until", (at) => clock.moment(at)),
    lenient: facts.reading === "lenient",
  };
}

function dayParts(date: string): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)), weekday: isoWeekday(date) };
}
