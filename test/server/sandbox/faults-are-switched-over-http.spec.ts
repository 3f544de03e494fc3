import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("another process switches faults, plays the debtor and counts messages over HTTP", async () => {
  const { clock, conversation, template, call, get, post } = await stage();
  await template();
  const { id } = await conversation();

  const unknown = await post("/sandbox/api/faults", { kind: "earthquake" });
  await post("/sandbox/api/faults", { kind: "error_422_after", times: 1, accountId: 1 });
  const refused = await post(`conversations/${id}/messages`, templateMessage("r-http"));
  await post("/sandbox/api/faults", { kind: "throttled_429", times: 1, match: "^GET /api/v1/accounts/1/contacts$" });
  const throttled = await get("contacts");
  await clock.runFor(5_000);
  const counted = await get("/sandbox/api/messages?ref=r-http");
  const pressed = await post("/sandbox/api/press", { accountId: 1, messageId: counted.at("payload.0.id"), title: "Ya pagué" });
  const wrong = await post("/sandbox/api/press", { accountId: 1, messageId: counted.at("payload.0.id"), title: "Otra cosa" });
  await call("DELETE", "/sandbox/api/faults");

  expect([unknown.status, unknown.string("error").slice(0, 19)]).toEqual([422, "kind must be one of"]);
  expect(refused.status).toBe(422);
  expect([throttled.status, throttled.text]).toEqual([429, "Retry later\n"]);
  expect(counted.at("count")).toBe(1);
  expect(pressed.at("message.content")).toBe("Ya pagué");
  expect(wrong.status).toBe(422);
  expect((await get("/sandbox/api/faults")).body).toEqual([]);
});
