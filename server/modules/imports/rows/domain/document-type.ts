import { words } from "../../../../shared/words.js";

/**
 * What stands in a column of document types where a row is no debt but money of the debtor: credit notes, advances, receipts. As files of the
 * region and exports of the large accounting programs say it. Kinds of personal documents (CC, NIT, RC, CPF) are none of these, nor is a
 * credit in the sense of a loan, nor a "recibo", which is a bill in half of the region.
 */
const CREDITS: ReadonlySet<string> = new Set(
  `nc, nce, ncr, ncc, n c, cm, cn, dg, dz, credit note, credit memo, creditmemo, nota credito, nota de credito, notas credito,
  notas de credito, nota de credito electronica, nota credito electronica, nota de credito cliente, nota de credito eletronica, nota cred,
  nota cr, ncredito, nota credito cliente, saldo a favor, saldo a favor cliente, saldo credor, credito a favor, anticipo, anticipos,
  anticipo cliente, anticipo de cliente, adelanto, adiantamento, adiantamento de cliente, recebimento antecipado, advance, prepayment,
  customer credit, abono, pago a cuenta, pago anticipado, pago, payment, pagamento, recibo de caja, recibo de pago, receipt, devolucion,
  devolucao, bonificacion, bonificacao`
    .split(",")
    .map((text) => text.trim().replaceAll(/\s+/g, " ")),
);

/** Whether a type of document says that the row's amount is the debtor's and not owed by them. */
export function isCredit(type: string): boolean {
  const said = words(type);
  // `NC-12`, `NC 0045`, `06 Nota de crédito`: the number of the type or of the note stands beside it.
  return CREDITS.has(said.join(" ")) || CREDITS.has(said.filter((word) => !/^\d+$/.test(word)).join(" "));
}
