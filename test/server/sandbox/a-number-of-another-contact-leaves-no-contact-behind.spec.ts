import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("binding a number that another contact holds is refused, leaves no contact and tells nobody", async () => {
  const { clock, sandbox, call, conversation, post, subscribe } = await stage();
  const { contactId } = await conversation("+573001112233");
  await call("PATCH", `contacts/${contactId}`, { phone_number: "+573009998877" });
  await clock.runFor(1_000);
  const { received } = await subscribe("contact_created");

  const refused = await post("contacts", { name: "Otra", phone_number: "+573001112233", inbox_id: 1 });
  await clock.runFor(1_000);

  expect([refused.status, refused.at("attributes")]).toEqual([422, ["source_id"]]);
  expect(sandbox.contacts.size).toBe(1);
  expect(received).toEqual([]);
});
