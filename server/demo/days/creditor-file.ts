import { SeededRandom } from "../../platform/crypto/randomness.js";
import { ROW_LOSING_KINDS } from "../generator/bad-rows.js";
import { writeFile } from "../generator/file-writer.js";
import { CLEAN, type Mess } from "../generator/mess.js";
import type { PortfolioRow } from "../generator/portfolio-row.js";
import type { FileRow } from "./recording.js";

export interface CreditorFile {
  readonly name: string;
  readonly mode: "delta" | "snapshot";
  readonly text: string;
  readonly rows: readonly FileRow[];
}

/** How the creditor's program writes its files: for a spreadsheet that is set to Spanish. */
const EXPORT: Mess = { ...CLEAN, delimiter: "semicolon", headers: "es", dates: "day_first", decimals: "comma" };
/** The same program writes each file: the same headers every time. */
const EXPORT_SEED = 12;

/**
 * @param slips share of rows that are spoilt
 * @param one whether one is spoilt at least: in a short file chance may leave none
 * @returns the file, and the references of its spoilt rows, which are not among its `rows`
 */
export function exportFile(
  name: string,
  mode: CreditorFile["mode"],
  current: readonly PortfolioRow[],
  slips: number,
  one = false,
): { readonly file: CreditorFile; readonly spoilt: ReadonlySet<string> } {
  const spoilt = new Set<string>();
  const note = ({ reference }: { readonly reference: string }) => void spoilt.add(reference);
  const bytes = [...writeFile(current, new SeededRandom(EXPORT_SEED), { ...EXPORT, bad_rows: slips }, note, ROW_LOSING_KINDS)];
  if (one && spoilt.size === 0 && slips < 1 && current.length > 0) return exportFile(name, mode, current, Math.min(1, slips * 2), one);
  const text = Buffer.concat(bytes).toString("utf8");
  return { file: { name, mode, text, rows: current.filter(({ debt }) => !spoilt.has(debt.reference)).map(fileRow) }, spoilt };
}

function fileRow({ debtor, debt }: PortfolioRow): FileRow {
  const { given, source, on } = debtor.consent;
  return {
    debtor: debtor.externalId,
    phone: debtor.phone,
    country: debtor.country,
    subdivision: debtor.address?.subdivision ?? null,
    consent: given === "granted" && (source === null || on === null) ? "unproven" : given,
    reference: debt.reference,
    currency: debt.currency,
    balanceMinor: debt.balanceMinor,
    dueDate: debt.dueDate,
  };
}
