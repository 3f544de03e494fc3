import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { deliver, messageEvent, storedDeliveries } from "./support/deliver.js";
import { type Desk, openDesk, OTHER_ADMIN } from "./support/desk.js";

let desk: Desk;
let alameda: number;
let condor: number;
beforeAll(async () => {
  desk = await openDesk();
  alameda = (await desk.connected()).id;
  const other = await desk.connect({ hostAccountId: 2, accessToken: OTHER_ADMIN });
  condor = (await desk.app.get(AccountDirectory).byPublicId(String(other.body["account"])))!.id;
});
afterAll(() => desk.close());

const condorsBody = messageEvent({ account: { id: 2, name: "Ferretería El Cóndor" } });

test("a body of another account under our key and secret is refused, and nothing changes for either", async () => {
  expect(await deliver(desk, alameda, { body: condorsBody })).toBe(403);
  await desk.clock.idle();
  expect(await storedDeliveries(desk)).toEqual([]);
  expect(desk.messages).toEqual([]);
});

test("our secret does not open another account's door", async () => {
  const directory = desk.app.get(AccountDirectory);
  const { webhookKey } = await directory.get(condor);
  expect(await deliver(desk, alameda, { body: condorsBody, key: webhookKey })).toBe(401);
  expect(await storedDeliveries(desk)).toEqual([]);
});

test("each account's own delivery arrives at that account alone", async () => {
  expect(await deliver(desk, condor, { body: condorsBody })).toBe(200);
  await desk.clock.idle();
  expect(desk.messages.map(({ accountId }) => accountId)).toEqual([condor]);
});
