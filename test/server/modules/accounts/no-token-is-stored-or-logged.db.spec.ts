import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { ADMIN, AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("after connecting, signing in, failing to sign in, working and signing out, neither database nor log holds a secret", async () => {
  const { id, publicId } = await desk.connected();
  const cookie = await desk.signIn(publicId, AGENT);
  await desk.call("POST", "/api/session", { body: { account: publicId, accessToken: "mistyped-token-4711" } });
  const admin = await desk.signIn(publicId, ADMIN);
  const key = await desk.call("POST", "/api/keys", { cookie: admin, body: { name: "Pagos", scopes: ["payments:write"] } });
  desk.sandbox.faults.add({ kind: "error_500_before", match: "^GET " });
  await desk.clock.runFor(5 * MINUTE);
  desk.sandbox.faults.clear();
  await desk.call("DELETE", "/api/session", { cookie });

  const directory = desk.app.get(AccountDirectory);
  const secrets = {
    admin: ADMIN,
    agent: AGENT,
    mistyped: "mistyped-token-4711",
    bot: (await directory.senderAccess(id)).token,
    webhook: (await directory.webhookSecret(id))!,
    session: cookie.split("=")[1]!,
    adminSession: admin.split("=")[1]!,
    apiKey: String(key.body["secret"]),
    declaredBy: "Laura Medina",
  };
  for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThan(8);
  expect(secrets.bot).not.toBe(ADMIN);

  const dump = await dumpDatabase();
  expect(dump).toContain(publicId);
  const log = desk.logLines.join("");
  expect(log).not.toBe("");
  for (const [name, secret] of Object.entries(secrets)) {
    expect([name, dump.includes(secret), log.includes(secret)]).toEqual([name, false, false]);
  }
});

/** Every row of every table as text. */
async function dumpDatabase(): Promise<string> {
  const tables = await desk.db.rows<{ name: string }>(
    desk.db.dialectName === "sqlite"
      ? "select name from sqlite_master where type = 'table'"
      : "select table_name as name from information_schema.tables where table_schema = database()",
  );
  let dump = "";
  for (const { name } of tables) dump += JSON.stringify(await desk.db.rows(`select * from ${name}`));
  return dump;
}
