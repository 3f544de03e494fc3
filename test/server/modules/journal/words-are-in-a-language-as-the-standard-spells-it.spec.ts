import { expect, test } from "@jest/globals";
import { TimelineController } from "../../../../server/modules/journal/timeline.controller.js";

const record = (language?: string) => ({
  seq: 1,
  at: 0,
  type: "message.accepted",
  actor: "system:dispatch",
  payload: { ref: "r", ...(language === undefined ? {} : { language }) },
  personal: { text: "Olá" },
});

test("a message that WhatsApp has in pt_BR is read aloud in pt-BR", async () => {
  const records = [record("pt_BR"), record("es"), record()];
  const controller = new TimelineController(
    { ofDebtor: () => Promise.resolve(records) } as never,
    { id: () => Promise.resolve(1) } as never,
    { kindOf: () => "message", title: () => "", typesOf: () => [] } as never,
  );
  const input = { params: { id: "" }, query: { limit: 50, lang: "en" as const }, body: undefined };
  const page = await controller.timeline(input, { accountId: 1 } as never);
  expect(page.items.map(({ language }) => language)).toEqual(["pt-BR", "es", null]);
});
