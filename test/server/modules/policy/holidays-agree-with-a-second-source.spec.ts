import { expect, it } from "@jest/globals";
import Holidays from "date-holidays";
import { holidaysIn } from "../../../../server/modules/policy/domain/business-day.js";
import { PACKS } from "../../../../server/modules/policy/rules.js";
import { holidaysOf } from "../../../../server/shared/holidays.js";
import { subdivisionsOf } from "../../../../server/shared/places/places.js";

/**
 * The second source is the npm package date-holidays (code ISC; data CC BY-SA 3.0, from Wikipedia and the laws it names; released about every
 * month), used for this comparison alone. Where the two differ the reason stands here: a difference without a reason fails, and so does a
 * reason without its difference.
 */
type Difference = readonly [place: string, onlyIn: "Saldo" | "the second source", name: string, reason: string];

const NATIONAL_SINCE =
  "national since Lei 14.759/2023; the source keeps the state's own rule for the day, which ended with it, and drops both";

const DIFFERENCES: readonly Difference[] = [
  ["BR", "the second source", "Dia de Eleição", "first Sunday of October in even years: no weekday"],
  ["BR-AC", "Saldo", "Dia do Católico", "Lei AC 3.137/2016, on the state's calendars since 2017; unknown to the source"],
  ["BR-AC", "Saldo", "Dia do Evangélico", "Lei AC 1.538/2004: 23 January, moved by Lei AC 2.126/2009"],
  ["BR-AC", "the second source", "Dia do evangélico", "12 January is no date of the law nor of the state's calendars"],
  ["BR-AC", "Saldo", "Dia Internacional da Mulher", "moved to Friday by Lei AC 2.126/2009, which the source does not know"],
  ["BR-AC", "the second source", "Alusivo ao Dia Internacional da Mulher", "the same, where the law has moved it"],
  ["BR-AC", "Saldo", "Dia da Amazônia", "moved to Friday by Lei AC 2.126/2009"],
  ["BR-AC", "the second source", "Dia da Amazônia", "the same, where the law has moved it"],
  ["BR-AC", "Saldo", "Assinatura do Tratado de Petrópolis", "moved to Friday by Lei AC 2.126/2009; in the source an optional day"],
  ["BR-AL", "Saldo", "Dia Estadual do Evangélico", "Lei AL 7.530/2013, on the state's calendars since 2018; unknown to the source"],
  ["BR-AM", "Saldo", "Dia Nacional de Zumbi e da Consciência Negra", NATIONAL_SINCE],
  ["BR-AP", "Saldo", "São Tiago", "a state holiday since 2012 in other lists"],
  ["BR-CE", "Saldo", "Dia de São José", "a state holiday in other lists"],
  ["BR-CE", "Saldo", "Nossa Senhora da Assunção", "a state holiday since 2004 in other lists"],
  ["BR-MT", "Saldo", "Dia Nacional de Zumbi e da Consciência Negra", NATIONAL_SINCE],
  ["BR-PE", "Saldo", "Data Magna de Pernambuco", "6 March itself since 2018; before that the first Sunday of March"],
  ["BR-PE", "the second source", "Revolução Pernambucana de 1817", "the first Sunday of March, as it was until 2017: no weekday"],
  ["BR-PE", "Saldo", "São João", "a state holiday in other lists"],
  ["BR-PI", "Saldo", "Batalha do Jenipapo", "a state holiday in other lists"],
  ["BR-RJ", "Saldo", "Dia Nacional de Zumbi e da Consciência Negra", NATIONAL_SINCE],
  ["BR-RN", "Saldo", "São Pedro", "a state holiday in other lists"],
  ["BR-RN", "Saldo", "Dia do Rio Grande do Norte", "a state holiday since 2000 in other lists"],
  ["BR-SP", "Saldo", "Dia Nacional de Zumbi e da Consciência Negra", NATIONAL_SINCE],
  ["CO", "the second source", "Pascua", "Easter Sunday: no weekday"],
  ["MX", "Saldo", "Transmisión del Poder Ejecutivo Federal", "1 October since 2024 (Constitución, art. 83)"],
  ["MX", "the second source", "Transmisión del Poder Ejecutivo Federal", "on 1 December, as it was until 2018"],
];

const YEARS = Array.from({ length: 12 }, (_, index) => 2024 + index);
const KINDS = new Set(["public", "bank"]);

/** `BR` and `BR-AC`: holidays that one of the two has and the other not, in any of the years. A state has those of its country too. */
function differences(place: string): readonly string[] {
  const [country = "", state = null] = place.split("-");
  const second = state === null ? new Holidays(country) : new Holidays(country, state);
  const found = new Set<string>();
  for (const year of YEARS) {
    const ours = new Map(holidaysIn({ country, subdivision: state ?? "" }, PACKS).flatMap((list) => [...holidaysOf(list, year)]));
    const theirs = new Map(
      second.getHolidays(year).flatMap(({ type, date, name }) => (KINDS.has(type) ? [[date.slice(0, 10), name] as const] : [])),
    );
    for (const [date, name] of ours) if (!theirs.has(date)) for (const one of name.split("; ")) found.add(`Saldo: ${one}`);
    for (const [date, name] of theirs) if (!ours.has(date)) found.add(`the second source: ${name}`);
  }
  return [...found];
}

const STATES = subdivisionsOf("BR").map(({ code }) => `BR-${code}`);

it("both know all 27 states of Brazil", () => {
  expect(Object.keys(new Holidays().getStates("BR")).sort()).toEqual(subdivisionsOf("BR").map(({ code }) => code));
});

/** Rest days are federal in Mexico (Ley Federal del Trabajo, art. 74); what a state gives its own officials closes no bank and no firm. */
it("neither knows a holiday of a single Mexican state", () => {
  expect(new Holidays().getStates("MX")).toBeUndefined();
  for (const { code } of subdivisionsOf("MX")) expect(differences(`MX-${code}`)).toEqual(found.get("MX"));
});

const found = new Map([...STATES, "CO", "MX"].map((place) => [place, differences(place)]));

it.each(DIFFERENCES)("%s, only in %s: %s (%s)", (place, onlyIn, name) => {
  expect(found.get(place === "BR" ? "BR-SP" : place)).toContain(`${onlyIn}: ${name}`);
});

it.each([...STATES, "CO", "MX"])("%s differs in nothing else", (place) => {
  const explained = DIFFERENCES.filter(([where]) => where === place || where === place.slice(0, 2));
  const known = new Set(explained.map(([, onlyIn, name]) => `${onlyIn}: ${name}`));
  expect(found.get(place)!.filter((one) => !known.has(one))).toEqual([]);
});
