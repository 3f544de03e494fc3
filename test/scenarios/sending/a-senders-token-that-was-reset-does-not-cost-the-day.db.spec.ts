import { afterEach, expect, test } from "@jest/globals";
import { MINUTE } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { journalOf } from "../support/journal-of.js";
import { RequestLog } from "../support/request-log.js";

let desk: Desk;
afterEach(() => desk?.close());

const TEN = debtsFile(Array.from({ length: 10 }, () => ({})));

/** What an administrator of the helpdesk does to Saldo's bot. */
async function bot(method: "POST" | "DELETE", action = ""): Promise<void> {
  const [own] = desk.sandbox.world.agentBots.where((row) => row.name === "Saldo" && row.accountId === 1);
  const url = `${desk.sandbox.url}/api/v1/accounts/1/agent_bots/${own!.id}${action}`;
  await desk.clock.during(() => fetch(url, { method, headers: { api_access_token: TOKENS.admin } }));
}

test.each([
  ["reset", () => bot("POST", "/reset_access_token")],
  ["gone with its bot", () => bot("DELETE")],
])("the token was %s: the new one is read, and the same steps go out the same day", async (_what, act) => {
  desk = await openDesk({ debts: TEN });
  await act();
  const requests = new RequestLog(desk.sandbox);
  await desk.turnOn();
  await desk.clock.runFor(5 * MINUTE);
  expect(desk.sent()).toHaveLength(10);
  expect(new Set(desk.sent().map(({ ref }) => ref)).size).toBe(10);
  // Those in flight when the first was refused, and the question whether the token is taken.
  expect(requests.count(/ 401$/)).toBeLessThanOrEqual(9);
  expect(await journalOf(desk, "account.sender_renewed")).toHaveLength(1);
  expect(await journalOf(desk, "account.troubled", "message.parked")).toEqual([]);
  const attempts = await desk.db.rows<{ counts: number }>("select counts from contact_attempt where account_id = ?", [desk.account.id]);
  expect(attempts).toEqual(Array.from({ length: 10 }, () => ({ counts: 1 })));
});

test("reset while nothing is due: it is noticed all the same, and nothing is ever refused", async () => {
  desk = await openDesk({ debts: TEN });
  await bot("POST", "/reset_access_token");
  await desk.clock.runFor(11 * MINUTE);
  expect(await journalOf(desk, "account.sender_renewed")).toHaveLength(1);
  const requests = new RequestLog(desk.sandbox);
  await desk.turnOn();
  await desk.clock.runFor(5 * MINUTE);
  expect(desk.sent()).toHaveLength(10);
  expect(requests.count(/ 401$/)).toBe(0);
});
