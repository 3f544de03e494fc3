import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { MINUTE, SECOND } from "../../../../server/shared/instant.js";
import { deliver, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({ SALDO_POLL_MS: "60000" });
  account = (await desk.connected()).id;
});
afterAll(() => desk.close());

const change = (blocked: boolean, ...attributes: string[]) => ({
  event: "contact_updated",
  id: 7,
  account: { id: 1, name: "Alameda Hogar" },
  phone_number: "+573001112233",
  blocked,
  changed_attributes: attributes.map((name) => ({ [name]: { previous_value: null, current_value: name === "blocked" ? blocked : "x" } })),
});

test("an installation from before asks for it as soon as its webhook is looked at, and keeps its secret", async () => {
  const webhook = desk.sandbox.world.webhooks.find((row) => row.accountId === 1)!;
  const { secret, id } = webhook;
  webhook.subscriptions = webhook.subscriptions.filter((event) => event !== "contact_updated");
  await desk.clock.runFor(11 * MINUTE);
  const present = desk.sandbox.world.webhooks.where((row) => row.accountId === 1);
  expect(present).toEqual([expect.objectContaining({ id, secret, subscriptions: expect.arrayContaining(["contact_updated"]) })]);
});

test.each([
  ["a name", change(false, "name", "updated_at"), false],
  ["that somebody wrote", change(false, "last_activity_at", "updated_at"), false],
  ["blocked", change(true, "blocked", "updated_at"), true],
  ["blocked no longer", change(false, "blocked", "updated_at"), true],
  ["anything, of somebody who is blocked", change(true, "name"), true],
  ["nobody knows what", { ...change(false), changed_attributes: undefined }, false],
])("%s", async (_, body, kept) => {
  const before = (await storedDeliveries(desk)).filter(({ event }) => event === "contact_updated").length;
  expect(await deliver(desk, account, { body })).toBe(200);
  await desk.clock.runFor(SECOND);
  const after = (await storedDeliveries(desk)).filter(({ event }) => event === "contact_updated");
  expect(after).toHaveLength(before + (kept ? 1 : 0));
  expect(after.every(({ problem }) => problem === null)).toBe(true);
});

test("of a contact who is nobody's debtor nothing is kept", async () => {
  expect(await desk.db.rows("select id from contact_block where account_id = ?", [account])).toEqual([]);
});
