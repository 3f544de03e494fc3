import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: { id: number; publicId: string };
let admin: string;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = await desk.connected();
  admin = await desk.signIn(account.publicId, ADMIN);
});
afterAll(() => desk?.close());

const team = async () => (await desk.app.get(AccountDirectory).get(account.id)).teamId;
const choose = (teamId: number | null) => desk.call("PATCH", "/api/account", { cookie: admin, body: { teamId } });

test("those there are can be read by everybody who works there", async () => {
  const agent = await desk.signIn(account.publicId, AGENT);
  const { body } = await desk.call("GET", "/api/teams", { cookie: agent });
  expect(body).toEqual({ items: [expect.objectContaining({ name: "cartera" }), { id: await team(), name: "saldo" }] });
});

test("one that is not there is refused, and nothing changes", async () => {
  const before = await team();
  const refused = await choose(9999);
  expect(refused).toMatchObject({ status: 422, body: { code: "team.unknown", fields: [{ field: "teamId" }] } });
  expect(await team()).toBe(before);
});

test("none, and one that is there, are taken", async () => {
  const before = await team();
  expect((await choose(null)).body).toMatchObject({ teamId: null });
  expect((await choose(before)).body).toMatchObject({ teamId: before });
});
