import type { HolidayDefinition } from "../../../../shared/holidays.js";
import type { Residence } from "../facts.js";
import type { HolidaysRule, PolicyPack } from "../pack.js";

/**
 * The states of the pack's country somebody may live in. `any` where one of them is not known or is none the pack knows, and where nothing says
 * that they live in the country at all.
 */
export function plausibleStates({ residence }: Pick<PolicyPack, "residence">, residences: readonly Residence[]): readonly string[] | "any" {
  const here = residences.filter(({ country }) => residence.some((place) => place.country === country));
  const states = here.flatMap(({ subdivision }) => (subdivision !== null && isListed(residence, subdivision) ? [subdivision] : []));
  return here.length === 0 || states.length < here.length ? "any" : [...new Set(states)];
}

/** A pack that lists no states at all knows any. */
function isListed(places: PolicyPack["residence"], state: string): boolean {
  const listed = places.flatMap(({ subdivision }) => (subdivision === undefined ? [] : [subdivision]));
  return listed.length === 0 || listed.includes(state);
}

/** Whether a rule for some states binds somebody of those. */
export function bindsIn(subdivisions: readonly string[] | undefined, states: readonly string[] | "any"): boolean {
  return !subdivisions || states === "any" || subdivisions.some((state) => states.includes(state));
}

export interface HolidayList {
  /** Whose it is, where it is one state's and others are plausible too. */
  readonly state: string | null;
  readonly holidays: readonly HolidayDefinition[];
}

/** The holidays that close for somebody of those states. */
export function holidayLists({ holidays, ofSubdivision = {} }: HolidaysRule, states: readonly string[] | "any"): readonly HolidayList[] {
  const named = Object.entries(ofSubdivision).filter(([state]) => states === "any" || states.includes(state));
  const one = states !== "any" && states.length === 1;
  return [{ state: null, holidays }, ...named.map(([state, list]) => ({ state: one ? null : state, holidays: list }))];
}
