import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("a bot token may write messages and is refused everywhere else with the host's own words", async () => {
  const { conversation, post, get } = await stage();
  const { id } = await conversation();
  const bot = await post("agent_bots", { name: "Saldo" });
  const token = bot.string("access_token");

  const refused = [
    await get("contacts", token),
    await get("conversations", token),
    await get(`conversations/${id}/messages`, token),
    await get("/api/v1/profile", token),
  ];
  const message = await post(`conversations/${id}/messages`, { content: "nota", private: true }, token);
  const labels = await post(`conversations/${id}/labels`, { labels: ["saldo"] }, token);

  for (const answer of refused) {
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: "Access to this endpoint is not authorized for bots" });
  }
  expect(message.status).toBe(200);
  expect(message.at("sender")).toMatchObject({ name: "Saldo", type: "agent_bot" });
  expect(labels.body).toEqual({ payload: ["saldo"] });
});
