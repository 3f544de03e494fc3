import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { AccountDirectory, AccountHealth, HostTroubles } from "../../../../server/modules/accounts/index.js";
import { type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({}, "none");
});
beforeEach(async () => {
  account = (await desk.connected()).id;
});
afterAll(() => desk?.close());

const troubles = async () => (await desk.app.get(HostTroubles).of(account)).map(({ trouble }) => trouble);
const lookOver = () => desk.app.get(AccountHealth).lookOver(account);
const team = async () => (await desk.app.get(AccountDirectory).get(account)).teamId;

test("nothing is missing right after connecting, and looking changes nothing", async () => {
  await lookOver();
  expect(await troubles()).toEqual([]);
  expect(await desk.journalTypes(account)).not.toContain("account.sender_renewed");
});

test("team, label and tab that were deleted are told of once, and sending goes on", async () => {
  const { world } = desk.sandbox;
  world.teams.delete((await team())!);
  world.labels.delete(world.labels.find((row) => row.accountId === 1)!.id);
  world.dashboardApps.delete(world.dashboardApps.find((row) => row.accountId === 1)!.id);
  await lookOver();
  await lookOver();
  expect(await troubles()).toEqual(["label_missing", "tab_missing", "team_missing"]);
  expect((await desk.journalTypes(account)).filter((type) => type === "account.troubled")).toHaveLength(3);
  const halting = await desk.db.rows("select trouble from host_trouble where account_id = ? and halts = 1", [account]);
  expect(halting).toEqual([]);
});

test("connecting again makes them anew, and cases go to the new team", async () => {
  const { world } = desk.sandbox;
  // Made by the `beforeEach`.
  expect(await troubles()).toEqual([]);
  expect(world.teams.get(await team())).toMatchObject({ name: "saldo" });
  expect(await desk.journalTypes(account)).toContain("account.recovered");
});

test("a team that somebody chose in the settings stays through connecting again, as long as it is there", async () => {
  const chosen = desk.sandbox.world.teams.find((row) => row.name === "cartera")!;
  await desk.db.inUnitOfWork("test", () => desk.db.run("update account set team_id = ? where id = ?", [chosen.id, account]));
  desk.app.get(AccountDirectory).invalidate();
  await desk.connected();
  expect(await team()).toBe(chosen.id);
});

test("a bot whose token was reset is noticed without a message being refused", async () => {
  desk.sandbox.world.agentBots.find((row) => row.accountId === 1)!.accessToken = "reset-by-somebody";
  await lookOver();
  expect((await desk.app.get(AccountDirectory).senderAccess(account)).token).toBe("reset-by-somebody");
  expect(await desk.journalTypes(account)).toContain("account.sender_renewed");
  expect(await troubles()).toEqual([]);
});

test("a demoted administrator is told of, whether anything fails or not", async () => {
  desk.sandbox.world.membership(1, 1)!.role = "agent";
  desk.sandbox.world.inboxes.must(1).memberIds.push(1);
  await lookOver();
  expect(await troubles()).toEqual(["token_demoted"]);
  desk.sandbox.world.membership(1, 1)!.role = "administrator";
});

test("a helpdesk that does not answer proves nothing: what was known stays known", async () => {
  const fault = desk.sandbox.faults.add({ kind: "error_500_before", match: "." });
  await lookOver();
  expect(await desk.app.get(AccountHealth).sound(account)).toBe(false);
  expect(await troubles()).toEqual([]);
  desk.sandbox.faults.remove(fault);
  expect(await desk.app.get(AccountHealth).sound(account)).toBe(true);
});
