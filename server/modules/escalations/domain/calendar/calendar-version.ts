import type { CalendarDate } from "../../../../shared/calendar.js";
import { holidaysIn, packsOfRecord } from "../../../policy/rules.js";
import type { DayWindow, WorkingCalendar } from "./working-calendar.js";

/** A version of a calendar as it is kept: it names where its holidays stand and never copies them. */
export interface CalendarVersion {
  readonly id: string;
  readonly version: number;
  /** IANA name of a place. */
  readonly zone: string;
  readonly week: Readonly<Partial<Record<number, readonly DayWindow[]>>>;
  /** Whose holidays are kept, by the versions of the packs that were in force (`CO-2300@2026-11-29`); null: none are. */
  readonly holidaysOf: { readonly country: string; readonly subdivision: string | null; readonly packs: readonly string[] } | null;
  readonly closedOn: readonly CalendarDate[];
}

/** @throws RangeError where it names a version of a pack that was never published */
export function calendarOfVersion(version: CalendarVersion): WorkingCalendar {
  const { id, zone, week, holidaysOf, closedOn } = version;
  return {
    name: `${id}@${version.version}`,
    zone,
    week,
    holidays: holidaysOf === null ? [] : holidaysIn(holidaysOf, packsOfRecord(holidaysOf.packs)),
    closedOn: new Set(closedOn),
  };
}

const WHOLE_DAY: readonly DayWindow[] = [[0, 1_440]];

/** For targets that count every hour: open at every instant there is, midnight and changes of the clock among them. */
export const ALWAYS_OPEN: WorkingCalendar = {
  name: "always@1",
  zone: "UTC",
  week: { 1: WHOLE_DAY, 2: WHOLE_DAY, 3: WHOLE_DAY, 4: WHOLE_DAY, 5: WHOLE_DAY, 6: WHOLE_DAY, 7: WHOLE_DAY },
  holidays: [],
  closedOn: new Set(),
};
