import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("contacts are found by exact phone, with or without plus, and unknown attributes are refused with the list of known ones", async () => {
  const { conversation, post } = await stage();
  const { contactId } = await conversation("+573001112233");
  await conversation("+573001112244");
  const filter = (attribute_key: string, value: string) =>
    post("contacts/filter", { payload: [{ attribute_key, filter_operator: "equal_to", values: [value], query_operator: null }] });

  const found = await filter("phone_number", "573001112233");
  const owner = await post("contact_inboxes/filter", { inbox_id: 1, source_id: "573001112233" });
  const nobody = await post("contact_inboxes/filter", { inbox_id: 1, source_id: "57300" });
  const refused = await filter("shoe_size", "44");

  expect(found.at("meta")).toEqual({ count: 1, current_page: 1 });
  expect(found.at("payload.0.id")).toBe(contactId);
  expect(owner.at("id")).toBe(contactId);
  expect([nobody.status, nobody.text]).toEqual([404, ""]);
  expect(refused.status).toBe(422);
  expect(refused.string("error")).toMatch(/^Invalid attribute key - \[shoe_size\]/u);
});
