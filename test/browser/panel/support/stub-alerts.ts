import type { AlertRuleView, AlertView } from "../../../../server/contract/kpis/alerts.contract.js";
import { type Answer, type Call, ok, type StubState } from "./stub-call.js";
import { id, NOW } from "./stub-data.js";

const PARTS = { readings: 2, days: 30, least: 10, note: null, mail: false, on: true } as const;
const COST = { side: "above", raise: 12, clear: 8, ...PARTS } as const;
const CONTACT = { side: "below", raise: 70, clear: 80, ...PARTS } as const;

const OPEN: AlertView = {
  id: id(9_001),
  metric: "cost.per-recovered",
  name: "Cost of what was recovered",
  unit: "percent",
  currency: "COP",
  side: "above",
  raise: 12,
  clear: 8,
  readings: 2,
  days: 30,
  raised: { day: "2026-11-22", from: "2026-10-24", at: "2026-11-23T05:10:00.000Z", figure: "13.4", n: 51 },
  last: { day: "2026-11-24", from: "2026-10-26", figure: "12.9", n: 53, silent: null },
  cleared: null,
  acknowledged: null,
  note: 8_121,
  noteState: "failed",
};
const TAKEN: AlertView = {
  ...OPEN,
  id: id(9_002),
  metric: "contact.successful.attempts",
  name: "Successful contact, per attempt",
  currency: null,
  side: "below",
  raise: 70,
  clear: 80,
  raised: { ...OPEN.raised, figure: "61.2", n: 340 },
  last: { day: "2026-11-24", from: "2026-10-26", figure: "72.8", n: 356, silent: null },
  acknowledged: { at: "2026-11-23T14:00:00.000Z", by: "user:1", reason: "los números de la última cartera se están depurando" },
  note: null,
  noteState: "none",
};
const PAST: AlertView = {
  ...TAKEN,
  id: id(9_003),
  raised: { ...OPEN.raised, day: "2026-11-02", figure: "66.0" },
  cleared: { day: "2026-11-10", at: "2026-11-11T05:10:00.000Z", figure: "81.5" },
};

const named = ({ metric, name, unit }: AlertView) => ({ metric, name, unit });
const RULES: AlertRuleView[] = [
  {
    ...named(OPEN),
    ...COST,
    note: 8_121,
    own: { setAt: NOW, setBy: "user:1" },
    byDefault: COST,
    last: [{ currency: "COP", day: "2026-11-24", figure: "12.9", n: 53, silent: null, run: 0, raised: true }],
  },
  {
    ...named(TAKEN),
    ...CONTACT,
    own: null,
    byDefault: CONTACT,
    last: [{ currency: null, day: "2026-11-24", figure: "72.8", n: 6, silent: "few", run: 1, raised: false }],
  },
  {
    metric: "schedule.compliance",
    name: "Inside permitted hours",
    unit: "percent",
    side: "below",
    raise: 100,
    clear: 100,
    ...PARTS,
    readings: 1,
    on: false,
    own: { setAt: NOW, setBy: "user:1" },
    byDefault: null,
    last: [],
  },
];
const TABLE = { rules: RULES, mail: false };

type Handler = (call: Call, state: StubState) => Answer;
export const ALERT_ROUTES: Readonly<Record<string, Handler>> = {
  "GET /api/alerts": (_, state) => ok({ items: state.empty ? [] : [OPEN, TAKEN] }),
  "GET /api/alerts/past": (_, state) => ok({ items: state.empty ? [] : [PAST], next: null, total: null }),
  "GET /api/alerts/rules": (_, state) => ok(state.empty ? { rules: [], mail: false } : TABLE),
};

/** One alert is taken up, or a rule is set or taken back. */
export function answerAlert({ path, body }: Call): Answer {
  if (path.startsWith("/api/alerts/rules/")) return ok(TABLE);
  return ok({ ...OPEN, acknowledged: { at: NOW, by: "user:1", reason: (body as { reason: string }).reason } });
}
