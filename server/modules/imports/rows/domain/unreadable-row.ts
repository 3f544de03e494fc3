import type { PaymentInput } from "../../../payments/rules.js";
import { maybeCredit } from "./amount-format.js";
import { debtKeyOf, isNote } from "./debt-row.js";
import { maybeNote } from "./document-type.js";
import type { RowReader } from "./row-reader.js";

/** What a row that cannot be used, or not wholly, may be about. */
export interface UnreadableRow {
  readonly source: string;
  /** Empty where it cannot be read, or may stand in another cell. */
  readonly reference: string;
  readonly externalId: string;
  /** What stands in cells that are not trusted: references and numbers of debtors may be among it. */
  readonly mentions: readonly string[];
  /** It says that something is in the debtor's favour: nobody knows how much of all they owe is left. */
  readonly favour: boolean;
}

const LONGEST = 100;

/**
 * @param reader a new one, for the row
 * @param cells as the file has them
 */
export function aboutRow(reader: RowReader, cells: readonly string[]): UnreadableRow {
  const favour = saysCredit(reader);
  if (reader.maybeShifted) return { source: "", reference: "", externalId: "", mentions: mentionsIn(cells), favour };
  const sound = reader.problems.length;
  const { source, reference } = debtKeyOf(reader);
  const trusted = reader.problems.length === sound;
  const identity = reader.problems.length;
  const externalId = reader.text("external_id", LONGEST) ?? "";
  return {
    source,
    reference: trusted ? reference : "",
    externalId: reader.problems.length === identity ? externalId : "",
    mentions: mentionsIn(trusted ? swallowing(cells) : [reference, ...swallowing(cells)]),
    favour,
  };
}

/** A payment that can be read, as what it is about. */
export function aboutPayment({ debtReference, debtorExternalId }: PaymentInput): UnreadableRow {
  return { source: "", reference: debtReference ?? "", externalId: debtorExternalId ?? "", mentions: [], favour: false };
}

/** What a row that can be used holds of further rows, in a cell that nobody asks for. */
export function swallowedRows(cells: readonly string[]): readonly string[] {
  return mentionsIn(swallowing(cells));
}

/** Below zero, however that is written, or a credit note, or an amount that may be either for what stands beside it. */
function saysCredit(reader: RowReader): boolean {
  if (isNote(reader) || maybeNote(reader.seen("reference"))) return true;
  return [reader.seen("balance"), reader.seen("principal")].some(maybeCredit);
}

function swallowing(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => cell.includes("\n") && /[;,\t|]/.test(cell));
}

function mentionsIn(cells: readonly string[]): readonly string[] {
  if (cells.length === 0) return [];
  const parts = cells.flatMap((cell) => [cell, ...cell.split(/[\r\n;,\t|"]+/)]).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== "" && part.length <= LONGEST))];
}
