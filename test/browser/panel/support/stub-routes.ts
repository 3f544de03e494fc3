import { MetricDefinitionsPage } from "../../../../server/modules/kpis/metrics/metric-definitions.view.js";
import { MODULES, Words } from "../../../../server/platform/words/words.js";
import { ACCOUNT, CONVERSATION, COUNTS, DENIED_BY, id, me, MARISOL, NOW, ROWS, settings, TOKEN, ZONE } from "./stub-data.js";
import { POLICIES, PREVIEW } from "./stub-policies.js";
import { ALERT_ROUTES, answerAlert } from "./stub-alerts.js";
import { BENCHMARKS } from "./stub-benchmarks.js";
import { contactDiagnosis } from "./stub-diagnosis.js";
import { answerCost, COST_ROUTES } from "./stub-costs.js";
import { agesOf, cutValuesOf, DEBTOR_FIGURES, filteredOf } from "./stub-filters.js";
import { FIGURES, seriesOf } from "./stub-figures.js";
import { answerObjective } from "./stub-objectives.js";
import { MADE_AGAIN, openedReport, REPORTS, SCHEDULES, SENT } from "./stub-reports.js";
import { casesOf } from "./stub-cases.js";
import { RATE_ROUTES } from "./stub-rates.js";
import { StubDesk } from "./stub-desk.js";
import { NUMBERS } from "./stub-numbers.js";
import { answerCadences } from "./stub-cadence-routes.js";
import {
  cutOf,
  EMPTY_OVERVIEW,
  LONG_CASES,
  OVERVIEW_ATTENTION,
  OVERVIEW_COHORTS,
  OVERVIEW_DENIALS,
  OVERVIEW_FUNNEL,
  OVERVIEW_MATRIX,
  overviewToday,
} from "./stub-overview.js";
import { PAYMENTS } from "./stub-payments.js";
import { PROMISES } from "./stub-promises.js";
import { type Answer, type Call, fail, ok, type StubState } from "./stub-call.js";
import { ABSENT, answerImport, IMPORTS, previewOf, PROFILES } from "./stub-imports.js";
import { CHOICES, DEBTOR_SEGMENTS, SEGMENT_DAYS, SEGMENT_MEMBERS, SEGMENTS } from "./stub-segments.js";
import { debtorView, OUTLOOK, TIMELINE } from "./stub-debtor.js";
import {
  ATTENTION,
  DEBTOR_CLOCKS,
  DEBTORS,
  KEYS,
  PARKED,
  PEOPLE,
  RECORD_TYPES,
  RECORDS,
  SESSIONS,
  TEMPLATES,
  VERIFIED,
} from "./stub-lists.js";

/** There is nothing to make up: definitions are the same in every account. */
const DEFINITIONS = new MetricDefinitionsPage(Words.read(MODULES));

const list = (items: readonly unknown[]) => ok({ items, next: null, total: items.length });

const account = (state: StubState) => ({
  ...settings(state.hostOrigin),
  troubles: state.troubles,
  dispatch: {
    enabled: state.enabled,
    stopped: state.stopped,
    changedAt: state.enabled || state.stopped ? NOW : null,
    changedBy: state.enabled || state.stopped ? "Laura Medina" : null,
  },
});

const GROUPS: Readonly<Record<string, readonly string[]>> = { sent: ["sent", "delivered", "read"] };

function today(call: Call, state: StubState): Answer {
  const wanted = call.query.get("state");
  const all = state.empty ? [] : ROWS;
  const rows = wanted ? all.filter((row) => (GROUPS[wanted] ?? [wanted]).includes(row.state)) : all;
  const counts = state.empty ? Object.fromEntries(Object.keys(COUNTS).map((name) => [name, 0])) : { ...COUNTS, ...state.counts };
  const dispatch = { enabled: state.enabled, stopped: state.stopped };
  return ok({
    date: "2026-11-25",
    zone: ZONE,
    asOf: NOW,
    dispatch,
    planDigest: state.planDigest,
    counts,
    opensAt: state.empty ? null : "2026-11-26T12:00:00.000Z",
    deniedBy: state.empty ? [] : DENIED_BY,
    items: rows.slice(0, Number(call.query.get("limit") ?? 100)),
    next: null,
  });
}

type Handler = (call: Call, state: StubState) => Answer;
const ROUTES: Readonly<Record<string, Handler>> = {
  "GET /api/escalation-policy": () => ok(POLICIES),
  "POST /api/business-calendars/preview": () => ok(PREVIEW),
  "PUT /api/business-calendars": () => ok(POLICIES),
  "GET /api/clock": () => ok({ now: NOW }),
  "GET /api/embedding": (_, state) => ok({ hostOrigin: state.hostOrigin }),
  "GET /api/today": today,
  "GET /api/attention": (_, state) => {
    const waiting = [...ATTENTION, ...Array.from({ length: state.backlog }, (__, index) => ({ ...ATTENTION[0]!, id: id(6_000 + index) }))];
    return ok(state.empty ? { items: [], total: 0 } : { items: waiting.slice(0, 10), total: waiting.length });
  },
  "GET /api/reports": (call, state) =>
    list(state.empty ? [] : REPORTS.filter(({ kind }) => !call.query.get("kind") || kind === call.query.get("kind"))),
  "POST /api/reports": () => ok(MADE_AGAIN),
  "GET /api/report-schedules": () => ok(SCHEDULES),
  "GET /api/report-mails": (_, state) => list(state.empty ? [] : SENT),
  "GET /api/figures": () => ok(FIGURES),
  "GET /api/figures/cut": (call) => ok(cutOf(call.query)),
  "GET /api/figures/filtered": (call) => ok(filteredOf(call.query)),
  "GET /api/figures/filters": (call) => ok(cutValuesOf(call.query)),
  "GET /api/figures/series": (call) => ok(seriesOf(call.query)),
  "GET /api/figures/matrix": (_, state) => ok(state.empty ? { ...OVERVIEW_MATRIX, currencies: [] } : OVERVIEW_MATRIX),
  "GET /api/figures/cohorts": (_, state) => ok(state.empty ? { ...OVERVIEW_COHORTS, currencies: [] } : OVERVIEW_COHORTS),
  "GET /api/overview/today": (_, state) => ok(state.empty ? EMPTY_OVERVIEW.today : overviewToday(state.paidToday)),
  "GET /api/overview/ages": (call, state) => ok(state.empty ? EMPTY_OVERVIEW.ages : agesOf(call.query)),
  "GET /api/overview/funnel": (_, state) => ok(state.empty ? EMPTY_OVERVIEW.funnel : OVERVIEW_FUNNEL),
  "GET /api/overview/denials": (_, state) => ok(state.empty ? EMPTY_OVERVIEW.denials : OVERVIEW_DENIALS),
  "GET /api/overview/attention": (_, state) => ok({ asOf: NOW, items: state.empty ? [] : OVERVIEW_ATTENTION }),
  "GET /api/overview/long-cases": (_, state) => ok(state.empty ? { ...LONG_CASES, total: 0, causes: [], items: [] } : LONG_CASES),
  "GET /api/metrics": (call, state) => ok(DEFINITIONS.show(call.query.get("lang") ?? "en", state.objectives)),
  ...ALERT_ROUTES,
  "GET /api/diagnosis/contact": (_, state) => ok(contactDiagnosis(state.empty)),
  "GET /api/benchmarks": () => ok(BENCHMARKS),
  "PUT /api/benchmarks": () => ok(BENCHMARKS),
  "POST /api/benchmarks": () => ok(BENCHMARKS),
  "POST /api/benchmarks/remove": () => ok(BENCHMARKS),
  "POST /api/benchmarks/reset": () => ok(BENCHMARKS),
  ...COST_ROUTES,
  ...RATE_ROUTES,
  "GET /api/figures/portfolio.outstanding/cases": (call, state) => casesOf(call.query, state.empty),
  "GET /api/figures/recovery.period/cases": (call, state) => casesOf(call.query, state.empty),
  "GET /api/figures/nothing.at-all/cases": () => fail(400, "figures.metric_unknown", "There is no figure.", "Look at the list."),
  "GET /api/cases": (call, state) => (state.empty ? new StubDesk(0) : state.desk).answer(call),
  "GET /api/parked": (_, state) => ok(state.empty ? { items: [], total: 0 } : { items: PARKED, total: PARKED.length }),
  "GET /api/account": (_, state) => ok(account(state)),
  "PATCH /api/account": (call, state) => ok({ ...account(state), ...(call.body as object) }),
  "POST /api/account/dispatch": ({ body }, state) => {
    const { enabled, seenPlan } = body as { enabled: boolean; seenPlan?: string };
    if (enabled && seenPlan !== state.planDigest)
      return fail(409, "dispatch.plan_changed", "The plan changed since it was shown.", "Look at the new plan.");
    state.enabled = enabled;
    return ok(account(state));
  },
  "POST /api/account/stop": (_, state) => {
    state.stopped = true;
    return ok(account(state));
  },
  "POST /api/account/resume": (_, state) => {
    state.stopped = false;
    return ok(account(state));
  },
  "GET /api/debtors": (call, state) => list(state.empty || call.query.get("q") === "nobody" ? [] : DEBTORS),
  "GET /api/imports": (_, state) =>
    list([
      ...(state.job ? [state.job] : []),
      // Of many it is not looked whether something was sent since.
      ...(state.empty ? [] : IMPORTS.map((item) => (item.status === "done" ? { ...item, undo: { possible: true, why: null } } : item))),
    ]),
  "POST /api/uploads": (call) => ok({ id: id(700), fileName: call.query.get("fileName"), bytes: (call.body as Buffer).length }),
  "POST /api/imports/preview": (call, state) => ok(previewOf(call.body as Parameters<typeof previewOf>[0], state.profileKnown)),
  "POST /api/imports": (call, state) => {
    const { mode, fileName } = call.body as { mode: "delta" | "snapshot"; fileName: string };
    state.job = { ...IMPORTS[0]!, id: id(710), mode, fileName, status: "running", rows: 0, total: 3_120, finishedAt: null, startedAt: NOW };
    return ok(state.job);
  },
  "GET /api/import-profiles": (_, state) => ok({ items: state.empty ? [] : PROFILES }),
  "GET /api/shared-numbers": (_, state) => list(state.empty ? [] : NUMBERS),
  "GET /api/consent-gap": (_, state) =>
    ok(state.empty ? { owing: 0, withoutConsent: 0, withoutNumber: 0 } : { owing: 4_598, withoutConsent: 312, withoutNumber: 8 }),
  "GET /api/templates": () => ok({ items: TEMPLATES, syncedAt: NOW }),
  "POST /api/templates/sync": () => ok({ items: TEMPLATES, syncedAt: NOW }),
  "GET /api/journal": (call, state) =>
    list(
      (state.verified ? [VERIFIED, ...RECORDS] : RECORDS).filter(
        ({ type, seq }) =>
          (!call.query.get("type") || type === call.query.get("type")) && seq < Number(call.query.get("cursor") ?? Number.MAX_SAFE_INTEGER),
      ),
    ),
  "GET /api/journal/types": () => ok({ items: RECORD_TYPES }),
  "GET /api/journal/verify": (_, state) => {
    state.verified = true;
    return ok({ ok: true, records: 183_412, head: { seq: 183_412, hash: RECORDS[0]?.hash }, firstBad: null, checkpoints: 1_842 });
  },
  "GET /api/keys": () => ok({ items: KEYS }),
  "POST /api/keys": (call) =>
    ok({ key: { ...KEYS[0], name: (call.body as { name: string }).name }, secret: "sk_7f3a_5b1d2c9e77b0d4151f0af396bb" }),
  "GET /api/sessions": () => ok({ items: SESSIONS }),
  "GET /api/people": () => ok({ items: PEOPLE }),
  "GET /api/teams": () =>
    ok({
      items: [
        { id: 4, name: "cartera" },
        { id: 7, name: "jurídica" },
      ],
    }),
  "GET /api/payments": (call, state) =>
    call.query.get("debtor")
      ? list(state.empty ? [] : [PAYMENTS[0]!])
      : list(state.empty ? [] : PAYMENTS.filter(({ status }) => !call.query.get("status") || status === call.query.get("status"))),
  "POST /api/payments": () =>
    ok({
      id: ACCOUNT,
      externalId: "R-1",
      amount: { minor: 12_500_000, currency: "COP" },
      unallocated: { minor: 0, currency: "COP" },
      valueDate: "2026-11-25",
      status: "allocated",
      receivedAt: NOW,
    }),
  "GET /api/segments": () => ok({ items: SEGMENTS }),
  "GET /api/segments/choices": (_, state) => ok(state.empty ? { currencies: [], products: [], countries: [] } : CHOICES),
  "POST /api/segments/preview": (_, state) =>
    ok(
      state.empty
        ? { debts: 0, debtors: 0, owed: [], of: 0, first: [] }
        : {
            debts: 18,
            debtors: 17,
            owed: SEGMENTS.at(-1)!.owed,
            of: 800,
            first: SEGMENT_MEMBERS.map((member) => ({ ...member, since: null })),
          },
    ),
  "POST /api/segments": (call) => ok({ ...SEGMENTS.at(-1)!, ...(call.body as object) }),
  "DELETE /api/session": (_, state) => {
    state.signedIn = false;
    return ok();
  },
};

function signIn({ body }: Call, state: StubState): Answer {
  if ((body as { accessToken?: string }).accessToken !== TOKEN) {
    return fail(401, "host.access_token_refused", "The helpdesk does not know this access token.", "Copy it again.");
  }
  state.signedIn = true;
  return ok(me(state.role, state.hostOrigin));
}

function debtorPage(state: StubState): ReturnType<typeof debtorView> {
  const view = debtorView(state.hostOrigin);
  if (!state.numberShared) return view;
  return { ...view, contactPoints: view.contactPoints.slice(0, 1).map((point) => ({ ...point, usable: false, why: "shared_number" })) };
}

function byId(call: Call, state: StubState): Answer {
  const { method, path } = call;
  if (path.startsWith("/api/cases/")) return state.desk.answer(call);
  if (path.startsWith("/api/cadences")) return answerCadences(call, state);
  if (/^\/api\/debtors\/[^/]+$/.test(path)) return ok(debtorPage(state));
  if (/^\/api\/debtors\/[^/]+\/promises$/.test(path)) return ok(method === "GET" ? PROMISES : { ...PROMISES.items[0], confirmed: false });
  if (path.startsWith("/api/promises/")) return ok({ ...PROMISES.items[0], state: "cancelled" });
  if (path.endsWith("/held")) return list(ABSENT.map((debt) => ({ ...debt, why: "unreadable_row" as const })));
  if (path.startsWith("/api/imports/")) return answerImport(call, state);
  if (path.startsWith("/api/import-profiles/")) return ok();
  if (path.startsWith("/api/alerts/")) return answerAlert(call);
  if (path.startsWith("/api/costs/")) return answerCost(call);
  if (path.startsWith("/api/metrics/")) return answerObjective(call, state, DEFINITIONS);
  const shared = NUMBERS.find((item) => path === `/api/shared-numbers/${item.id}/assign`);
  if (shared) return ok({ ...shared, assignedTo: (call.body as { debtorId: string }).debtorId, assignedAt: NOW });
  if (/^\/api\/debtors\/[^/]+\/segments$/.test(path)) return ok({ items: DEBTOR_SEGMENTS });
  if (/^\/api\/segments\/[^/]+\/members$/.test(path)) return list(state.empty ? [] : SEGMENT_MEMBERS);
  if (/^\/api\/segments\/[^/]+\/days$/.test(path)) return ok({ items: SEGMENT_DAYS });
  const payment = PAYMENTS.find((item) => path.startsWith(`/api/payments/${item.id}/`));
  if (payment)
    return ok({ ...payment, status: path.endsWith("/reverse") ? "reversed" : "allocated", unallocated: { minor: 0, currency: "COP" } });
  if (path.endsWith("/outlook")) return ok(OUTLOOK);
  if (/^\/api\/debtors\/[^/]+\/figures$/.test(path)) return ok(DEBTOR_FIGURES);
  if (/^\/api\/debtors\/[^/]+\/clocks$/.test(path)) return ok({ items: DEBTOR_CLOCKS });
  if (path.endsWith("/timeline")) return list(TIMELINE.filter(({ kind }) => !call.query.get("kind") || kind === call.query.get("kind")));
  if (path.endsWith("/holds") || path.endsWith("/release")) return ok(debtorView("").holds[0]);
  if (path.startsWith("/api/reports/")) return ok(openedReport(path.split("/")[3] ?? "", call.query.get("lang") ?? "en"));
  if (path.startsWith("/api/parked/")) return ok();
  if (path.startsWith("/api/conversations/")) return ok({ debtorId: path.includes(`/${CONVERSATION}/`) ? MARISOL : null });
  if (path.startsWith("/api/sessions") && method === "DELETE") return ok();
  if (path.startsWith("/api/keys/") && method === "DELETE") return ok();
  if (path.endsWith("/compliance")) return ok({ items: PEOPLE });
  return fail(404, "http.404", "There is nothing at this address.");
}

export function answerApi(call: Call, state: StubState): Answer {
  const { method, path } = call;
  if (path.startsWith("/api/embedding/")) return ok({ hostOrigin: state.hostOrigin });
  if (method !== "GET" && call.headers["x-saldo"] !== "1") return fail(403, "csrf", "The header x-saldo is missing.");
  if (method === "POST" && path === "/api/session") return signIn(call, state);
  if (path === "/api/clock") return ok({ now: NOW });
  if (path === "/api/start") return ok({ account: state.onlyAccount ? ACCOUNT : null });
  if (!state.signedIn) return fail(401, "session.missing", "Nobody is signed in.");
  if (method === "GET" && path === "/api/session") return ok(me(state.role, state.hostOrigin));
  return (ROUTES[`${method} ${path}`] ?? byId)(call, state);
}
