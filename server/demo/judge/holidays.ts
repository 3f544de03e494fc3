import { DateTime } from "luxon";

/** A holiday as a pack defines it; read as data. */
export interface HolidayData {
  readonly name: string;
  readonly on:
    | { readonly month: number; readonly day: number }
    | { readonly easter: number }
    | { readonly month: number; readonly weekday: number; readonly nth: number };
  /** Days later by ISO weekday, or the Monday that follows. */
  readonly observed?: "next_monday" | Readonly<Partial<Record<number, number>>>;
  readonly fromYear?: number;
  readonly untilYear?: number;
  readonly everyYears?: number;
}

/** The holiday of a local date, by the definitions of a pack; null when it is none. */
export function holidayOn(definitions: readonly HolidayData[], local: DateTime): string | null {
  const date = local.toISODate();
  return definitions.find((definition) => datesOf(definition, local.year).includes(date))?.name ?? null;
}

/** Each is asked for with every message, and Luxon takes its time. */
const known = new WeakMap<HolidayData, Map<number, readonly (string | null)[]>>();

/** When it is kept about a year: what is moved over the turn of the year belongs to the year before or after. */
function datesOf(definition: HolidayData, year: number): readonly (string | null)[] {
  const ofYears = known.get(definition) ?? new Map<number, readonly (string | null)[]>();
  known.set(definition, ofYears);
  const dates =
    ofYears.get(year) ??
    [year - 1, year, year + 1].filter((one) => inForce(definition, one)).map((one) => observed(definition, one).toISODate());
  ofYears.set(year, dates);
  return dates;
}

function inForce({ fromYear, untilYear, everyYears }: HolidayData, year: number): boolean {
  if (year < (fromYear ?? year) || year > (untilYear ?? year)) return false;
  return everyYears === undefined || (year - (fromYear ?? 0)) % everyYears === 0;
}

function observed({ on, observed: moved }: HolidayData, year: number): DateTime {
  const day = "easter" in on ? easter(year).plus({ days: on.easter }) : "day" in on ? DateTime.utc(year, on.month, on.day) : nth(on, year);
  if (moved === "next_monday") return day.weekday === 1 ? day : day.plus({ days: 8 - day.weekday });
  return day.plus({ days: moved?.[day.weekday] ?? 0 });
}

function nth(
  { month, weekday, nth: count }: { readonly month: number; readonly weekday: number; readonly nth: number },
  year: number,
): DateTime {
  if (count < 0) {
    const last = DateTime.utc(year, month, 1).endOf("month").startOf("day");
    return last.minus({ days: (last.weekday - weekday + 7) % 7 });
  }
  const first = DateTime.utc(year, month, 1);
  return first.plus({ days: ((weekday - first.weekday + 7) % 7) + (count - 1) * 7 });
}

/** Gauss' rule in the form of Lichtenberg: not the one Saldo uses, so that a slip in either shows. */
function easter(year: number): DateTime {
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7);
  return DateTime.utc(year, 3, 1).plus({ days: og + (7 - ((og - sz) % 7)) - 1 });
}
