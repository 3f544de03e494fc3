import { DateTime } from "luxon";
import { HOUSE, PACKS, type PolicyPack } from "../../modules/policy/rules.js";
import { type HolidayData, holidayOn } from "./holidays.js";

/** A pack as data. The judge reads what it says and none of the code that obeys it. */
type Rule = PolicyPack["rules"][number];
type Kind = Rule["kind"];
type RuleOf<K extends Kind> = Extract<Rule, { kind: K }>;

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Where somebody may live. */
export interface Residence {
  readonly country: string;
  /** Without the country; empty when nothing tells, so that every state's rules and clocks bind. */
  readonly states: readonly string[];
}

/** Rules of a kind that bind somebody, those of the house included, each with the pack it is from. */
export function rulesFor<K extends Kind>(residence: Residence, kind: K): readonly { readonly pack: string; readonly rule: RuleOf<K> }[] {
  return [HOUSE, ...PACKS.filter((pack) => pack.residence.some(({ country }) => country === residence.country))].flatMap((pack) =>
    pack.rules.filter((rule): rule is RuleOf<K> => rule.kind === kind && binds(rule, residence)).map((rule) => ({ pack: pack.id, rule })),
  );
}

/** The clocks somebody may live by. */
export function zonesFor({ country, states }: Residence): readonly string[] {
  const places = PACKS.flatMap((pack) => pack.residence).filter((place) => place.country === country);
  const own = places.filter(({ subdivision }) => subdivision !== undefined && states.includes(subdivision));
  return [...new Set((own.length > 0 ? own : places).flatMap(({ zones }) => zones))];
}

/** Null when the hours are open at that moment on that wall clock; else what the clock showed. */
export function outsideHours(week: RuleOf<"hours">["week"], at: number, zone: string): string | null {
  const local = DateTime.fromMillis(at, { zone });
  const minute = local.hour * 60 + local.minute;
  const open = (week[DAYS[local.weekday - 1]!] ?? []).some(([from, to]) => {
    const [start, end] = [minutes(from), minutes(to)];
    return start !== null && end !== null && minute >= start && minute < end;
  });
  return open ? null : wallClock(at, zone);
}

/** The holiday of the country or of a state somebody may live in. */
export function onHoliday(rule: RuleOf<"holidays">, { states }: Residence, at: number, zone: string): string | null {
  const local = DateTime.fromMillis(at, { zone });
  const ofStates = Object.entries(rule.ofSubdivision ?? {}).filter(([state]) => states.length === 0 || states.includes(state));
  const holidays: readonly HolidayData[] = [...rule.holidays, ...ofStates.flatMap(([, list]) => list)];
  const name = holidayOn(holidays, local);
  return name === null ? null : `${name}, ${local.toISODate()} in ${zone}`;
}

export function wallClock(at: number, zone: string): string {
  return `${DateTime.fromMillis(at, { zone, locale: "en" }).toFormat("cccc yyyy-MM-dd HH:mm")} in ${zone}`;
}

/** `?` means that nobody knows. */
function minutes(text: string): number | null {
  const match = /^(\d\d):(\d\d)$/u.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** A rule for some states binds their residents, and everybody whose state nobody knows. */
function binds({ subdivisions }: Rule, { states }: Residence): boolean {
  return subdivisions === undefined || states.length === 0 || subdivisions.some((state) => states.includes(state));
}
