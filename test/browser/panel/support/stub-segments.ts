import type { SegmentMember, SegmentView } from "../../../../server/contract/segmentation.contract.js";
import { STAGES } from "../../../../server/shared/stage.js";
import { id, MARISOL, NOW } from "./stub-data.js";

const cop = (pesos: number) => ({ minor: pesos * 100, currency: "COP" });
export const LARGE = id(701);

export const SEGMENTS: SegmentView[] = [
  ...STAGES.map((stage, index): SegmentView => ({
    id: id(710 + index),
    key: stage,
    name: null,
    isDefault: true,
    rule: { attribute: "stage", in: [stage] },
    version: 1,
    usedBy: index === 0 ? [] : ["Recordatorio"],
    updatedAt: NOW,
    refreshedOn: "2026-11-25",
    debts: 240 - index * 40,
    debtors: 210 - index * 38,
    owed: [cop(92_400_000 - index * 11_000_000)],
  })),
  {
    id: LARGE,
    key: "s-large",
    name: "Saldos altos sin respuesta",
    isDefault: false,
    rule: {
      all: [
        { attribute: "balance", currency: "COP", min: 50_000_000 },
        { not: { attribute: "reply_age_days", max: 30 } },
        {
          any: [
            { attribute: "employment", in: ["employed", "retired"] },
            { attribute: "promises_kept", min: 1 },
          ],
        },
      ],
    },
    version: 3,
    usedBy: [],
    updatedAt: NOW,
    refreshedOn: "2026-11-25",
    debts: 18,
    debtors: 17,
    owed: [cop(31_720_000), { minor: 1_248_050, currency: "MXN" }],
  },
];

export const SEGMENT_MEMBERS: SegmentMember[] = [
  {
    debtId: id(101),
    debtorId: MARISOL,
    debtor: "Marisol Quintero Ávila",
    externalId: "C-20417",
    reference: "CH-118204 / 7",
    balance: cop(735_700),
    dueDate: "2026-10-14",
    since: "2026-11-14",
  },
];

export const SEGMENT_DAYS = Array.from({ length: 60 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 8, 27 + index)).toISOString().slice(0, 10),
  joined: index % 7 === 3 ? 12 : index % 4,
  left: index % 5 === 2 ? 9 : index % 3,
}));

export const CHOICES = {
  currencies: ["COP", "MXN"],
  products: ["Crédito hogar", "Servicio técnico", "Tarjeta Alameda"],
  countries: ["CO", "MX"],
};

export const DEBTOR_SEGMENTS = [
  { key: "d31_90", name: null, debtId: id(101), reference: "CH-118204 / 7", from: "2026-11-14", to: null },
  { key: "d1_30", name: null, debtId: id(101), reference: "CH-118204 / 7", from: "2026-10-15", to: "2026-11-14" },
];
