import type { FileDebt } from "./debt-row.js";

/**
 * A row without the number that was said to be another debtor's, and without the consents to be written to there; what it withdraws stays
 * withdrawn.
 * @param owner debtor whose number it is; undefined where nobody said
 * @param debtorId of the row; undefined for one that does not exist yet
 */
export function withoutForeignNumber(row: FileDebt, owner: number | undefined, debtorId: number | undefined): FileDebt {
  if (owner === undefined || owner === debtorId) return row;
  const { debtor } = row;
  return { ...row, debtor: { ...debtor, phone: null, phoneCountry: null, consent: { ...debtor.consent, granted: [] } } };
}
