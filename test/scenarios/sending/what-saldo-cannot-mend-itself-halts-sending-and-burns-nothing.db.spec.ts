import { afterEach, expect, test } from "@jest/globals";
import type { AccountSettings } from "../../../server/contract/accounts.contract.js";
import { SetupCodes } from "../../../server/modules/accounts/index.js";
import { HOUR, MINUTE } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { connection, type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { journalOf } from "../support/journal-of.js";
import { RequestLog } from "../support/request-log.js";

let desk: Desk;
afterEach(() => desk?.close());

const TEN = debtsFile(Array.from({ length: 10 }, () => ({})));
const NEW_TOKEN = "sandbox-token-laura-renewed";

const states = () =>
  desk.db.rows<{ state: string; n: number }>("select state, count(*) as n from outbox_message where account_id = ? group by state", [
    desk.account.id,
  ]);
const admin = () => desk.sandbox.world.users.must(1);
const membership = () => desk.sandbox.world.membership(1, 1)!;
const ownBot = () => desk.sandbox.world.agentBots.find((row) => row.name === "Saldo" && row.accountId === 1)!;

/** As somebody of the staff sees them; whoever was signed in for long has to sign in anew while nobody can be looked up. */
async function settingsSeen(): Promise<AccountSettings> {
  return (await desk.signIn(TOKENS.agent)).call("GET", "/api/account");
}

async function reconnect(accessToken: string): Promise<void> {
  const { code } = await desk.app.get(SetupCodes).create();
  await desk.admin.call("POST", "/api/setup/connect", { ...connection(desk.sandbox.url, code), accessToken });
}

const CASES: readonly {
  readonly name: string;
  readonly trouble: string;
  readonly harm: () => void;
  readonly mend: () => Promise<void>;
}[] = [
  {
    name: "the administrator's token was reset",
    trouble: "token_refused",
    harm: () => (admin().accessToken = NEW_TOKEN),
    mend: () => reconnect(NEW_TOKEN),
  },
  {
    name: "the administrator's token and the sender's were reset",
    trouble: "token_refused",
    harm: () => {
      admin().accessToken = NEW_TOKEN;
      ownBot().accessToken = "reset-too";
    },
    mend: () => reconnect(NEW_TOKEN),
  },
  {
    name: "the sender's token was reset, and the administrator is none any more",
    trouble: "sender_refused",
    harm: () => {
      ownBot().accessToken = "reset-too";
      membership().role = "agent";
      desk.sandbox.world.inboxes.must(1).memberIds.push(1);
    },
    mend: async () => {
      membership().role = "administrator";
      await desk.clock.runFor(11 * MINUTE);
    },
  },
];

test.each(CASES)("$name: halted, told once, and the same steps go out when it is mended", async ({ trouble, harm, mend }) => {
  desk = await openDesk({ debts: TEN });
  await desk.turnOn();
  harm();
  const requests = new RequestLog(desk.sandbox);
  await desk.clock.runFor(HOUR);
  expect(desk.sent()).toEqual([]);
  expect(await states()).toEqual([{ state: "planned", n: 10 }]);
  expect(requests.count(/POST .*\/messages /)).toBeLessThanOrEqual(8 + 10);
  expect(await journalOf(desk, "account.troubled")).toContainEqual({ type: "account.troubled", trouble, halts: true });
  expect((await journalOf(desk, "account.troubled")).filter((record) => record["trouble"] === trouble)).toHaveLength(1);
  const settings = await settingsSeen();
  expect(settings.dispatch).toMatchObject({ enabled: true, stopped: false });
  expect(settings.troubles).toContainEqual({ trouble, halts: true, since: expect.any(String) });

  await mend();
  await desk.clock.runFor(5 * MINUTE);
  expect(desk.sent()).toHaveLength(10);
  expect(await journalOf(desk, "account.recovered")).toContainEqual({ type: "account.recovered", trouble, halts: true });
  expect((await settingsSeen()).troubles).toEqual([]);
  expect(await journalOf(desk, "message.parked")).toEqual([]);
});

test("the helpdesk is away for an hour: nothing is burnt, and everything goes out afterwards", async () => {
  desk = await openDesk({ debts: TEN });
  desk.sandbox.faults.add({ kind: "request_lost", match: "." });
  await desk.turnOn();
  const requests = new RequestLog(desk.sandbox);
  await desk.clock.runFor(HOUR);
  expect(await states()).toEqual([{ state: "planned", n: 10 }]);
  expect(requests.count()).toBe(0);
  desk.sandbox.faults.clear();
  await desk.clock.runFor(10 * MINUTE);
  expect(desk.sent()).toHaveLength(10);
});
