import type { CaseRowView, CaseView } from "../../../../server/contract/escalations/cases.contract.js";
import { type Answer, type Call, fail, ok } from "./stub-call.js";
import { id, MARISOL, NOW } from "./stub-data.js";

const GROUPS = ["late", "soon", "today", "later", "paused"] as const;
const WORDS = [
  "¿Puedo pagar en tres cuotas desde el 30?",
  "Ese televisor lo devolví, no lo debo",
  "Já mandei o comprovante duas vezes",
  null,
];
const PEOPLE: Readonly<Record<number, string>> = { 1: "Laura Medina", 2: "Diego Rojas", 3: "Camila Ortiz" };
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
/** When the first case of each group is due, in minutes from now. */
const DUE = { late: -24, soon: 15, today: 70, later: 600, paused: 1_200 } as const;
export const FIRST_CASE = id(20_000);

/** The queue of the stub: so many cases, worked on as the server would have them. */
export class StubDesk {
  private readonly cases: CaseView[];

  constructor(open: number) {
    this.cases = Array.from({ length: open }, (_, index) => caseOf(index, open));
  }

  answer({ method, path, query, body }: Call): Answer {
    const [, , , caseId = "", what] = path.split("/");
    if (caseId === "") return ok(this.page(query));
    const one = this.cases.find((known) => known.id === caseId);
    if (!one) return fail(404, "case.not_found", "There is no such case.");
    if (what === "clock") return ok({ caseId, policy: "1/inquiry", calendar: "desk@1", items: clocksOf(one) });
    if (method === "POST") this.act(one, what ?? "", path, body as Record<string, unknown>);
    return what === "notes" ? ok() : ok(one);
  }

  private page(query: URLSearchParams) {
    const open = this.cases.filter(({ closed }) => !closed);
    const views = {
      mine: open.filter(({ owner }) => owner?.hostUserId === 2).length,
      team: open.length,
      unowned: open.filter(({ owner }) => owner === null).length,
      all: open.length,
    };
    const view = query.get("view");
    const shown = open
      .filter(({ owner }) => (view === "mine" ? owner?.hostUserId === 2 : view === "unowned" ? owner === null : true))
      .filter(({ reason }) => !query.get("reason") || reason === query.get("reason"))
      .filter(({ group }) => !query.get("group") || group === query.get("group"));
    const from = Number(query.get("cursor") ?? 0);
    const limit = Number(query.get("limit") ?? 50);
    return {
      items: shown.slice(from, from + limit) satisfies CaseRowView[],
      next: from + limit < shown.length ? String(from + limit) : null,
      total: shown.length,
      groups: GROUPS.map((group) => ({ group, count: shown.filter((one) => one.group === group).length })),
      views,
      reasons: [
        { reason: "payment_plan", text: "Asks for a payment plan", count: open.length - 1 },
        { reason: "illness", text: "Is ill, or somebody in the family is", count: 1 },
      ],
      asOf: NOW,
      zone: "America/Bogota",
    };
  }

  private act(one: CaseView, what: string, path: string, body: Record<string, unknown>): void {
    const index = this.cases.indexOf(one);
    const owner = body["owner"] as number | null;
    const changes: Partial<CaseView> =
      what === "assign"
        ? { owner: owner === null ? null : { hostUserId: owner, name: PEOPLE[owner] ?? "" } }
        : what === "snooze"
          ? { snoozedUntil: body["until"] as string | null, group: "paused" }
          : what === "close"
            ? { closed: true, closedAt: NOW, outcome: body["outcome"] as CaseView["outcome"] }
            : what === "checks"
              ? { checks: one.checks.map((point) => (path.endsWith(point.check) ? { ...point, done: Boolean(body["done"]) } : point)) }
              : {};
    this.cases[index] = Object.assign(one, changes);
  }
}

function caseOf(index: number, of: number): CaseView {
  const group = GROUPS[Math.floor((index * GROUPS.length) / of)]!;
  const isIll = index === 1;
  const minutes = DUE[group] + index;
  return {
    id: id(20_000 + index),
    debtorId: MARISOL,
    debtor: index === 0 ? "Marisol Quintero Ávila" : `Deudora ${index}`,
    reason: isIll ? "illness" : "payment_plan",
    reasonText: isIll ? "Is ill, or somebody in the family is" : "Asks for a payment plan",
    words: WORDS[index % WORDS.length]!,
    since: at(-40 - index),
    answered: false,
    owner: index % 3 === 0 ? null : { hostUserId: 3, name: "Camila Ortiz" },
    stage: "d31_90",
    atRisk: index % 7 === 5 ? [] : [{ minor: 57_280_000 + index * 100, currency: "COP" }],
    group,
    due: group === "paused" ? null : at(minutes),
    clock: {
      kind: "first_answer",
      state: group === "paused" ? "paused" : "running",
      elapsedSeconds: 7_200 - minutes * 60,
      targetSeconds: 7_200,
    },
    snoozedUntil: null,
    resolved: isIll,
    closed: false,
    conversationUrl: "https://desk.example/app/accounts/7/conversations/48190",
    openedAt: at(-40 - index),
    closedAt: null,
    outcome: null,
    conversationId: 48_190,
    next: "Agree on amounts and days within your limits, and write them down.",
    checks: [
      { check: "answer", done: true, byHand: false, by: null, at: null },
      { check: "agree_day", done: false, byHand: false, by: null, at: null },
      { check: "tell_outcome", done: false, byHand: true, by: null, at: null },
    ],
    outcomes: ["paid", "promised", "plan", "informed", "unreachable", "nothing"],
    undecided: isIll ? [{ id: id(30_000), reason: "illness" }] : [],
    earlier: [],
  };
}

function clocksOf(one: CaseView) {
  const sentence = "used 1 h 20 min of 2 h; closed 14 h; due Thu 08:30";
  const state = one.clock?.state ?? "running";
  return [
    {
      clock: "first_answer",
      name: "First answer",
      cycle: 1,
      state,
      startedAt: one.since,
      endedAt: null,
      dueAt: one.due,
      missedAt: null,
      isOverdue: one.group === "late",
      elapsedSeconds: one.clock?.elapsedSeconds ?? 0,
      targetSeconds: 7_200,
      sentence,
    },
  ];
}
