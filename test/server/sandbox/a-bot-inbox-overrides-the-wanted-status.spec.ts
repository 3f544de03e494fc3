import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("an inbox with a bot starts every conversation as pending, whatever was asked for", async () => {
  const { post, get, conversation } = await stage();
  const bot = await post("agent_bots", { name: "Otro" });
  const attached = await post("inboxes/1/set_agent_bot", { agent_bot: bot.at("id") });

  const { id } = await conversation();

  expect([attached.status, attached.text]).toEqual([200, ""]);
  expect((await get(`conversations/${id}`)).body).toMatchObject({ status: "pending", meta: { assignee_type: "AgentBot" } });
});
