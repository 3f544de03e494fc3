import type { Random } from "../../platform/crypto/randomness.js";
import { pick } from "./chance.js";

/** Ways in which one file can be written; the first of each is the clean one. */
export const SPELLINGS = {
  encoding: ["utf-8", "utf-8-bom", "windows-1252"],
  delimiter: ["comma", "semicolon", "tab"],
  line_end: ["lf", "crlf"],
  /** Language of headers and of cells that are words; `fields` writes Saldo's own names and codes. */
  headers: ["fields", "es", "pt", "en"],
  dates: ["iso", "day_first", "month_first"],
  decimals: ["point", "comma"],
  grouping: ["none", "thousands"],
  /** Whether whole amounts are written without cents. */
  cents: ["always", "if_any"],
  symbols: ["none", "currency"],
  phones: ["e164", "national", "mixed"],
} as const;

/** What happens to some rows only, and to how many of a hundred unless told otherwise. */
export const ACCIDENTS = { newlines: 2, blank_lines: 1, spaces: 5, duplicates: 0.5, bad_rows: 1 } as const;

type Spellings = { readonly [K in keyof typeof SPELLINGS]: (typeof SPELLINGS)[K][number] };
/** Shares, 0 to 1. */
type Accidents = { readonly [K in keyof typeof ACCIDENTS]: number };

/** How a file is written and what went wrong with it. */
export type Mess = Spellings & Accidents;
export type MessKind = keyof Mess;

export const MESS_KINDS = [...Object.keys(SPELLINGS), ...Object.keys(ACCIDENTS)] as readonly MessKind[];

export const CLEAN: Mess = {
  ...(Object.fromEntries(Object.entries(SPELLINGS).map(([kind, [clean]]) => [kind, clean])) as Spellings),
  newlines: 0,
  blank_lines: 0,
  spaces: 0,
  duplicates: 0,
  bad_rows: 0,
};

/**
 * The mess that was asked for; the rest stays clean. Chance chooses a spelling that was not named, the clean one too.
 * @param wanted `dates`, `dates=month_first`, `bad_rows=2.5` (percent); none at all means every kind
 * @throws RangeError naming what it does not know
 */
export function messOf(random: Random, wanted: readonly string[] = []): Mess {
  const mess: Record<string, string | number> = { ...CLEAN };
  for (const wish of wanted.length > 0 ? wanted : MESS_KINDS) {
    const [kind = "", value] = wish.split("=", 2);
    if (Object.hasOwn(SPELLINGS, kind)) mess[kind] = spelling(random, kind as keyof Spellings, value);
    else if (Object.hasOwn(ACCIDENTS, kind)) mess[kind] = share(kind as keyof Accidents, value);
    else throw new RangeError(`There is no mess called "${kind}". Known: ${MESS_KINDS.join(", ")}.`);
  }
  return mess as unknown as Mess;
}

function spelling(random: Random, kind: keyof Spellings, value: string | undefined): string {
  const known: readonly string[] = SPELLINGS[kind];
  if (value === undefined) return pick(random, known);
  if (known.includes(value)) return value;
  throw new RangeError(`"${value}" is no way to write ${kind}. Known: ${known.join(", ")}.`);
}

function share(kind: keyof Accidents, value: string | undefined): number {
  const percent = value === undefined ? ACCIDENTS[kind] : value === "" ? Number.NaN : Number(value);
  if (percent >= 0 && percent <= 100) return percent / 100;
  throw new RangeError(`The share of ${kind} is a percentage from 0 to 100.`);
}
