import { personIdKey } from "../../../../shared/words.js";
import type { DebtorInput } from "./debt-row.js";
import { namesAgree } from "./person-name.js";
import type { KnownContactPoint } from "./plan-contact-points.js";

/** What is known of a debtor by which a file's row can be told to mean them. */
export interface KnownPerson {
  /** Null when the debtor was erased. */
  readonly name: string | null;
  readonly document: string | null;
  readonly contactPoints: readonly Pick<KnownContactPoint, "hash">[];
}

/**
 * Whether a row may mean the debtor who is known by its number: their names agree, or the document or telephone number says that somebody
 * goes by another name now. A number that was given to somebody else, or went wrong, would have one asked for the other's debts.
 */
export function isSamePerson(known: KnownPerson, row: DebtorInput, phoneHash: (number: string) => string): boolean {
  if (known.name === null || row.name === null || namesAgree(known.name, row.name)) return true;
  if (known.document !== null && row.document !== null && personIdKey(known.document) === personIdKey(row.document)) return true;
  if (row.phone === null) return false;
  const hash = phoneHash(row.phone);
  return known.contactPoints.some((point) => point.hash === hash);
}
