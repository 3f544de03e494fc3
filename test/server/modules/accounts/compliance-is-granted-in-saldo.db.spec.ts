import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ADMIN, COMPLIANCE, COMPLIANCE_USER, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: { id: number; publicId: string };
let admin: string;
let marta: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
  admin = await desk.signIn(account.publicId, ADMIN);
  marta = await desk.signIn(account.publicId, COMPLIANCE);
});
afterAll(() => desk.close());

const grant = (userId: number, granted: boolean, cookie = admin) =>
  desk.call("POST", `/api/people/${userId}/compliance`, { cookie, body: { granted } });
const roleOf = async (cookie: string) => (await desk.call("GET", "/api/session", { cookie })).body["role"];

test("an agent becomes compliance at once, in the session they have, and an agent again when it is withdrawn", async () => {
  expect(await roleOf(marta)).toBe("agent");
  const granted = await grant(COMPLIANCE_USER, true);
  expect(granted.body["items"]).toContainEqual({ hostUserId: COMPLIANCE_USER, name: "Marta Salazar", role: "agent", compliance: true });
  expect(await roleOf(marta)).toBe("compliance");
  expect((await desk.call("GET", "/api/journal", { cookie: marta })).status).toBe(200);
  await grant(COMPLIANCE_USER, false);
  expect(await roleOf(marta)).toBe("agent");
  expect((await desk.call("GET", "/api/journal", { cookie: marta })).status).toBe(403);
  expect(await desk.journalTypes(account.id)).toEqual(expect.arrayContaining(["compliance.granted", "compliance.withdrawn"]));
});

test("an administrator who holds it stays an administrator", async () => {
  expect((await grant(1, true)).body["items"]).toContainEqual(
    expect.objectContaining({ hostUserId: 1, role: "administrator", compliance: true }),
  );
  expect(await roleOf(admin)).toBe("administrator");
});

test("granting twice is one grant and one record", async () => {
  await grant(COMPLIANCE_USER, true);
  const before = (await desk.journalTypes(account.id)).length;
  expect((await grant(COMPLIANCE_USER, true)).status).toBe(200);
  expect((await desk.journalTypes(account.id)).length).toBe(before);
});

test("compliance may stop sending and read, not change settings or grant", async () => {
  expect((await desk.call("POST", "/api/account/stop", { cookie: marta, body: { reason: "Queja del deudor" } })).status).toBe(200);
  expect((await desk.call("POST", "/api/account/resume", { cookie: marta, body: { reason: "Resuelto" } })).status).toBe(403);
  expect((await desk.call("PATCH", "/api/account", { cookie: marta, body: { creditorName: "Otro" } })).status).toBe(403);
  expect((await grant(3, true, marta)).status).toBe(403);
});

test("nobody outside the helpdesk account gets it", async () => {
  expect(await grant(5, true)).toMatchObject({ status: 404, body: { code: "person.not_found" } });
});
