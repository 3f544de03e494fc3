import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { OperationsServer } from "../../../server/platform/http/operations-server.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

const TOKEN = "a-token-of-the-operator";
const lines: string[] = [];
let desk: Desk;
let port: number;
beforeAll(async () => {
  desk = await openDesk({
    debts: debtsFile([{ id: "ana" }, { id: "beto" }]),
    environment: { SALDO_METRICS_TOKEN: TOKEN, SALDO_METRICS_PORT: "0" },
    logLines: lines,
  });
  port = (await desk.app.get(OperationsServer).listen())!;
  await desk.turnOn();
  await desk.clock.runFor(60_000);
});
afterAll(() => desk.close());

const scrape = (headers: Record<string, string>, url = `${desk.url}/metrics`) => fetch(url, { headers });
const metrics = async () => (await scrape({ authorization: `Bearer ${TOKEN}` })).text();

test.each([
  ["nothing", {}],
  ["another token", { authorization: "Bearer another-token-of-16" }],
  ["the token in another scheme", { authorization: `Basic ${TOKEN}` }],
])("with %s nobody reads them, on either port", async (_what, headers) => {
  expect((await scrape(headers)).status).toBe(401);
  expect((await scrape(headers, `http://127.0.0.1:${port}/metrics`)).status).toBe(401);
});

test("messages, work, database, queue, webhooks, routes and the process are told", async () => {
  const text = await metrics();
  for (const line of [
    'saldo_messages_total{outcome="intended"} 2',
    'saldo_messages_total{outcome="accepted"} 2',
    'saldo_messages_waiting{state="sending"} 0',
    "saldo_messages_overdue_seconds 0",
    'saldo_work_runs_total{kind="lane",name="dispatch",outcome="done"}',
    'saldo_work_lag_seconds{kind="lane",name="inbox"}',
    'saldo_database_trouble{trouble="full"} 0',
    "saldo_database_longest_unit_seconds 0",
    "saldo_queue_up 1",
    "saldo_webhooks_waiting 0",
    'saldo_http_requests_total{method="POST",route="/api/session",status="200"}',
    'saldo_security_refusals{refusal="key_unknown"}',
    "process_cpu_seconds_total",
    "nodejs_eventloop_lag_seconds",
  ]) {
    expect(text).toContain(line);
  }
});

test("no label has a name, a number, an id or an address in it, whatever was called", async () => {
  for (const path of ["/api/debtors/ana", "/a/ana/today", "/ana/beto?x=ana", "/hooks/chatwoot/ana"]) await fetch(desk.url + path);
  const text = await metrics();
  expect(text).toContain('route="unmatched"');
  // What is measured may be any number.
  const labels = text.replaceAll(/ [\d.e+-]+$/gm, "");
  expect(labels).not.toMatch(/ana|beto|573\d|[0-9a-f]{8}-[0-9a-f]{4}/i);
  expect(text.split("\n").length).toBeLessThan(2_000);
});

test("the operator's port tells liveness and readiness too, and nothing else", async () => {
  const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect([await get("/health"), await get("/ready"), await get("/api/session"), await get("/")]).toEqual([200, 200, 404, 404]);
});

test("what was granted and changed stands in the log by the journal's name, without anybody's name", async () => {
  const { key } = await desk.admin.call<{ key: { id: string } }>("POST", "/api/keys", { name: "ERP of Ana", scopes: ["debtors:read"] });
  await desk.admin.text("DELETE", `/api/keys/${key.id}`);
  const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "security.changed");
  const events = told.map(({ event }) => event);
  for (const event of ["account.connected", "session.started", "dispatch.enabled", "api_key.created", "api_key.revoked"]) {
    expect(events).toContain(event);
  }
  for (const line of told) expect(Object.keys(line).sort()).toEqual(["accountId", "event", "level", "msg", "ref", "time"]);
});
