import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Conversations } from "../../../../server/modules/host/index.js";
import { phoneKey } from "../../../../server/shared/phone-key.js";
import { LookupHash } from "../../../../server/platform/crypto/lookup-hash.js";
import { DAY, SECOND } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "./support/desk.js";

let desk: Desk;
let account: number;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  account = (await desk.connected()).id;
});
afterAll(() => desk?.close());

const NUMBERS = [
  ["Mexico", "+525512345678", "5215512345678"],
  ["Argentina", "+541123456789", "5491123456789"],
  ["Brazil", "+5511987654321", "551187654321"],
] as const;

for (const [index, [country, written, answering]] of NUMBERS.entries()) {
  test(`${country}: the conversation is kept under the key the debtor is looked up by, whichever spelling WhatsApp answers with`, async () => {
    const debtor = 21 + index;
    const hash = desk.app.get(LookupHash).of(account, "phone", phoneKey(written));
    const person = { phone: written, name: "Ana", identifier: `0193aaaa-0000-7000-8000-0000000000${debtor}` };
    const conversations = desk.app.get(Conversations);
    const made = await conversations.ensure(account, debtor, person);
    expect(made.sourceIdHash).toBe(hash);
    // The helpdesk knows the line under its other spelling.
    const conversation = desk.sandbox.world.conversation(1, made.conversationId)!;
    Object.assign(desk.sandbox.world.contactInboxes.must(conversation.contactInboxId), { sourceId: answering });
    await desk.clock.runFor(DAY + SECOND);
    const again = await conversations.ensure(account, debtor, person);
    expect(again).toMatchObject({ conversationId: made.conversationId, sourceIdHash: hash, sourceIdSeenAt: desk.clock.now() });
  });
}
