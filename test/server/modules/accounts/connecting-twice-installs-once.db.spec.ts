import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory } from "../../../../server/modules/accounts/index.js";
import { type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test("connecting an account a second time keeps its identity and makes nothing twice in the helpdesk", async () => {
  const first = await desk.connect();
  expect(first.status).toBe(200);
  expect(first.body["steps"]).toEqual(
    ["webhook", "tab", "team", "label", "bot", "templates"].map((step) => expect.objectContaining({ step, done: true })),
  );

  const second = await desk.connect({ creditorName: "Alameda" });
  expect(second.status).toBe(200);
  expect(second.body["account"]).toBe(first.body["account"]);

  const { world } = desk.sandbox;
  const ours = { webhooks: world.webhooks, apps: world.dashboardApps, bots: world.agentBots };
  for (const [what, table] of Object.entries(ours)) expect([what, table.where((row) => row.accountId === 1).length]).toEqual([what, 1]);
  expect(world.teams.where((row) => row.name.toLowerCase() === "saldo")).toHaveLength(1);
  expect(world.labels.where((row) => row.title === "saldo-persona")).toHaveLength(1);
  expect(world.webhooks.find((row) => row.accountId === 1)?.url).toMatch(/\/hooks\/chatwoot\/[\w-]{32}$/);

  const [account, ...others] = await desk.app.get(AccountDirectory).list();
  expect(others).toEqual([]);
  expect(account).toMatchObject({
    creditorName: "Alameda",
    inboxId: 1,
    inboxName: "Cobranza WhatsApp",
    dispatch: { enabled: false, stopped: false },
  });
  expect(await desk.journalTypes(account!.id)).toEqual(["account.connected", "account.connected"]);
});
