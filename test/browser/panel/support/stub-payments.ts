import type { z } from "zod";
import type { PaymentListItem } from "../../../../server/contract/payments.contract.js";
import { id, MARISOL } from "./stub-data.js";

export type Item = z.infer<typeof PaymentListItem>;

const cop = (pesos: number) => ({ minor: pesos * 100, currency: "COP" });
const marisol = { id: MARISOL, name: "Marisol Quintero Ávila", externalId: "C-20417" };
const jorge = { id: id(2), name: "Jorge Hernández Ruiz", externalId: "C-20448" };

const payment = (n: number, externalId: string, pesos: number, valueDate: string, more: Partial<Item>): Item => ({
  id: id(n),
  externalId,
  amount: cop(pesos),
  unallocated: cop(0),
  valueDate,
  status: "allocated",
  receivedAt: `${valueDate}T18:00:00.000Z`,
  source: "file",
  debtor: marisol,
  claimed: { debtReference: null, debtorExternalId: null },
  settled: [],
  reversedFor: null,
  ...more,
});

/** In part, too much, of nobody known, and taken back. */
export const PAYMENTS: readonly Item[] = [
  payment(401, "PSE-88120", 200_000, "2026-11-20", {
    settled: [{ debtId: id(101), reference: "CH-118204 / 7", amount: cop(200_000), balance: cop(186_400) }],
  }),
  payment(402, "BCO-771", 500_000, "2026-11-19", {
    status: "overpaid",
    unallocated: cop(88_000),
    source: "api",
    debtor: jorge,
    settled: [{ debtId: id(111), reference: "SV-20448 / 3", amount: cop(412_000), balance: cop(0) }],
  }),
  payment(403, "EFE-1902", 75_400, "2026-11-18", {
    status: "unidentified",
    unallocated: cop(75_400),
    debtor: null,
    claimed: { debtReference: "CH-99", debtorExternalId: null },
  }),
  payment(405, "WIRE-7", 0, "2026-11-17", {
    status: "unidentified",
    amount: { minor: 12_050, currency: "USD" },
    unallocated: { minor: 12_050, currency: "USD" },
    debtor: null,
  }),
  payment(404, "CHQ-12", 148_000, "2026-11-12", { status: "reversed", source: "hand", reversedFor: "Cheque devuelto por el banco" }),
];
