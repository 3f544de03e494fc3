import type { CostEntryView, CostMonth, CostsView, PriceView } from "../../../../server/contract/kpis/costs.contract.js";
import { type Answer, type Call, ok, type StubState } from "./stub-call.js";
import { id, NOW, ZONE } from "./stub-data.js";

const NOTHING = { text: null, numerator: null, denominator: null, n: null, gap: null, part: null } as const;
const NONE = { ...NOTHING, state: "no_data", reason: "cost_missing", why: "A kind of cost is not entered for every month." } as const;
const value = (currency: string, text: string) =>
  ({ ...NOTHING, state: "value", currency, text, numerator: "4800", denominator: "100000", n: 51, reason: null, why: null }) as const;

/** Two months: the running one lacks people, the one before is known. */
function months(currency: string): CostMonth[] {
  const running: CostMonth = {
    from: "2026-11-01",
    to: "2026-11-25",
    running: true,
    byKind: { people: null, messages: 610_000_000, tools: 360_000_000, fees: 260_000_000, other: 0 },
    known: 1_230_000_000,
    missing: ["people"],
    recovered: 98_140_000_000,
    perRecovered: { ...NONE, currency, numerator: "1230000000" },
    gross: { ...NONE, currency },
  };
  const october: CostMonth = {
    from: "2026-10-01",
    to: "2026-10-31",
    running: false,
    byKind: { people: 3_840_000_000, messages: 690_000_000, tools: 360_000_000, fees: 320_000_000, other: 0 },
    known: 5_210_000_000,
    missing: [],
    recovered: 112_480_000_000,
    perRecovered: { ...value(currency, "4.6"), gap: { state: "met", side: null, bound: null, by: null, part: null } },
    gross: value(currency, "20.6"),
  };
  return [running, october];
}

const view = (currency: string): CostsView => ({
  currency,
  currencies: ["COP", "MXN"],
  zone: ZONE,
  today: "2026-11-25",
  asOf: NOW,
  months: months(currency),
  whole: null,
  objective: null,
  unpriced: [{ country: "MX", category: "utility", messages: 214 }],
});

const ENTRY: CostEntryView = {
  id: id(8_001),
  kind: "people",
  minor: 3_840_000_000,
  currency: "COP",
  from: "2026-10-01",
  to: "2026-10-31",
  cadence: null,
  stage: null,
  note: "9 agentes",
  source: "hand",
  batch: null,
  reverses: null,
  reversedBy: null,
  recordedAt: NOW,
  by: "user:1",
};
const PRICE: PriceView = { id: id(8_101), country: "CO", category: "utility", price: "32.50", currency: "COP", from: "2026-10-01" };

type Handler = (call: Call, state: StubState) => Answer;
export const COST_ROUTES: Readonly<Record<string, Handler>> = {
  "GET /api/costs": ({ query }, state) =>
    ok(
      state.empty
        ? { ...view("COP"), currency: null, currencies: [], months: [], unpriced: [] }
        : view(query.get("currency") === "MXN" ? "MXN" : "COP"),
    ),
  "GET /api/costs/entries": (_, state) => ok({ items: state.empty ? [] : [ENTRY], next: null, total: null }),
  "GET /api/costs/split": ({ query }) =>
    ok({
      by: query.get("by"),
      from: "2026-11-01",
      to: "2026-11-25",
      rows: [
        {
          key: query.get("by") === "stage" ? "d1_30" : "hogar",
          messages: 1_904,
          known: 6_188_000,
          recovered: query.get("by") === "stage" ? 74_260_000 : null,
        },
        { key: null, messages: 0, known: 1_223_812_000, recovered: 0 },
      ],
    }),
  "POST /api/costs": ({ body }) => ok({ ...ENTRY, ...(body as object), id: id(8_002) }),
  "POST /api/costs/preview": () =>
    ok({ rows: 1, accepted: [], refused: [{ line: 2, problem: "kind", text: "The kind is none of those." }] }),
  "GET /api/prices": (_, state) => ok({ items: state.empty ? [] : [PRICE] }),
  "PUT /api/prices": () => ok({ items: [PRICE] }),
};

/** What is done with one cost. */
export function answerCost({ path }: Call): Answer {
  return ok({ ...ENTRY, id: id(8_003), minor: 0 - ENTRY.minor, reverses: path.split("/")[3] });
}
