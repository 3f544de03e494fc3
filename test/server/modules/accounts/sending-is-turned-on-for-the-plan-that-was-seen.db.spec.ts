import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { SECOND } from "../../../../server/shared/instant.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: { id: number; publicId: string };
let admin: string;
let agent: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
  admin = await desk.signIn(account.publicId, ADMIN);
  agent = await desk.signIn(account.publicId, AGENT);
});
afterAll(() => desk.close());

const turn = (body: object, cookie = admin) => desk.call("POST", "/api/account/dispatch", { cookie, body });
const dispatch = async () => (await desk.app.get(AccountDirectory).get(account.id)).dispatch;

test("a fresh account sends nothing", async () => {
  expect(await dispatch()).toEqual({ enabled: false, stopped: false, changedAt: null, changedBy: null });
});

test("without the plan, with a former plan or by an agent it stays off", async () => {
  expect(await turn({ enabled: true })).toMatchObject({ status: 422, body: { code: "dispatch.plan_unseen" } });
  expect(await turn({ enabled: true, seenPlan: "plan-0" })).toMatchObject({ status: 409, body: { code: "dispatch.plan_changed" } });
  expect((await turn({ enabled: true, seenPlan: "plan-1" }, agent)).status).toBe(403);
  expect(await dispatch()).toMatchObject({ enabled: false });
});

test("for the plan that was seen it goes on, says who and when, and is on the record", async () => {
  const answer = await turn({ enabled: true, seenPlan: "plan-1" });
  expect(answer.body["dispatch"]).toEqual({
    enabled: true,
    stopped: false,
    changedAt: new Date(desk.clock.now()).toISOString(),
    changedBy: "user:1",
  });
  expect(await dispatch()).toMatchObject({ enabled: true });
});

test("an agent may stop everything, only an administrator lifts it, and the switch stays where it was", async () => {
  const stopped = await desk.call("POST", "/api/account/stop", { cookie: agent, body: { reason: "Número equivocado en la plantilla" } });
  expect(stopped.body["dispatch"]).toMatchObject({ enabled: true, stopped: true, changedBy: "user:2" });
  expect((await desk.call("POST", "/api/account/resume", { cookie: agent, body: { reason: "Ya está" } })).status).toBe(403);
  const resumed = await desk.call("POST", "/api/account/resume", { cookie: admin, body: { reason: "Plantilla corregida" } });
  expect(resumed.body["dispatch"]).toMatchObject({ enabled: true, stopped: false });
});

test("turning off needs no plan", async () => {
  expect((await turn({ enabled: false })).body["dispatch"]).toMatchObject({ enabled: false });
});

test("another process sees a change within two seconds", async () => {
  const directory = desk.app.get(AccountDirectory);
  await directory.get(account.id);
  await desk.db.inUnitOfWork("another process", () => desk.db.run("update account set dispatch_stopped = 1 where id = ?", [account.id]));
  await desk.clock.runFor(2 * SECOND);
  expect((await directory.get(account.id)).dispatch.stopped).toBe(true);
});

test("all of it is journalled, in order, and the words people gave are sealed", async () => {
  const types = (await desk.journalTypes(account.id)).filter((type) => type.startsWith("dispatch."));
  expect(types).toEqual(["dispatch.enabled", "dispatch.stopped", "dispatch.resumed", "dispatch.disabled"]);
  const records = await desk.db.rows<{ payload: string }>("select payload from journal_record where account_id = ?", [account.id]);
  expect(JSON.stringify(records)).not.toMatch(/plantilla/i);
});

test("settings change by administrators only and are journalled by name", async () => {
  expect((await desk.call("PATCH", "/api/account", { cookie: agent, body: { locale: "en" } })).status).toBe(403);
  const changed = await desk.call("PATCH", "/api/account", { cookie: admin, body: { locale: "pt-BR", teamId: null } });
  expect(changed.body).toMatchObject({ locale: "pt-BR", teamId: null, declaredBy: "Laura Medina", creditorName: "Alameda Hogar" });
  expect((await desk.journalTypes(account.id)).at(-1)).toBe("account.changed");
});
