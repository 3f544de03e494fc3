import type { ConsolidatedView, ExchangeRateView } from "../../../../server/contract/kpis/rates.contract.js";
import { type Answer, type Call, ok, type StubState } from "./stub-call.js";
import { id, NOW, ZONE } from "./stub-data.js";

const BANK = "Banco de la República";
const RATE: ExchangeRateView = {
  id: id(8_201),
  currency: "MXN",
  into: "COP",
  day: "2026-11-24",
  rate: "203.57",
  source: BANK,
  recordedAt: NOW,
  by: "user:1",
};
const VALUE = { part: null, currency: "COP", numerator: null, denominator: null, n: null, reason: null, why: null, gap: null } as const;
const OWED = { measure: "balance.outstanding", name: "outstanding balance", day: "2026-11-25" } as const;

/** What is owed, in one; of what was collected two days lack a rate. */
const CONSOLIDATED: ConsolidatedView = {
  from: "2026-11-01",
  to: "2026-11-25",
  zone: ZONE,
  asOf: NOW,
  share: 1,
  into: "COP",
  targets: ["COP", "USD"],
  lasts: 5,
  figures: [
    {
      id: "portfolio.outstanding",
      name: "Outstanding balance",
      unit: "money",
      value: { ...VALUE, state: "value", text: "5794240678.93" },
      rows: [
        { ...OWED, currency: "COP", minor: "579170000000", rate: "1", rateDay: "2026-11-25", source: null, into: "579170000000" },
        { ...OWED, currency: "MXN", minor: "1248050", rate: "203.57", rateDay: "2026-11-24", source: BANK, into: "254067893" },
      ],
      missing: [],
    },
    {
      id: "collected.total",
      name: "Collected",
      unit: "money",
      value: { ...VALUE, state: "no_data", text: null, reason: "rate_missing", why: "A day has no exchange rate." },
      rows: [],
      missing: ["2026-11-03", "2026-11-04"].map((day) => ({
        measure: "cash.net",
        name: "cash",
        currency: "MXN",
        day,
        minor: "90000",
        lastDay: "2026-10-20",
      })),
    },
  ],
};

type Handler = (call: Call, state: StubState) => Answer;
export const RATE_ROUTES: Readonly<Record<string, Handler>> = {
  "GET /api/figures/consolidated": (_, state) => ok(state.empty ? { ...CONSOLIDATED, into: null, targets: [], figures: [] } : CONSOLIDATED),
  "GET /api/rates": (_, state) => ok({ items: state.empty ? [] : [RATE], next: null, total: null }),
  "PUT /api/rates": ({ body }) => ok({ ...RATE, ...(body as object), id: id(8_202) }),
};
