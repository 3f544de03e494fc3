import { mayBeRounded, type RoundedNumber, roundedNumber } from "../../../../shared/rounded-number.js";

/** Digits that a spreadsheet keeps of a number. */
const DIGITS_KEPT = 15;
/** So many zeros in a row where digits are lost, over different numbers, are no chance. */
const TELLING_ZEROS = 3;
const MOST_WIDE = 8;

/** How a column of numbers that name somebody or something shows that they went through a spreadsheet as amounts do. */
export interface Rounding {
  /** What the cells in short form kept; null where there is none. */
  readonly shown: RoundedNumber | null;
  /** Whether what is longer than a spreadsheet's digits ends in nothing but zeros. */
  readonly cut: boolean;
}

/** Learns it from every row before the first one is read. */
export class RoundingEvidence {
  private shown: RoundedNumber | null = null;
  private readonly wide = new Map<string, number>();
  private exact = false;

  see(text: string): void {
    if (text.length > DIGITS_KEPT && !this.exact) this.seeWide(text);
    const rounded = /e[+-]?\d{1,3}$/i.test(text) ? roundedNumber(text) : null;
    if (!rounded) return;
    const { kept = 0, exponent = rounded.exponent } = this.shown ?? {};
    this.shown = { kept: Math.max(kept, rounded.kept), exponent: Math.min(exponent, rounded.exponent) };
  }

  get rounding(): Rounding {
    const zeros = [...this.wide.values()].reduce((sum, count) => sum + count, 0);
    return { shown: this.shown, cut: !this.exact && zeros >= TELLING_ZEROS };
  }

  private seeWide(text: string): void {
    if (!isWide(text)) return;
    if (!endsInZeros(text)) this.exact = true;
    else if (this.wide.size < MOST_WIDE) this.wide.set(text, text.length - DIGITS_KEPT);
  }
}

/** Whether a number may be several people's or debts' because a spreadsheet rounded them. */
export function isRounded(text: string, { shown, cut }: Rounding): boolean {
  if (roundedNumber(text)) return true;
  return (shown !== null && mayBeRounded(text, shown)) || (cut && isWide(text) && endsInZeros(text));
}

function isWide(text: string): boolean {
  return text.length > DIGITS_KEPT && text.length <= 40 && /^\d+$/.test(text);
}

function endsInZeros(text: string): boolean {
  return /^0+$/.test(text.slice(DIGITS_KEPT));
}
