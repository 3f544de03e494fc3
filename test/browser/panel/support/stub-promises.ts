import type { DebtorPromises, PromiseView } from "../../../../server/contract/negotiation.contract.js";
import { id, NOW } from "./stub-data.js";

const cop = (pesos: number) => ({ minor: pesos * 100, currency: "COP" });

const promise = (n: number, pesos: number, dueDate: string, lastDay: string, more: Partial<PromiseView>): PromiseView => ({
  id: id(n),
  state: "active",
  amount: cop(pesos),
  paid: cop(0),
  dueDate,
  lastDay,
  debts: [{ id: id(101), reference: "CH-118204 / 7" }],
  source: "menu",
  by: "debtor",
  createdAt: NOW,
  endedAt: null,
  note: null,
  ...more,
});

/** One that is waited for, one kept in part, one taken back. */
export const PROMISES: DebtorPromises = {
  items: [
    promise(501, 572_800, "2026-12-04", "2026-12-06", { source: "agent", by: "user:2" }),
    promise(502, 386_400, "2026-11-20", "2026-11-22", { state: "partially_kept", paid: cop(200_000), endedAt: NOW }),
    promise(503, 386_400, "2026-10-20", "2026-10-22", { state: "cancelled", endedAt: NOW, note: "Llamó y retiró su promesa" }),
  ],
  debts: [
    { id: id(101), reference: "CH-118204 / 7", dueDate: "2026-10-14", balance: cop(186_400) },
    { id: id(102), reference: "CH-118204 / 8", dueDate: "2026-11-14", balance: cop(386_400) },
    { id: id(104), reference: "TA-5521", dueDate: "2026-12-03", balance: cop(214_900) },
  ],
  today: "2026-11-25",
  latest: "2026-12-26",
  graceDays: 2,
};
