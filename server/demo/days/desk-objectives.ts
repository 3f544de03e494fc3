import type { SaldoClient } from "../saldo-client.js";

/** What the desk wants of figures for which nothing is published; invented, as everything of the demo: some are met, some are missed. */
const OBJECTIVES: readonly { readonly metric: string; readonly from?: number; readonly to?: number; readonly attention?: number }[] = [
  { metric: "recovery.period", from: 25, attention: 15 },
  { metric: "promises.kept.amount", from: 60, attention: 40 },
  { metric: "promises.kept.count", from: 60, attention: 40 },
  { metric: "promises.rate", from: 20, attention: 10 },
  { metric: "contact.successful.delivered", from: 30, attention: 20 },
  { metric: "delivery.delivered", from: 90, attention: 80 },
  { metric: "delivery.failed", to: 10, attention: 15 },
  { metric: "roll.rate.amount", to: 20, attention: 30 },
  { metric: "dso.days-to-pay", to: 45, attention: 60 },
  { metric: "return.gross", from: 15, attention: 8 },
];

/** The administrator says what the desk is measured by. */
export async function setObjectives(admin: SaldoClient): Promise<void> {
  for (const { metric, ...bounds } of OBJECTIVES) {
    await admin.call("PUT", `/api/metrics/${metric}/objective`, { ...bounds, reason: "Meta acordada para el trimestre" });
  }
}
