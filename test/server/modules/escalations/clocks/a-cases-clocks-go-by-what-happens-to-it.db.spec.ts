import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { CaseClocks } from "../../../../../server/modules/escalations/index.js";
import { HOUR, MINUTE } from "../../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "../../negotiation/support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

// The helpdesk gives what is opened to somebody by itself, sooner or later: the last owner's clock is the one that is looked at.
const CLOCKS = "select clock, cycle, state from case_clock where account_id = ? and clock <> 'owner' order by started_at, clock, cycle";
const OWNER = "select state from case_clock where account_id = ? and clock = 'owner' order by cycle desc limit 1";
const clocks = async () => (await debtor.rows(CLOCKS)).map((row) => Object.values(row).join(" "));
const next = async () => {
  const { db, app, account } = debtor.desk;
  const [{ id }] = (await db.rows<{ id: number }>("select id from escalation where account_id = ?", [account.id])) as [{ id: number }];
  return (await app.get(CaseClocks).next(account.id, [id])).get(id);
};

test("a case begins with a first answer owed within two hours of the desk's time, and a resolution within a day", async () => {
  const asked = debtor.desk.clock.now();
  await debtor.press("Plan de pagos");
  expect(await clocks()).toEqual(["first_answer 1 running", "first_resolution 1 running", "total_resolution 1 running"]);
  const clock = (await next())!;
  expect(clock).toMatchObject({ clock: "first_answer", state: "running", target: 2 * HOUR, isOverdue: false });
  expect(clock.dueAt! - asked).toBeGreaterThanOrEqual(2 * HOUR);
  expect(clock.dueAt! - asked).toBeLessThan(2 * HOUR + 5 * MINUTE);
});

test("neither a private note nor an assignment answers it; who owns it has a clock of his own", async () => {
  await debtor.agent("messages", { content: "¿quién lo toma?", private: true });
  await debtor.agent("assignments", { assignee_id: 2 });
  expect(await clocks()).toEqual(["first_answer 1 running", "first_resolution 1 running", "total_resolution 1 running"]);
  expect(await debtor.rows(OWNER)).toEqual([{ state: "running" }]);
  expect(await debtor.rows("select owner from escalation where account_id = ?")).toEqual([{ owner: "user:2" }]);
});

test("a person's public message answers it; what the debtor writes then is another wait", async () => {
  await debtor.agent("messages", { content: "Buenas tardes, ¿hasta qué día necesita?" });
  expect(await clocks()).toEqual(["first_answer 1 met", "first_resolution 1 running", "total_resolution 1 running"]);
  expect(await debtor.rows(OWNER)).toEqual([{ state: "met" }]);
  await debtor.write("hasta el viernes");
  expect(await next()).toMatchObject({ clock: "next_answer", cycle: 1, state: "running" });
});

test("resolving it answers nobody and ends every clock; what comes twice happened once", async () => {
  await debtor.agent("toggle_status", { status: "resolved" });
  expect((await clocks()).toSorted()).toEqual([
    "first_answer 1 met",
    "first_resolution 1 met",
    "next_answer 1 dropped",
    "total_resolution 1 met",
  ]);
  expect(await next()).toBeUndefined();
  const kinds = await debtor.rows("select kind, value from case_event where account_id = ? and kind <> 'assigned' order by id");
  expect(kinds.map((row) => Object.values(row).filter(Boolean).join(" "))).toEqual([
    "planned",
    "opened",
    "wrote note",
    "wrote person",
    "debtor_wrote",
    "resolved",
  ]);
});

test("it is pinned to the versions that ship, with the holidays of the account's country", async () => {
  const pins =
    "select distinct policy_version, entry, calendar, calendar_version from case_event where account_id = ? and kind = 'planned'";
  expect(await debtor.rows(pins)).toEqual([{ policy_version: 1, entry: "inquiry", calendar: "desk", calendar_version: 1 }]);
  const [row] = (await debtor.rows("select document from business_calendar where account_id = ?")) as [{ document: string }];
  expect(JSON.parse(row.document)).toMatchObject({ zone: "America/Bogota", holidaysOf: { country: "CO" } });
});
