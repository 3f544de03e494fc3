import { Injectable } from "@nestjs/common";
import { Logger } from "../../platform/observability/logger.js";
import { SECOND } from "../../shared/instant.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { type HostAccess, HostApi, type InboxState } from "./host-api.port.js";
import { HostConversationStore } from "./conversations/host-conversation.store.js";
import { inboxNote } from "./inbox-notes.words.js";

const TIMEOUT = 10 * SECOND;

/**
 * Tells the people of the desk in the helpdesk itself that the inbox closed or opened: a private note in the conversation of that inbox in which
 * somebody wrote last. Tried once: the panel, the journal and `doctor` tell it as well, and twice the same note is worse than none.
 */
@Injectable()
export class InboxNotes {
  constructor(
    private readonly api: HostApi,
    private readonly accounts: HostAccounts,
    private readonly conversations: HostConversationStore,
    private readonly logger: Logger,
  ) {}

  async write(access: HostAccess, inboxId: number, state: InboxState): Promise<void> {
    const { accountId } = access;
    const account = await this.accounts.get(accountId);
    const conversation = await this.conversations.latest(accountId, inboxId);
    if (!conversation) return;
    const content = inboxNote(state, account.locale);
    const draft = { conversationId: conversation.conversationId, content, ref: null, private: true };
    const outcome = await this.api.postMessage(access, draft, TIMEOUT);
    if (outcome.kind !== "accepted") this.logger.warn("host.note_not_written", { accountId, reason: outcome.reason });
  }
}
