import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { HostEvents } from "../../../../server/modules/host/index.js";
import { DAY, MINUTE } from "../../../../server/shared/instant.js";
import { remindedDebtor, type RemindedDebtor } from "./support/reminded-debtor.js";

let debtor: RemindedDebtor;
beforeAll(async () => {
  debtor = await remindedDebtor();
});
afterAll(() => debtor?.close());

test("the dispute is held and a person called, but free text would no longer arrive", async () => {
  const { desk, conversationId } = debtor;
  const [account] = await debtor.rows<{ inbox_id: number }>("select inbox_id from account where id = ?");
  const inboxId = account?.inbox_id ?? 0;
  const createdAt = desk.clock.now() - DAY;
  await desk.db.inUnitOfWork("test", () =>
    desk.app.get(HostEvents).message(
      desk.account.id,
      {
        id: 9_001,
        conversationId,
        direction: "incoming",
        private: false,
        content: "No estoy de acuerdo",
        status: null,
        sourceId: "wamid.late",
        ref: null,
        inReplyTo: null,
        error: null,
        createdAt,
        senderKind: "contact",
        senderId: 1,
        deleted: false,
      },
      { id: conversationId, inboxId, contactId: 1, status: "open", sourceId: null, labels: [], updatedAt: createdAt },
    ),
  );
  await desk.clock.runFor(MINUTE);
  expect(await debtor.rows("select reason from hold where account_id = ?")).toEqual([{ reason: "dispute" }]);
  expect(await debtor.rows("select reason from escalation where account_id = ?")).toEqual([{ reason: "dispute" }]);
  expect(await debtor.rows("select id from outbox_message where account_id = ? and kind = 'reply'")).toEqual([]);
});
