import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("the host strips quotes and angle brackets from template parameters", async () => {
  const { clock, sandbox, conversation, template, post } = await stage();
  await template();
  const { id } = await conversation();

  await post(`conversations/${id}/messages`, templateMessage("r-1", { "1": " D'Souza <x> ", "2": "y".repeat(1_200) }));
  await clock.runFor(5_000);

  const [component] = sandbox.graphRequests[0]!.payload["components"] as { parameters: { text: string }[] }[];
  expect(component!.parameters.map((parameter) => parameter.text)).toEqual(["DSouza x", "y".repeat(1_000)]);
});
