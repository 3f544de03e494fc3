import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { DAY, HOUR, SECOND, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

/**
 * On paper. Friday 20 November, 10:00: Ana, Beto and Carla are written to for the first time. At 11:00 Ana asks for a person and Carla disputes;
 * both get an answer of Saldo's, Ana's only says that a person will come. Beto pays at once. Diego answers Ana at 13:00 and resolves her
 * conversation at 14:00. On Saturday Ana pays. Then eight days go by.
 */
let desk: Desk;
let friday = "";
const PHONES = { Ana: "+573001110001", Beto: "+573001110002", Carla: "+573001110003" };
const pay = (debtReference: string, valueDate: string) =>
  desk.admin.call("POST", "/api/payments", {
    externalId: `P-${debtReference}`,
    debtReference,
    amount: "1000.00",
    currency: "COP",
    valueDate,
  });

beforeAll(async () => {
  const debts = Object.entries(PHONES).map(([id, phone], index) => ({ id, phone, reference: `F-${index + 1}`, balance: "1000.00" }));
  desk = await openDesk({ ticks: "none", debts: debtsFile(debts) });
  await desk.turnOn();
  const work = async () => {
    for (const lane of ["listing", "dispatch"] as const) {
      await desk.app.get(JobQueue).wake(lane);
      await desk.clock.runFor(SECOND);
    }
  };
  await work();
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: PHONES.Ana, text: "Hablar con una persona" });
  desk.sandbox.playDebtor({ accountId: 1, phone: PHONES.Carla, text: "No estoy de acuerdo" });
  await desk.clock.runFor(SECOND);
  await work();
  await pay("F-2", "2026-11-20");
  await desk.clock.runFor(2 * HOUR);
  await asDiego("messages", { content: "Soy Diego, dígame.", message_type: "outgoing" });
  await desk.clock.runFor(HOUR);
  await asDiego("toggle_status", { status: "resolved" });
  await desk.clock.runFor(HOUR);
  friday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  await pay("F-1", "2026-11-21");
  await desk.clock.runFor(8 * DAY);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

/** In Ana's conversation. */
async function asDiego(path: string, body: object): Promise<void> {
  await desk.app.get(Projector).catchUp(desk.account.id);
  const sql = `select i.conversation from inquiry i join debtor d on d.account_id = i.account_id and d.id = i.debtor_id
                where i.account_id = ? and d.external_id = 'Ana'`;
  const [ana] = await desk.db.rows<{ conversation: number }>(sql, [desk.account.id]);
  await fetch(`${desk.sandbox.url}/api/v1/accounts/1/conversations/${ana!.conversation}/${path}`, {
    method: "POST",
    headers: { api_access_token: TOKENS.agent, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await desk.clock.runFor(SECOND);
}

const IDS = [
  "contact.conversion",
  "contact.resolved-by-1",
  "contact.resolved-by-2",
  "work.automation",
  "response.median",
  "response.within-4-hours",
  "response.resolved-within-24-hours",
  "work.productivity",
  "documentation.complete",
  "complaints.disputes",
];

async function texts(query: string): Promise<Record<string, string | null>> {
  const { figures } = await desk.admin.call<FiguresView>("GET", `/api/figures?from=2026-11-01&to=2026-11-30&${query}`);
  return Object.fromEntries(IDS.map((id) => [id, figures.find((figure) => figure.id === id)?.values[0]?.text ?? null]));
}

it("now", async () => {
  expect(await texts("")).toEqual({
    // One of three.
    "complaints.disputes": "33.3",
    // Beto and Ana, of three.
    "contact.conversion": "66.7",
    // Ana, of the two who answered.
    "contact.resolved-by-1": "50.0",
    "contact.resolved-by-2": "50.0",
    "documentation.complete": "100.0",
    // Between Carla, who had her answer at once, and Ana after two hours and the few seconds that the day's work takes.
    "response.median": "3601501",
    "response.within-4-hours": "100.0",
    // Carla's case is open.
    "response.resolved-within-24-hours": "50.0",
    // Three messages, two cases, two answers of Saldo's; one of Diego's.
    "work.automation": "87.5",
    "work.productivity": "1",
  });
});

it("as it was known on Friday evening: who has not come yet has time", async () => {
  expect(await texts(`asOf=${friday}`)).toMatchObject({
    // Beto alone: the others have their week.
    "contact.conversion": "100.0",
    "contact.resolved-by-1": "0.0",
    "response.within-4-hours": "100.0",
  });
});

it("what has no facts yet says why", async () => {
  const { figures } = await desk.admin.call<FiguresView>("GET", "/api/figures?from=2026-11-01&to=2026-11-30&lang=es");
  const reason = (id: string) => figures.find((figure) => figure.id === id)?.values[0]?.reason;
  expect(["complaints.formal", "promises.renegotiated", "work.concurrency.mean", "escalation.found"].map(reason)).toEqual([
    "complaints",
    "plans",
    "conversation_times",
    "escalation_needs",
  ]);
});

it("made anew from the journal it is the same, row by row", async () => {
  const built = async () => [
    await desk.db.rows("select * from desk_act where account_id = ? order by seq", [desk.account.id]),
    await desk.db.rows("select * from inquiry where account_id = ? order by seq", [desk.account.id]),
    await desk.db.rows("select ref, gaps from contact_try where account_id = ? order by ref", [desk.account.id]),
  ];
  const before = await built();
  for (const rows of before) expect(rows.length).toBeGreaterThan(0);
  await desk.app.get(Projector).rebuild(desk.account.id);
  expect(await built()).toEqual(before);
});
