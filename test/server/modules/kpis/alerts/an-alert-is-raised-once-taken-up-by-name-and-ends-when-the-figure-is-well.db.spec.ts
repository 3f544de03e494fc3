import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { AlertRuleView, AlertView } from "../../../../../server/contract/kpis/alerts.contract.js";
import type { AttentionItem } from "../../../../../server/contract/kpis/overview.contract.js";
import { MailPeople } from "../../../../../server/modules/accounts/index.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { AlertWatching } from "../../../../../server/modules/kpis/alerts/alert-watching.service.js";
import { DAY, SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";
import { type Mailbox, openMailbox } from "../../../../support/mailbox.js";

/** Debtors who owe: alert beyond two of them, over again at one, two evenings in a row. */
const RULE = { side: "above", raise: 2, clear: 1, readings: 2, days: 1, least: 1, reason: "somos dos en el equipo" };
const PATH = "/api/alerts/rules/portfolio.debtors";
const PEOPLE = ["Ana", "Berta", "Carla"].map((id, index) => ({
  id,
  reference: `F-${index}`,
  balance: "100.00",
  phone: `+57300555000${index}`,
}));
let box: Mailbox;
let desk: Desk;
let conversation: number;

beforeAll(async () => {
  box = await openMailbox();
  const environment = { SALDO_SMTP_URL: box.url, SALDO_MAIL_FROM: "Saldo <saldo@alameda.example>" };
  desk = await openDesk({ ticks: "none", debts: debtsFile(PEOPLE), environment });
  desk.sandbox.playDebtor({ accountId: 1, phone: "+573009990001", text: "Sala de supervisión" });
  const [message] = desk.sandbox.messages.where(({ content }) => content === "Sala de supervisión");
  conversation = desk.sandbox.conversations.must(message!.conversationId).displayId;
});
afterAll(async () => {
  await desk?.close();
  await box?.stop();
});

const evening = async (days = 1) => {
  await desk.clock.runFor(days * DAY);
  await desk.app.get(Projector).catchUp(desk.account.id);
  await desk.clock.during(() => desk.app.get(AlertWatching).advance(desk.account.id));
  await desk.clock.runFor(SECOND);
};
const pay = (reference: string) =>
  desk.admin.call("POST", "/api/payments", {
    externalId: `P-${reference}`,
    debtReference: reference,
    amount: "100.00",
    currency: "COP",
    valueDate: "2026-11-23",
  });
const open = async (lang = "en") => (await desk.admin.call<{ items: AlertView[] }>("GET", `/api/alerts?lang=${lang}`)).items;
const rule = async () =>
  (await desk.admin.call<{ rules: AlertRuleView[] }>("GET", "/api/alerts/rules")).rules.find(
    ({ metric }) => metric === "portfolio.debtors",
  );
const titles = async (type: string) =>
  (await desk.admin.call<{ items: { title: string }[] }>("GET", `/api/journal?type=${type}&lang=en`)).items.map(({ title }) => title);
const notes = () => desk.sandbox.messages.where(({ content }) => content?.startsWith("Saldo, alerta: ") === true);

test("a rule is the administrator's, and names its thresholds in order", async () => {
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("PUT", PATH, RULE)).rejects.toThrow(/403|access\.denied/);
  await expect(desk.admin.call("PUT", PATH, { ...RULE, clear: 3 })).rejects.toThrow(/alert_rule\.backwards/);
  await expect(desk.admin.call("PUT", "/api/alerts/rules/collected.total", RULE)).rejects.toThrow(/alert_rule\.no_threshold/);
  await expect(desk.admin.call("PUT", "/api/alerts/rules/no.such", RULE)).rejects.toThrow(/figures\.metric_unknown/);
  await desk.admin.call("PUT", PATH, { ...RULE, note: conversation, mail: true });
  expect(await rule()).toMatchObject({ raise: 2, clear: 1, own: { setBy: "user:1" }, byDefault: null, last: [] });
  expect((await titles("alert_rule.set"))[0]).toMatch(/above 2, until 1 again, 2 days in a row/);
});

test("the first evening counts and calls nobody; the second raises it, once, with a note in the helpdesk and a mail to each administrator", async () => {
  await evening();
  expect(await open()).toEqual([]);
  expect((await rule())!.last).toEqual([{ currency: null, day: "2026-11-20", figure: "3", n: 3, silent: null, run: 1, raised: false }]);
  await evening();
  await evening();
  const alerts = await open("es");
  expect(alerts).toMatchObject([
    {
      metric: "portfolio.debtors",
      raised: { day: "2026-11-21", from: "2026-11-21", figure: "3", n: 3 },
      last: { day: "2026-11-22", figure: "3" },
      acknowledged: null,
      noteState: "written",
    },
  ]);
  expect(notes()).toHaveLength(1);
  expect(notes()[0]).toMatchObject({ private: true, content: expect.stringMatching(/3, por encima de 2 .*\/alerts$/) });
  expect(await titles("alert.raised")).toHaveLength(1);
  const people = await desk.app.get(MailPeople).list(desk.account.id);
  const administrators = people.flatMap(({ role, address }) => (role === "administrator" && address !== null ? [address] : []));
  expect(administrators).not.toEqual([]);
  expect(box.received.map(({ to }) => to).toSorted()).toEqual(administrators.toSorted());
  expect(box.received[0]!.raw).toMatch(/^Subject: .*alerta/m);
  expect(box.received[0]!.raw).toContain(`/a/${desk.account.publicId}/alerts`);
  const { items } = await desk.admin.call<{ items: AttentionItem[] }>("GET", "/api/overview/attention");
  expect(items.find(({ code }) => code === "alerts_open")).toMatchObject({ count: 1, page: "alerts" });
});

test("somebody takes it up with a reason, by name and once; then it needs nobody's attention", async () => {
  const [alert] = await open();
  const path = `/api/alerts/${alert!.id}/acknowledge`;
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("POST", path, { reason: "lo miro" })).rejects.toThrow(/403|access\.denied/);
  await expect(desk.admin.call("POST", path, { reason: "" })).rejects.toThrow(/input\.invalid/);
  expect(await desk.admin.call<AlertView>("POST", path, { reason: "llamamos hoy" })).toMatchObject({
    acknowledged: { by: "user:1", reason: "llamamos hoy" },
  });
  await expect(desk.admin.call("POST", path, { reason: "otra vez" })).rejects.toThrow(/alert\.acknowledged/);
  expect(await titles("alert.acknowledged")).toHaveLength(1);
  const { items } = await desk.admin.call<{ items: AttentionItem[] }>("GET", "/api/overview/attention");
  expect(items.filter(({ code }) => code === "alerts_open")).toEqual([]);
});

test("between both thresholds it stays; at the clearing one it ends after as many evenings, and is history", async () => {
  await pay("F-0");
  await evening();
  await evening();
  expect(await open()).toMatchObject([{ last: { figure: "2" } }]);
  await pay("F-1");
  await evening();
  expect(await open()).toHaveLength(1);
  await evening();
  expect(await open()).toEqual([]);
  const past = await desk.admin.call<{ items: AlertView[]; next: string | null }>("GET", "/api/alerts/past");
  expect(past).toMatchObject({ items: [{ cleared: { figure: "1" }, acknowledged: { reason: "llamamos hoy" } }], next: null });
  expect(await titles("alert.cleared")).toHaveLength(1);
  expect(notes()).toHaveLength(1);
  expect(new Set(box.received.map(({ messageId }) => messageId)).size).toBe(box.received.length);
});

test("a reading of too few cases says nothing, and an alert nobody watches any more ends without a figure", async () => {
  await desk.admin.call("PUT", PATH, { ...RULE, raise: 0, clear: 0, readings: 1, least: 2 });
  await evening();
  expect((await rule())!.last).toMatchObject([{ figure: "1", silent: "few", raised: false }]);
  await desk.admin.call("PUT", PATH, { ...RULE, raise: 0, clear: 0, readings: 1 });
  await evening();
  expect(await open()).toHaveLength(1);
  await desk.admin.call("DELETE", PATH);
  expect(await open()).toEqual([]);
  const past = await desk.admin.call<{ items: AlertView[] }>("GET", "/api/alerts/past?limit=1");
  expect(past.items).toMatchObject([{ cleared: { figure: null } }]);
  expect(await rule()).toBeUndefined();
  await expect(desk.admin.call("DELETE", PATH)).rejects.toThrow(/alert_rule\.not_own/);
});
