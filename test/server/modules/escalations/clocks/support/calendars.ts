import { holidaysIn, PACKS } from "../../../../../../server/modules/policy/rules.js";
import type { WorkingCalendar } from "../../../../../../server/modules/escalations/domain/calendar/working-calendar.js";

const everyDay = (windows: readonly (readonly [number, number])[]) => ({
  1: windows,
  2: windows,
  3: windows,
  4: windows,
  5: windows,
  6: windows,
  7: windows,
});

const NO_DAYS: ReadonlySet<string> = new Set();

/** Monday to Friday with lunch, Saturday morning, Colombian holidays. */
export const BOGOTA: WorkingCalendar = {
  name: "desk@1",
  zone: "America/Bogota",
  week: {
    ...everyDay([
      [480, 720],
      [840, 1_080],
    ]),
    6: [[540, 780]],
    7: [],
  },
  holidays: holidaysIn({ country: "CO", subdivision: null }, PACKS),
  closedOn: NO_DAYS,
};

const calendar = (zone: string, windows: readonly (readonly [number, number])[], closedOn = NO_DAYS): WorkingCalendar => ({
  name: `${zone}@1`,
  zone,
  week: everyDay(windows),
  holidays: [],
  closedOn,
});

export const SANTIAGO_ALWAYS = calendar("America/Santiago", [[0, 1_440]]);

/** Each with the day near which its clock is changed, or something else is unusual about it. */
export const UNUSUAL: readonly { readonly calendar: WorkingCalendar; readonly near: string }[] = [
  { calendar: BOGOTA, near: "2026-11-01" },
  { calendar: { ...BOGOTA, name: "year@1" }, near: "2026-12-22" },
  // Back from 24:00 to 23:00, and forward over midnight.
  { calendar: SANTIAGO_ALWAYS, near: "2026-04-03" },
  {
    calendar: calendar("America/Santiago", [
      [0, 480],
      [1_320, 1_440],
    ]),
    near: "2026-09-04",
  },
  {
    calendar: calendar("America/New_York", [
      [60, 150],
      [540, 1_020],
    ]),
    near: "2026-10-30",
  },
  { calendar: calendar("America/New_York", [[90, 200]]), near: "2026-03-06" },
  // Midnight comes twice.
  { calendar: calendar("America/Havana", [[0, 1_440]], new Set(["2026-11-02"])), near: "2026-10-30" },
  {
    calendar: calendar("Australia/Lord_Howe", [
      [0, 125],
      [130, 720],
    ]),
    near: "2026-04-03",
  },
  { calendar: calendar("Pacific/Chatham", [[100, 1_000]]), near: "2026-09-25" },
  // A day that was left out, and one without a midnight.
  { calendar: calendar("Pacific/Apia", [[0, 1_440]], new Set(["2011-12-31"])), near: "2011-12-28" },
  {
    calendar: calendar("Africa/Cairo", [
      [0, 600],
      [1_300, 1_440],
    ]),
    near: "2026-04-22",
  },
];
