import type { INestApplicationContext } from "@nestjs/common";
import { type Account, AccountDirectory } from "../modules/accounts/index.js";
import { HostApi, HostReadiness } from "../modules/host/index.js";
import { toIso } from "../shared/instant.js";

/** What the account's inbox says of itself now, and how to mend it. */
export async function inboxInWords(app: INestApplicationContext, { id, inboxId }: Account): Promise<string> {
  switch (await app.get(HostApi).inboxState(await app.get(AccountDirectory).hostAccess(id), inboxId)) {
    case "reauthorise":
      throw new Error(
        "WhatsApp must be authorised again, and until then what debtors write may be dropped: no reminder is sent. Reconnect it in the helpdesk under Settings, Inboxes",
      );
    case "gone":
      throw new Error("it was removed from the helpdesk: no reminder is sent. Connect the account again and choose another inbox");
    case "not_whatsapp":
      throw new Error("it is no WhatsApp inbox any more: no reminder is sent. Connect the account again and choose a WhatsApp inbox");
    case "open":
      return "takes messages";
  }
}

/** Whether what debtors write is read. */
export async function hearingInWords(app: INestApplicationContext, accountId: number): Promise<string> {
  const readiness = app.get(HostReadiness);
  const { unreadSince } = await readiness.of(accountId);
  if (unreadSince !== null) throw new Error(`reading what was written since ${toIso(unreadSince)}; nothing is sent until it is read`);
  const unheard = await readiness.unheardConversations(accountId);
  const [first] = unheard;
  if (!first) return "what debtors write is read";
  throw new Error(
    `${unheard.length} conversations cannot be read, the first is ${first.conversationId} (${first.problem}): their debtors are not reminded`,
  );
}
