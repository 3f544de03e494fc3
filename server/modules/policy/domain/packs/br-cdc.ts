import { BRAZIL } from "../../../../shared/places/brazil.js";
import type { LocalWindow, PackRule, PolicyPack, WeekWindows } from "../pack.js";
import type { Certainty } from "../vocabulary.js";
import { CUSTOMARY, NATIONAL, OF_STATE } from "./br-holidays.js";

/**
 * Brazil. No federal law sets hours: the Código de Defesa do Consumidor forbids exposing the debtor to ridicule and disturbing work, rest or
 * leisure. The hours and holidays for the whole country are the widest common practice, a policy; five states have hours in a law of their
 * own. They bind their residents, and everybody whose state is unknown. Encoded from public sources; have counsel confirm.
 */
export const BR_CDC: PolicyPack = {
  id: "BR-CDC",
  version: "2026-11-22",
  authority: [
    "Lei 8.078/1990 (Código de Defesa do Consumidor), arts. 42 e 71",
    "Lei SP 15.426/2014",
    "Lei RJ 7.868/2018",
    "Lei ES 10.626/2017",
    "Lei AM 306/2016",
    "Lei AL 7.782/2016",
  ],
  residence: [
    { country: "BR", zones: [...new Set(BRAZIL.flatMap(({ zones }) => zones))] },
    ...BRAZIL.map(({ code, zones }) => ({ country: "BR", subdivision: code, zones })),
  ],
  rules: [
    {
      id: "hours",
      kind: "hours",
      week: week(["08:00", "20:00"], ["08:00", "14:00"]),
      class: "policy",
      certainty: "B",
      source: "CDC, arts. 42 e 71",
    },
    {
      id: "holidays",
      kind: "holidays",
      holidays: [...NATIONAL, ...CUSTOMARY],
      class: "policy",
      certainty: "P",
      source: "CDC, arts. 42 e 71",
    },
    ...stateLaw("SP", "Lei SP 15.426/2014", "C", week(["08:00", "20:00"], ["08:00", "14:00"])),
    ...stateLaw("RJ", "Lei RJ 7.868/2018", "C", week(["09:00", "19:00"], null)),
    ...stateLaw("ES", "Lei ES 10.626/2017", "C", week(["08:00", "19:00"], null)),
    // When the day opens could not be read in any source, and so it does not.
    ...stateLaw("AM", "Lei AM 306/2016", "C", week(["?", "19:00"], null)),
    // The one that names text messages; the others are kept for them too.
    ...stateLaw("AL", "Lei AL 7.782/2016", "B", week(["08:00", "20:00"], ["08:00", "14:00"])),
  ],
  exceptions: [],
};

/** `null` where no source tells of hours on a Saturday. */
function week(workday: LocalWindow, saturday: LocalWindow | null): WeekWindows {
  const day = [workday];
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: saturday && [saturday], sun: [] };
}

/** All that is known of the holidays of these laws is that they close the day; which days those are is another source. */
function stateLaw(state: keyof typeof OF_STATE, source: string, certainty: Certainty, hours: WeekWindows): PackRule[] {
  const suffix = state.toLowerCase();
  return [
    { id: `hours_${suffix}`, kind: "hours", week: hours, subdivisions: [state], class: "law", certainty, source },
    {
      id: `holidays_${suffix}`,
      kind: "holidays",
      holidays: [...NATIONAL, ...OF_STATE[state]],
      subdivisions: [state],
      class: "law",
      certainty: "C",
      source,
    },
  ];
}
