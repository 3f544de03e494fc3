import type { IncomingMessage } from "node:http";
import type { Role } from "../../../../server/contract/common.contract.js";
import { ACCOUNT, CONVERSATION, COUNTS, DENIED_BY, me, MARISOL, NOW, ROWS, settings, TOKEN, ZONE } from "./stub-data.js";
import { PAYMENTS } from "./stub-payments.js";
import { PROMISES } from "./stub-promises.js";
import { debtorView, OUTLOOK, TIMELINE } from "./stub-debtor.js";
import { ABSENT, ATTENTION, DEBTORS, IMPORTS, KEYS, PEOPLE, PREVIEW, RECORDS, TEMPLATES } from "./stub-lists.js";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: IncomingMessage["headers"];
}

export interface StubState {
  role: Role;
  signedIn: boolean;
  enabled: boolean;
  stopped: boolean;
  hostOrigin: string;
  planDigest: string;
  /** A fresh installation: no debts, nothing due. */
  empty: boolean;
}

interface Answer {
  status: number;
  body?: unknown;
}

const ok = (body?: unknown): Answer => (body === undefined ? { status: 204 } : { status: 200, body });
const fail = (status: number, code: string, message: string, remedy?: string): Answer => ({ status, body: { code, message, remedy } });
const list = (items: readonly unknown[]) => ok({ items, next: null, total: items.length });

const account = (state: StubState) => ({
  ...settings(state.hostOrigin),
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
  const counts = state.empty ? Object.fromEntries(Object.keys(COUNTS).map((name) => [name, 0])) : COUNTS;
  const dispatch = { enabled: state.enabled, stopped: state.stopped };
  return ok({
    date: "2026-11-25",
    zone: ZONE,
    asOf: NOW,
    dispatch,
    planDigest: state.planDigest,
    counts,
    deniedBy: state.empty ? [] : DENIED_BY,
    items: rows.slice(0, Number(call.query.get("limit") ?? 100)),
    next: null,
  });
}

type Handler = (call: Call, state: StubState) => Answer;
const ROUTES: Readonly<Record<string, Handler>> = {
  "GET /api/clock": () => ok({ now: NOW }),
  "GET /api/embedding": (_, state) => ok({ hostOrigin: state.hostOrigin }),
  "GET /api/today": today,
  "GET /api/attention": (_, state) => ok({ items: state.empty ? [] : ATTENTION }),
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
  "GET /api/imports": (_, state) => list(state.empty ? [] : IMPORTS),
  "POST /api/imports/preview": (call) =>
    ok(
      (call.body as { mode: string }).mode === "snapshot"
        ? { ...PREVIEW, absent: { open: 40, debts: 31, confirm: true, first: ABSENT } }
        : PREVIEW,
    ),
  "POST /api/imports": (call) =>
    ok((call.body as { mode: string }).mode === "snapshot" ? { ...IMPORTS[0], mode: "snapshot", held: 31, released: 2 } : IMPORTS[0]),
  [`GET /api/imports/${IMPORTS[0]!.id}/held`]: () => list(ABSENT),
  "GET /api/templates": () => ok({ items: TEMPLATES, syncedAt: NOW }),
  "POST /api/templates/sync": () => ok({ items: TEMPLATES, syncedAt: NOW }),
  "GET /api/journal": (call) => list(RECORDS.filter(({ type }) => !call.query.get("type") || type === call.query.get("type"))),
  "GET /api/journal/verify": () =>
    ok({ ok: true, records: 183_412, head: { seq: 183_412, hash: RECORDS[0]?.hash }, firstBad: null, checkpoints: 1_842 }),
  "GET /api/keys": () => ok({ items: KEYS }),
  "POST /api/keys": (call) =>
    ok({ key: { ...KEYS[0], name: (call.body as { name: string }).name }, secret: "sk_7f3a_5b1d2c9e77b0d4151f0af396bb" }),
  "GET /api/people": () => ok({ items: PEOPLE }),
  "GET /api/payments": (call, state) =>
    list(state.empty ? [] : PAYMENTS.filter(({ status }) => !call.query.get("status") || status === call.query.get("status"))),
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

function byId(call: Call, state: StubState): Answer {
  const { method, path } = call;
  if (/^\/api\/debtors\/[^/]+$/.test(path)) return ok(debtorView(state.hostOrigin));
  if (/^\/api\/debtors\/[^/]+\/promises$/.test(path)) return ok(method === "GET" ? PROMISES : PROMISES.items[0]);
  if (path.startsWith("/api/promises/")) return ok({ ...PROMISES.items[0], state: "cancelled" });
  const payment = PAYMENTS.find((item) => path.startsWith(`/api/payments/${item.id}/`));
  if (payment)
    return ok({ ...payment, status: path.endsWith("/reverse") ? "reversed" : "allocated", unallocated: { minor: 0, currency: "COP" } });
  if (path.endsWith("/outlook")) return ok(OUTLOOK);
  if (path.endsWith("/timeline")) return list(TIMELINE.filter(({ kind }) => !call.query.get("kind") || kind === call.query.get("kind")));
  if (path.endsWith("/holds") || path.endsWith("/release")) return ok(debtorView("").holds[0]);
  if (path.startsWith("/api/conversations/")) return ok({ debtorId: path.includes(`/${CONVERSATION}/`) ? MARISOL : null });
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
  if (!state.signedIn) return fail(401, "session.missing", "Nobody is signed in.");
  if (method === "GET" && path === "/api/session") return ok(me(state.role, state.hostOrigin));
  return (ROUTES[`${method} ${path}`] ?? byId)(call, state);
}
