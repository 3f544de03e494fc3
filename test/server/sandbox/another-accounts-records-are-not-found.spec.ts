import { expect, test } from "@jest/globals";
import { OTHER_ACCOUNT_ADMIN, stage } from "./support/stage.js";

test("another account's records are not found, and its members are refused", async () => {
  const { conversation, get, post } = await stage();
  const { contactId } = await conversation();

  const refused = await get("contacts", OTHER_ACCOUNT_ADMIN);
  const missing = await get(`/api/v1/accounts/2/contacts/${contactId}`, OTHER_ACCOUNT_ADMIN);
  const strangeInbox = await post("/api/v1/accounts/2/conversations", { inbox_id: 1, contact_id: contactId }, OTHER_ACCOUNT_ADMIN);
  const noToken = await get("contacts", "nonsense");

  expect([refused.status, refused.body]).toEqual([401, { error: "You are not authorized to access this account" }]);
  expect([missing.status, missing.body]).toEqual([404, { error: "Resource could not be found" }]);
  expect(strangeInbox.status).toBe(404);
  expect([noToken.status, noToken.body]).toEqual([401, { error: "Invalid Access Token" }]);
});
