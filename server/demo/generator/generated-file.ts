import { SeededRandom } from "../../platform/crypto/randomness.js";
import type { Planted } from "./bad-rows.js";
import { writeFile } from "./file-writer.js";
import { CLEAN, messOf } from "./mess.js";
import { generatePortfolio, type PortfolioSize } from "./portfolio-generator.js";

export interface GeneratedFile extends PortfolioSize {
  /** An integer. The same seed and size give the same bytes. */
  readonly seed: number;
  /** As `messOf` takes it; null writes a clean file. */
  readonly mess: readonly string[] | null;
}

/** Separates the chance of the writing from that of the rows: clean or messy, a seed has the same debtors. */
const WRITING = 0x6d65_7373;

/**
 * A generated portfolio as the bytes of a CSV file. Holds one debtor and one piece of the file at a time.
 * @throws RangeError at once, before anything is written, when the mess is not known
 */
export function generatedFile({ seed, mess, ...size }: GeneratedFile, note?: (planted: Planted) => void): Iterable<Buffer> {
  const writing = new SeededRandom(seed ^ WRITING);
  const spelling = mess === null ? CLEAN : messOf(writing, mess);
  return writeFile(generatePortfolio(new SeededRandom(seed), size), writing, spelling, note);
}
