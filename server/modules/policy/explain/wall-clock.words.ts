import { TEXTS } from "../../../platform/words/texts.js";
import { isoWeekday } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { isKnownZone, localParts } from "../../../shared/zone.js";

/** Instants as the debtor's wall shows them, relative to the moment of the decision, in the reader's language. */
export class WallClock {
  private readonly zone: string;

  constructor(
    zone: string,
    readonly locale: Locale,
    private readonly now: Instant,
  ) {
    this.zone = isKnownZone(zone) ? zone : "UTC";
  }

  /** The city of a zone other than this clock's: a debtor with several plausible zones has several clocks. */
  placeOf(zone: string): string | null {
    return zone === this.zone ? null : (zone.split("/").at(-1)?.replaceAll("_", " ") ?? null);
  }

  /** `07:00` */
  time(at: Instant): string {
    const { minuteOfDay } = localParts(this.zone, at);
    return `${String(Math.floor(minuteOfDay / 60)).padStart(2, "0")}:${String(minuteOfDay % 60).padStart(2, "0")}`;
  }

  isToday(at: Instant): boolean {
    return this.dateOf(at) === this.dateOf(this.now);
  }

  /** 1 = Monday … 7 = Sunday. */
  weekday(at: Instant): number {
    return isoWeekday(this.dateOf(at));
  }

  /** `Thu 26 Nov`; the year only when it is not the reader's current one. */
  day(at: Instant): string {
    const date = this.dateOf(at);
    const otherYear = date.slice(0, 4) !== this.dateOf(this.now).slice(0, 4);
    return TEXTS.text("policy_times", "day", this.locale, { ...partsOf(date), given_year: otherYear ? "yes" : "no" });
  }

  /** `Thu 26 Nov, 07:00` */
  moment(at: Instant): string {
    return TEXTS.text("policy_times", "moment", this.locale, { day: this.day(at), time: this.time(at) });
  }

  /** `3 Aug 2026`, of a calendar date or of an instant. */
  date(of: Instant | string): string {
    return TEXTS.text("policy_times", "date", this.locale, partsOf(typeof of === "string" ? of : this.dateOf(of)));
  }

  private dateOf(at: Instant): string {
    return localParts(this.zone, at).date;
  }
}

function partsOf(date: string): Readonly<Record<string, number>> {
  const [year, month, day] = date.split("-").map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0, weekday: isoWeekday(date) };
}
