import type { Random } from "../../platform/crypto/randomness.js";
import { happens, pick } from "./chance.js";
import type { Place } from "./places.js";
import type { GeneratedCountry } from "./portfolio-row.js";

const CALLING_CODE: Readonly<Record<GeneratedCountry, string>> = { CO: "57", MX: "52", BR: "55" };
/** Colombian mobile numbers belong to operators, not to cities. */
const CO_PREFIXES = ["300", "301", "304", "310", "311", "312", "313", "314", "315", "316", "317", "318", "320", "321", "350"];
/** Share of debtors who give the number of somebody else in the file: a spouse, the employer. */
const SHARED = 0.015;
const REMEMBERED = 32;

/**
 * Hands out mobile numbers that are valid in each country's plan and of which no two are equal, save for a few that are shared on purpose.
 *
 * None of the three regulators keeps numbers for fiction as the North American plan does, so these follow its convention: the block 555 of
 * each prefix first, 10,000 numbers, then the blocks around it. They look invented; they are not guaranteed to be nobody's. Never send to them.
 */
export class PhoneBook {
  /** How many numbers of each prefix were handed out: the only state that grows, by one entry a prefix. */
  private readonly used = new Map<string, number>();
  private readonly recent = new Map<GeneratedCountry, string[]>();

  constructor(private readonly random: Random) {}

  /** E.164 */
  numberIn(country: GeneratedCountry, place: Place): string {
    const recent = this.recent.get(country) ?? [];
    this.recent.set(country, recent);
    if (happens(this.random, SHARED) && recent.length > 0) return pick(this.random, recent);
    const number = `+${CALLING_CODE[country]}${this.next(this.prefix(country, place))}`;
    if (recent.length < REMEMBERED) recent.push(number);
    else recent[this.random.int(REMEMBERED)] = number;
    return number;
  }

  /** The national digits before the last seven. */
  private prefix(country: GeneratedCountry, { areaCode }: Place): string {
    if (areaCode === null) return pick(this.random, CO_PREFIXES);
    // Brazil: area code, the mobile 9, and a first digit of the old mobile range. Mexico: ten digits whatever the length of the area code.
    return country === "BR" ? `${areaCode}99` : areaCode.padEnd(3, "5");
  }

  private next(prefix: string): string {
    const count = this.used.get(prefix) ?? 0;
    this.used.set(prefix, count + 1);
    const step = Math.floor(count / 10_000);
    if (step >= 100) throw new RangeError(`There are no numbers left under ${prefix}: generate fewer debtors.`);
    // 555, 556, 554 … : 505 to 604.
    const block = 555 + (step % 2 === 1 ? (step + 1) / 2 : -step / 2);
    // 7919 shares no factor with 10,000, so each line number comes up once, and neighbours in the file are not neighbours here.
    const line = ((count % 10_000) * 7919 + Number(prefix) * 37) % 10_000;
    return `${prefix}${block}${String(line).padStart(4, "0")}`;
  }
}
