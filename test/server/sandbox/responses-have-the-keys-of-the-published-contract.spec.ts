import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stage, templateMessage } from "./support/stage.js";

const CONTRACT = fileURLToPath(new URL("../../../../shared/contracts/chatwoot-openapi.json", import.meta.url));
const present = existsSync(CONTRACT);
if (!present) process.stderr.write(`Skipped: the host's published contract is not at ${CONTRACT}.\n`);

/** What the published contract names and the host's own views do not send (read in its templates). */
const NOT_SENT: Record<string, readonly string[]> = {
  message_detailed: ["echo_id", "attachments"],
  conversation: ["applied_sla", "sla_events"],
};

(present ? test : test.skip)("responses have the keys of the host's published contract", async () => {
  const schemas = (JSON.parse(readFileSync(CONTRACT, "utf8")) as { components: { schemas: Record<string, { properties: object }> } })
    .components.schemas;
  const { clock, sandbox, conversation, template, post, get } = await stage();
  await template();
  const { id, contactId } = await conversation();
  await post(`conversations/${id}/messages`, templateMessage());
  sandbox.playDebtor({ accountId: 1, conversationId: id, text: "Hola" });
  await clock.runFor(2_000);
  const expectKeys = (schema: string, body: unknown) => {
    const wanted = Object.keys(schemas[schema]!.properties).filter((key) => !NOT_SENT[schema]?.includes(key));
    expect(Object.keys(body as object)).toEqual(expect.arrayContaining(wanted));
  };

  expectKeys("conversation", (await get(`conversations/${id}`)).body);
  expectKeys("message_detailed", (await get(`conversations/${id}/messages`)).at("payload.0"));
  expectKeys("contact_list_item", (await get(`contacts/${contactId}`)).at("payload"));
  expectKeys("agent", (await get("agents")).at("0"));
  expectKeys("team", (await get("teams")).at("0"));
  expectKeys("agent_bot", (await post("agent_bots", { name: "Saldo" })).body);
  const webhook = await post("webhooks", { webhook: { url: "http://127.0.0.1:9/x", name: "Saldo", subscriptions: ["message_created"] } });
  expectKeys("webhook", webhook.at("payload.webhook"));
});
