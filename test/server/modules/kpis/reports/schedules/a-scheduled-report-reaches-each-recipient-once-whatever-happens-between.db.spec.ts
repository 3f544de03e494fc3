import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import type { ReportSchedulesPage, SentReport } from "../../../../../../server/contract/kpis/report-schedules.contract.js";
import { ScheduledReports } from "../../../../../../server/modules/kpis/reports/schedules/scheduled-reports.service.js";
import { JobQueue } from "../../../../../../server/platform/queue/job-queue.js";
import { DAY, HOUR, MINUTE, SECOND } from "../../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../../support/desk.js";
import { type Mailbox, openMailbox } from "../../../../../support/mailbox.js";

const OUTSIDE = "tesoreria@alameda.example";
const lines: string[] = [];
let box: Mailbox;
let desk: Desk;
let laura: ReportSchedulesPage["people"][number];

beforeAll(async () => {
  box = await openMailbox();
  desk = await openDesk({
    ticks: "none",
    logLines: lines,
    environment: { SALDO_SMTP_URL: box.url, SALDO_MAIL_FROM: "Saldo <saldo@alameda.example>" },
    debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08", phone: "+573001110001" }]),
  });
  const { people } = await desk.admin.call<ReportSchedulesPage>("GET", "/api/report-schedules");
  laura = people.find(({ role, reachable }) => role === "administrator" && reachable)!;
});
afterAll(async () => {
  await desk?.close();
  await box?.stop();
});

const set = (kind: string, body: object = {}) =>
  desk.admin.call<ReportSchedulesPage>("PUT", `/api/report-schedules/${kind}`, {
    enabled: true,
    at: "07:00",
    people: [{ hostUserId: laura.hostUserId, lang: "es" }],
    ...body,
  });
const due = () => desk.app.get(ScheduledReports).turn(desk.account.id);
/** The clock stands still until the lane has nothing left to do now. */
async function mail(): Promise<void> {
  await desk.app.get(JobQueue).wake("mail");
  await desk.clock.runFor(SECOND);
}
const sent = async () => (await desk.admin.call<{ items: SentReport[] }>("GET", "/api/report-mails")).items;
const states = async () => (await sent()).map(({ recipient, state, attempts }) => [recipient, state, attempts]);

it("is off until somebody is chosen, and says who cannot be", async () => {
  await expect(set("daily", { people: [] })).rejects.toThrow(/report\.nobody_chosen/);
  await expect(set("daily", { people: [{ hostUserId: 987_654, lang: "es" }] })).rejects.toThrow(/report\.person_unknown/);
  await expect(set("daily", { at: "25:00" })).rejects.toThrow(/at/);
  await expect(set("monthly", { enabled: false, holidaysOf: "SE" })).rejects.toThrow(/report\.holidays_unknown/);
  const { countries, items } = await set("monthly", { enabled: false, holidaysOf: "CO" });
  expect([countries, items.find(({ kind }) => kind === "monthly")?.holidaysOf]).toEqual([["BR", "CO", "MX"], "CO"]);
  await due();
  expect(await sent()).toEqual([]);
});

it("goes out at the account's hour with its files, in the reader's language, and once", async () => {
  const { items } = await set("daily", { xlsx: true });
  expect(items.find(({ kind }) => kind === "daily")?.next).toMatchObject({ at: "2026-11-23T12:00:00.000Z", from: "2026-11-20" });
  await due();
  expect(await sent()).toEqual([]);
  await desk.clock.runFor(2 * DAY + 21 * HOUR);
  await due();
  await due();
  await mail();
  await mail();
  expect(await states()).toEqual([[laura.name, "sent", 1]]);
  expect(box.received).toHaveLength(1);
  const { raw } = box.received[0]!;
  expect(raw).toContain("Auto-Submitted: auto-generated");
  expect(raw).toMatch(/filename=saldo-daily-2026-11-20\.pdf/);
  expect(raw).toMatch(/filename=saldo-daily-2026-11-20\.xlsx/);
  expect(raw).toMatch(/lang=3D"es"/);
});

it("after a week of outage one digest is made, and the week's report", async () => {
  await set("weekly", { pdf: false });
  await desk.clock.runFor(9 * DAY);
  await desk.admin.signIn(desk.account.publicId, TOKENS.admin);
  await due();
  await mail();
  const made = (await sent()).map(({ kind, from }) => [kind, from]);
  expect(made).toEqual([
    ["weekly", "2026-11-23"],
    ["daily", "2026-12-01"],
    ["daily", "2026-11-20"],
  ]);
});

it("leaves the account only with an administrator's word, on the record", async () => {
  const body = { address: OUTSIDE, lang: "en", reason: "The treasury asked for it" };
  await desk.admin.call("POST", "/api/report-schedules/daily/outside", body);
  await expect(desk.admin.call("POST", "/api/report-schedules/daily/outside", body)).rejects.toThrow(/report\.recipient_twice/);
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("GET", "/api/report-mails")).rejects.toThrow(/access\.denied/);
  const compliance = await desk.signIn(TOKENS.compliance);
  await expect(compliance.call("POST", "/api/report-schedules/daily/outside", body)).rejects.toThrow(/access\.denied/);
  const types = await desk.db.rows<{ type: string }>("select type from journal_record where account_id = ? order by seq", [
    desk.account.id,
  ]);
  expect(types.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["report_schedule.changed", "report_recipient.allowed", "mail.sent"]),
  );
});

it("a refused address costs only itself; a server that is away gets its mail when it is back, after a restart too", async () => {
  box.refused.add(OUTSIDE);
  await box.stop();
  await desk.clock.runFor(DAY);
  await due();
  await mail();
  expect((await states()).slice(0, 2)).toEqual(
    expect.arrayContaining([
      [laura.name, "due", 1],
      [OUTSIDE, "due", 1],
    ]),
  );
  await desk.restart(() => box.start());
  await desk.clock.runFor(2 * MINUTE);
  await mail();
  expect((await states()).slice(0, 2)).toEqual(
    expect.arrayContaining([
      [laura.name, "sent", 2],
      [OUTSIDE, "refused", 2],
    ]),
  );
});

it("who dies after the server's yes and before ours is on file sends again, under the same Message-ID", async () => {
  await desk.clock.runFor(DAY);
  box.refused.clear();
  const before = box.received.length;
  const dies = jest.spyOn(desk.db, "inUnitOfWork");
  let taken = 0;
  box.onTaken = () => {
    if (taken++ === 0) dies.mockRejectedValueOnce(new Error("the process died"));
  };
  await due();
  await mail();
  expect((await states()).slice(0, 2).map(([, state]) => state)).toEqual(["due", "due"]);
  dies.mockRestore();
  await desk.clock.runFor(10 * MINUTE);
  await mail();
  const since = box.received.slice(before);
  const again = since.filter(({ messageId }) => messageId === since[0]!.messageId);
  expect(again.map(({ to }) => to)).toEqual([since[0]!.to, since[0]!.to]);
  expect((await states()).slice(0, 2).map(([, state]) => state)).toEqual(["sent", "sent"]);
});

it("no address stands in a log or in clear in the database", async () => {
  const address = box.received[0]!.to;
  const rows = await desk.db.rows("select * from outgoing_mail where account_id = ?", [desk.account.id]);
  const recipients = await desk.db.rows("select * from report_recipient where account_id = ?", [desk.account.id]);
  for (const text of [lines.join("\n"), JSON.stringify(rows), JSON.stringify(recipients)]) {
    expect(text).not.toContain(address);
    expect(text).not.toContain(OUTSIDE);
  }
});
