import { words } from "../../../../shared/words.js";

/** Names under which files know the countries of `zones-of.ts`, without accents. */
const NAMES: Readonly<Record<string, string>> = {
  argentina: "AR",
  bolivia: "BO",
  brasil: "BR",
  brazil: "BR",
  chile: "CL",
  colombia: "CO",
  "costa rica": "CR",
  cuba: "CU",
  ecuador: "EC",
  equador: "EC",
  "el salvador": "SV",
  espana: "ES",
  espanha: "ES",
  spain: "ES",
  "estados unidos": "US",
  "united states": "US",
  usa: "US",
  guatemala: "GT",
  honduras: "HN",
  mexico: "MX",
  nicaragua: "NI",
  panama: "PA",
  paraguay: "PY",
  paraguai: "PY",
  peru: "PE",
  portugal: "PT",
  "puerto rico": "PR",
  "republica dominicana": "DO",
  "dominican republic": "DO",
  uruguay: "UY",
  uruguai: "UY",
  venezuela: "VE",
};

/** ISO 3166-1 alpha-2 of a code or a name in es, pt or en; null when it is neither. */
export function countryCode(text: string): string | null {
  const plain = text.trim();
  if (/^[A-Za-z]{2}$/.test(plain)) return plain.toUpperCase();
  return NAMES[words(plain).join(" ")] ?? null;
}
