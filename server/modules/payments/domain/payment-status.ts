export type PaymentStatus = "allocated" | "overpaid" | "unidentified" | "reversed";

/** Where the money of a payment stands. */
export function paymentStatus(debtorId: number | null, unallocatedMinor: number): PaymentStatus {
  if (debtorId === null) return "unidentified";
  return unallocatedMinor > 0 ? "overpaid" : "allocated";
}
