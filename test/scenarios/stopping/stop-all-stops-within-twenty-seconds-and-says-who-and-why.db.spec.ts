import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { SaldoClient } from "../../../server/demo/saldo-client.js";
import { type Instant, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";

const DEBTORS = 24;
const REASON = "Un cliente se queja del texto";

let desk: Desk;
let agent: SaldoClient;
let stoppedAt: Instant;
beforeAll(async () => {
  // Two messages a second: the dispatch lasts long enough to be stopped in the middle.
  desk = await openDesk({ debts: debtsFile(Array.from({ length: DEBTORS }, () => ({}))), environment: { SALDO_HOST_RATE: "2" } });
  agent = await desk.signIn(TOKENS.agent);
});
afterAll(() => desk?.close());

test("an agent stops all while messages are on their way and more are due", async () => {
  await desk.turnOn();
  const dispatching = desk.clock.runFor(4 * SECOND);
  while (desk.sent().length < 5) await new Promise<void>((resolve) => setImmediate(resolve));
  await agent.call("POST", "/api/account/stop", { reason: REASON });
  stoppedAt = desk.clock.now();
  await dispatching;
  expect(desk.sent().length).toBeGreaterThanOrEqual(5);
  expect(desk.sent().length).toBeLessThan(DEBTORS);
});

test("nothing arrives at the helpdesk later than twenty seconds after, and nothing is left in between", async () => {
  await desk.clock.runFor(10 * 60 * SECOND);
  const late = desk.sandbox.messages.where((message) => !message.private && message.createdAt > stoppedAt + 20 * SECOND);
  expect(late).toEqual([]);
  const states = await desk.db.rows<{ state: string; n: number }>(
    "select state, count(*) as n from outbox_message where account_id = ? group by state",
    [desk.account.id],
  );
  expect(states.map(({ state }) => state).filter((state) => state === "sending" || state === "unknown")).toEqual([]);
  expect(states.find(({ state }) => state === "planned")?.n).toBe(DEBTORS - desk.sent().length);
});

test("the day's page says that all is stopped", async () => {
  expect((await desk.today()).dispatch).toEqual({ enabled: true, stopped: true });
});

test("the agent who stopped cannot lift it; the administrator can, and the rest goes out once", async () => {
  await expect(agent.call("POST", "/api/account/resume", { reason: "ya está" })).rejects.toThrow("403");
  await desk.admin.call("POST", "/api/account/resume", { reason: "Texto corregido" });
  await desk.clock.runFor(60 * SECOND);
  expect(desk.sent()).toHaveLength(DEBTORS);
  expect(new Set(desk.sent().map(({ ref }) => ref)).size).toBe(DEBTORS);
});

test("who stopped and resumed, and in which words, is in the journal", async () => {
  type Page = { items: { type: string; actor: string; personal: { reason?: string } | null }[] };
  const stops = await desk.admin.call<Page>("GET", "/api/journal?type=dispatch.stopped");
  expect(stops.items).toMatchObject([{ actor: expect.stringContaining("2"), personal: { reason: REASON } }]);
  const resumes = await desk.admin.call<Page>("GET", "/api/journal?type=dispatch.resumed");
  expect(resumes.items).toMatchObject([{ actor: expect.stringContaining("1"), personal: { reason: "Texto corregido" } }]);
});
