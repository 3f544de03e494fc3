import type { z } from "zod";
import type { SharedNumber } from "../../../../server/contract/portfolio.contract.js";
import { id, MARISOL } from "./stub-data.js";

export const NUMBERS: readonly z.infer<typeof SharedNumber>[] = [
  {
    id: id(651),
    masked: "••• 4417",
    debtors: [
      { id: MARISOL, name: "Marisol Quintero Ávila", externalId: "C-20417" },
      { id: id(9), name: "Inversiones El Roble S.A.S.", externalId: "C-20665" },
    ],
    assignedTo: null,
    assignedAt: null,
  },
  {
    id: id(652),
    masked: "••• 8102",
    debtors: [
      { id: id(2), name: "Jorge Hernández Ruiz", externalId: "C-20448" },
      { id: id(4), name: "Luz Dary Ospina", externalId: "C-20510" },
    ],
    assignedTo: id(4),
    assignedAt: "2026-11-20T15:00:00.000Z",
  },
];
