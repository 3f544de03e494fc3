import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { ResponseOf } from "../../../../../server/contract/route.js";
import type { routes } from "../../../../../server/contract/routes.js";
import type { CaseRowView, CaseView } from "../../../../../server/contract/escalations/cases.contract.js";
import type { SaldoClient } from "../../../../../server/demo/saldo-client.js";
import { HOUR, MINUTE, toIso } from "../../../../../server/shared/instant.js";
import { TOKENS } from "../../../../support/desk.js";
import { remindedDebtor, type RemindedDebtor } from "../../negotiation/support/reminded-debtor.js";

type Queue = ResponseOf<typeof routes.escalations.cases>;

let debtor: RemindedDebtor;
let agent: SaldoClient;
let admin: SaldoClient;
beforeAll(async () => {
  debtor = await remindedDebtor([{ name: "Marisol Quintero" }]);
  agent = await debtor.desk.signIn(TOKENS.agent);
  admin = debtor.desk.admin;
  await debtor.write("estoy hospitalizada con cáncer");
  // The helpdesk gives new conversations to whoever is free; here nobody has it yet.
  const { owner } = await first();
  if (owner) await act("assign", { owner: null, from: owner.hostUserId });
  await debtor.desk.clock.runFor(30_000);
});
afterAll(() => debtor?.close());

const DIEGO = 2;
const LAURA = 1;
const queue = (who: SaldoClient, query = "") => who.call<Queue>("GET", `/api/cases?lang=es${query}`);
const first = async (): Promise<CaseRowView> => (await queue(agent)).items[0]!;
const act = async <Answer>(path: string, body: object, who = agent) =>
  who.call<Answer>("POST", `/api/cases/${(await first()).id}/${path}`, body);
/** In the helpdesk, and until Saldo asks it again. */
async function peopleOfTeam(ids: readonly number[]): Promise<void> {
  const headers = { "content-type": "application/json", api_access_token: TOKENS.admin };
  const teams = `${debtor.desk.sandbox.url}/api/v1/accounts/1/teams`;
  const all = (await (await fetch(teams, { headers })).json()) as { id: number; name: string }[];
  const { id } = all.find(({ name }) => name === "saldo")!;
  await fetch(`${teams}/${id}/team_members`, { method: "PATCH", headers, body: JSON.stringify({ user_ids: ids }) });
  await debtor.desk.clock.runFor(2 * MINUTE);
}
const types = async () => (await debtor.journal()).filter((type) => type.startsWith("case."));

test("it stands in the queue with the debtor's words, what is at risk and nobody's name", async () => {
  const { items, total, views, groups, reasons } = await queue(agent, "&view=unowned");
  expect(items).toEqual([
    expect.objectContaining({
      debtor: "Marisol Quintero",
      reason: "illness",
      words: "estoy hospitalizada con cáncer",
      owner: null,
      stage: "d1_30",
      atRisk: [{ minor: 38_640_000, currency: "COP" }],
      answered: false,
    }),
  ]);
  expect({ total, views }).toEqual({ total: 1, views: { mine: 0, team: 1, unowned: 1, all: 1 } });
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  expect(reasons).toEqual([expect.objectContaining({ reason: "illness", count: 1 })]);
  for (const none of ["&stage=d91_plus", "&reason=dispute", "&reason=nonsense", "&currency=MXN", "&view=mine"])
    expect((await queue(agent, none)).items).toEqual([]);
});

test("who claims it has it in the helpdesk too; who comes second is refused, and handing over needs a sentence", async () => {
  expect(await act("assign", { owner: DIEGO, from: null })).toMatchObject({ owner: { hostUserId: DIEGO, name: "Diego Rojas" } });
  await debtor.desk.clock.runFor(30_000);
  expect(debtor.conversation()).toMatchObject({ assigneeId: DIEGO });
  await expect(act("assign", { owner: LAURA, from: null }, admin)).rejects.toThrow("case.owned");
  await expect(act("assign", { owner: LAURA, from: DIEGO }, admin)).rejects.toThrow("case.note_needed");
  await expect(act("assign", { owner: 99, from: DIEGO, note: "para el turno de noche" })).rejects.toThrow("case.owner_unknown");
  expect((await queue(agent, "&view=mine")).total).toBe(1);
});

test("while nobody is in the team that gets cases, its view leaves nobody out; then it is its people's", async () => {
  const team = async () => (await queue(admin)).views.team;
  expect(await team()).toBe(1);
  await peopleOfTeam([LAURA]);
  expect(await team()).toBe(0);
  await peopleOfTeam([DIEGO]);
  expect(await team()).toBe(1);
});

test("put aside it is paused, and back when the debtor writes", async () => {
  const now = debtor.desk.clock.now();
  await expect(act("snooze", { until: toIso(now), reason: "espera a la hija" })).rejects.toThrow("case.snooze_past");
  await act("snooze", { until: toIso(now + 5 * HOUR), reason: "espera a la hija" });
  expect(await first()).toMatchObject({ group: "paused" });
  await debtor.agent("messages", { content: "Que se mejore." });
  await debtor.write("gracias, sigo en el hospital");
  expect((await first()).group).not.toBe("paused");
});

test("resolving the conversation does not end the case while the hold waits for a person", async () => {
  await debtor.agent("messages", { content: "Quedamos atentos." });
  await debtor.agent("toggle_status", { status: "resolved" });
  expect(await first()).toMatchObject({ resolved: true, closed: false });
  expect(await types()).toContain("case.kept_open");
});

test("what Saldo sees ticks itself, the rest is a person's with a name", async () => {
  const seen = async () => (await agent.call<CaseView>("GET", `/api/cases/${(await first()).id}`)).checks;
  const done = async () => (await seen()).filter((point) => point.done).map(({ check }) => check);
  expect(await done()).toEqual(["hold", "answer"]);
  await act("checks/offer_help", { done: true });
  expect((await seen()).find(({ check }) => check === "offer_help")).toMatchObject({ done: true, by: `user:${DIEGO}` });
  await expect(act("checks/decide_hold", { done: true })).rejects.toThrow("case.check_by_itself");
});

test("it is closed with an outcome of its reason and a decision about the hold, all in one", async () => {
  const { id } = await first();
  await expect(act("close", { outcome: "rejected" })).rejects.toThrow("case.outcome_not_of_reason");
  await expect(act("close", { outcome: "plan" })).rejects.toThrow("case.hold_undecided");
  await expect(act("close", { outcome: "plan", hold: "end" })).rejects.toThrow("case.note_needed");
  const until = toIso(debtor.desk.clock.now() + 14 * 24 * HOUR);
  const closed = await act<CaseView>("close", { outcome: "plan", hold: "keep", holdUntil: until, note: "en tratamiento hasta enero" });
  expect(closed).toMatchObject({ id, closed: true, outcome: "plan", undecided: [] });
  expect(await debtor.rows("select reason, until_at from hold where account_id = ? and released_at is null")).toEqual([
    { reason: "illness", until_at: Date.parse(until) },
  ]);
  expect((await queue(agent)).total).toBe(0);
  await expect(agent.call("POST", `/api/cases/${id}/close`, { outcome: "plan", hold: "keep" })).rejects.toThrow("case.over");
  await agent.call("POST", `/api/cases/${id}/notes`, { text: "la hija llamará" });
  expect(JSON.stringify(await debtor.rows("select payload from journal_record where account_id = ?"))).not.toMatch(/hija|tratamiento/);
  expect(await types()).toEqual([
    "case.escalated",
    "case.assigned",
    "case.assigned",
    "case.snoozed",
    "case.answered",
    "case.reopened",
    "case.answered",
    "case.kept_open",
    "case.ticked",
    "case.closed",
    "case.noted",
  ]);
});
