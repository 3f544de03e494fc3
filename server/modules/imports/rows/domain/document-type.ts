import { words } from "../../../../shared/words.js";

/** A longer cell is a text and no type. */
const LONGEST = 100;

/**
 * What stands in a column of document types where a row is no debt but money of the debtor: credit notes, advances, receipts. As files of the
 * region and exports of the large accounting programs say it. Kinds of personal documents (CC, NIT, RC, CPF) are none of these, nor is a
 * credit in the sense of a loan, nor a "recibo", which is a bill in half of the region.
 */
const CREDITS: ReadonlySet<string> = new Set(
  `nc, nca, ncb, nce, ncm, ncr, ncc, n c, cr, credit, cm, cn, dg, dz, credit note, credit memo, creditmemo, nota credito, nota de credito, notas credito,
  notas de credito, nota de credito electronica, nota credito electronica, nota de credito cliente, nota de credito eletronica, nota cred,
  nota cr, ncredito, nota credito cliente, saldo a favor, saldo a favor cliente, saldo credor, credito a favor, anticipo, anticipos,
  anticipo cliente, anticipo de cliente, adelanto, adiantamento, adiantamento de cliente, recebimento antecipado, advance, prepayment,
  customer credit, abono, pago a cuenta, pago anticipado, pago, payment, pagamento, recibo de caja, recibo de pago, receipt, devolucion,
  devolucao, bonificacion, bonificacao`
    .split(",")
    .map((text) => text.trim().replaceAll(/\s+/g, " ")),
);

/** A note is one in whatever words it stands: `Nota de Crédito B`, `NC por devolución`, `Ajuste crédito`; not what takes one back. */
const SAYS_CREDIT =
  /\b(?:notas? (?:de )?(?:cr|cred\w*)|credit (?:note|memo)s?|a favor|anticipos?|devoluci?\w*|devolucao|ajuste (?:de )?credito|haber)\b/;
const TAKES_BACK = /\b(?:anul\w*|revers\w*|cancel\w*|estorn\w*|debito)\b/;
/** What a cell of any column says of its whole row. */
const WHOLLY = /^(?:notas? (?:de )?cred\w*(?: electronica)?|credit (?:note|memo)|saldos? a favor)(?: [a-z])?$/;
/** Most cells are none; an import asks this a dozen million times. */
const MAY_SAY = /not|memo|favor/i;
/** As programs number credit notes. */
const NOTE_NUMBER = /^n\s?[/.]?\s?c[rec]?\.?[\s_:#º°-]*\d/i;

/** Most references are none of these; an import asks a million times. */
const MAY_SAY_NO_DEBT = /^\s*(?:anti|adel|adia|prep|adva|dev|sald|cred|nota)/i;
/** References that say in words what they are: `ANTICIPO 1`, `DEV-7`, `Saldo a favor`. */
const SAYS_NO_DEBT =
  /^(?:(?:anticipo|adelanto|adiantamento|prepago|advance|prepayment|devolucion|devolucao|dev)s? ?\d|(?:anticipo|adiantamento|prepago|prepayment)s?\b|saldos? (?:a favor|credor)|credit (?:note|memo)|notas? (?:de )?cred)/;

/** Whether a type of document says that the row's amount is the debtor's and not owed by them. */
export function isCredit(type: string): boolean {
  const said = words(type);
  // `NC-12`, `NC 0045`, `06 Nota de crédito`: the number of the type or of the note stands beside it.
  const text = said.filter((word) => !/^\d+$/.test(word)).join(" ");
  return CREDITS.has(said.join(" ")) || CREDITS.has(text) || (SAYS_CREDIT.test(text) && !TAKES_BACK.test(text));
}

/** Whether some cell, whatever its column means, holds nothing but the words for a credit note, or a numbered one. */
export function saysNote(cells: readonly string[]): boolean {
  return cells.some((cell) => {
    if (cell.length > LONGEST || !MAY_SAY.test(cell)) return false;
    const text = words(cell)
      .filter((word) => !/^\d+$/.test(word))
      .join(" ");
    return WHOLLY.test(text);
  });
}

/** Whether a reference looks like that of a credit note or an advance, which it need not be. */
export function maybeNote(reference: string): boolean {
  return (
    NOTE_NUMBER.test(reference) || (MAY_SAY_NO_DEBT.test(reference) && SAYS_NO_DEBT.test(words(reference.slice(0, LONGEST)).join(" ")))
  );
}
