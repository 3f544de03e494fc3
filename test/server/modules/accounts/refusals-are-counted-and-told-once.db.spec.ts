import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { entities } from "../../../../server/entities.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { deliver, messageEvent } from "../host/support/deliver.js";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

const TOKEN = "a-token-that-is-nobodys";
const ADDRESS = "198.51.100.77";

let desk: Desk;
let account: { id: number; publicId: string };
let agent: string;
beforeAll(async () => {
  desk = await openDesk({ SALDO_TRUST_PROXY: "1" }, "none");
  account = await desk.connected();
  agent = await desk.signIn(account.publicId, AGENT);
});
afterAll(() => desk.close());

test("hundreds of refused requests: one line each in the log at first, and nothing in the journal yet", async () => {
  const headers = { "x-forwarded-for": ADDRESS };
  for (let time = 0; time < 30; time++) {
    await desk.call("POST", "/api/session", { body: { account: account.publicId, accessToken: TOKEN }, headers });
    await desk.call("GET", "/api/keys", { cookie: agent });
    await desk.call("GET", "/api/account", { bearer: "saldo_0193aaaa00007000800000000000ffff_AAAA" });
    await desk.call("POST", "/api/account/stop", { cookie: agent, headers: { origin: "https://elsewhere.example" }, body: {} });
    await deliver(desk, account.id, { body: messageEvent(), signature: "sha256=00" });
    await deliver(desk, account.id, { body: messageEvent(), key: "x".repeat(32) });
  }
  const told = lines();
  expect(told.map(({ event, accountId }) => `${event} ${accountId ?? "-"}`).sort()).toEqual([
    `access_denied ${account.id}`,
    "key_unknown -",
    "origin_refused -",
    `sign_in_failed ${account.id}`,
    `sign_in_limited ${account.id}`,
    "webhook_refused -",
    `webhook_refused ${account.id}`,
  ]);
  expect(told.every(({ count, reason }) => count === 1 && typeof reason === "string")).toBe(true);
  expect(await recorded()).toEqual([]);
});

test("a quarter of an hour later they are told together, in log and journal", async () => {
  desk.logLines.length = 0;
  await desk.clock.runFor(15 * MINUTE + 1);
  expect(
    lines()
      .map(({ event, count }) => `${event} ${count}`)
      .sort(),
  ).toEqual([
    "access_denied 30",
    "key_unknown 30",
    "origin_refused 30",
    "sign_in_failed 10",
    "sign_in_limited 20",
    "webhook_refused 30",
    "webhook_refused 30",
  ]);
  expect(await recorded()).toEqual([
    { refusal: "sign_in_failed", code: "host.access_token_refused", count: 10 },
    { refusal: "access_denied", code: "access.denied", count: 30 },
    { refusal: "webhook_refused", code: "webhook.unauthentic", count: 30 },
    { refusal: "sign_in_limited", code: "sign_in.too_many", count: 20 },
  ]);
});

test("no token, no key and no address is in any of it", () => {
  const everything = desk.logLines.join("\n");
  for (const secret of [TOKEN, ADDRESS, "0193aaaa00007000800000000000ffff", "elsewhere.example"]) expect(everything).not.toContain(secret);
});

test("what is still open is told when the process ends", async () => {
  await desk.call("GET", "/api/keys", { cookie: await desk.signIn(account.publicId, AGENT) });
  await desk.app.close();
  const orm = await openOrm(desk.config, entities);
  const rows = await orm.em.execute<object[]>("select seq from journal_record where account_id = ? and type = 'refusals.counted'", [
    account.id,
  ]);
  await orm.close(true);
  expect(rows).toHaveLength(5);
});

interface Line {
  readonly msg: string;
  readonly event: string;
  readonly accountId?: number;
  readonly reason: string;
  readonly count: number;
}

function lines(): Line[] {
  return desk.logLines.map((line) => JSON.parse(line) as Line).filter(({ msg }) => msg === "security.refused");
}

async function recorded(): Promise<object[]> {
  const rows = await desk.db.rows<{ payload: string }>(
    "select payload from journal_record where account_id = ? and type = 'refusals.counted' order by seq",
    [account.id],
  );
  return rows.map(({ payload }) => {
    const { refusal, code, count } = JSON.parse(payload) as Record<string, unknown>;
    return { refusal, code, count };
  });
}
