import { expect, test } from "@jest/globals";
import { stage, templateMessage } from "./support/stage.js";

test("a value that carries Liquid is rendered by the host: unknown names vanish, known ones leak", async () => {
  const { clock, sandbox, conversation, template, post } = await stage();
  await template();
  const { id } = await conversation();

  const sent = await post(`conversations/${id}/messages`, {
    ...templateMessage("r-1", { "1": "Ana {{ secret }}", "2": "{{contact.phone_number}}" }),
    content: "Hola {{ secret }}{% if true %}!{% endif %}",
  });
  await clock.runFor(5_000);

  const [component] = sandbox.graphRequests[0]!.payload["components"] as { parameters: { text: string }[] }[];
  expect(sent.at("content")).toBe("Hola !");
  expect(component!.parameters.map((parameter) => parameter.text)).toEqual(["Ana", "+573001112233"]);
});
