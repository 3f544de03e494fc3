import { Injectable } from "@nestjs/common";
import { SECOND } from "../../shared/instant.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { type HostAccess, HostApi } from "../host/index.js";
import { noteText } from "./case-reason.words.js";
import { LevelNotes } from "./clocks/level-notes.reader.js";
import type { HostAction } from "./host-actions.store.js";

const NOTE_TIMEOUT = 10 * SECOND;

/** One action in the helpdesk, one request. As the bot: what Saldo does is not an agent's doing, and opening a conversation assigns it to nobody. */
@Injectable()
export class HostDeeds {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly host: HostApi,
    private readonly levels: LevelNotes,
  ) {}

  /** @returns what went wrong, as a code; null when it is done. @throws DomainError `host.*` */
  async act(account: Account, action: HostAction): Promise<string | null> {
    const access = await this.accounts.senderAccess(account.id);
    if (action.kind === "note") return this.note(account, access, action);
    await this.set(account, access, action);
    return null;
  }

  private async set(account: Account, access: HostAccess, { kind, conversationId, target = null }: HostAction): Promise<void> {
    const label = target ?? account.label;
    const teamId = target === null ? account.teamId : Number(target);
    if (kind === "open") await this.host.openConversation(access, conversationId);
    else if (kind === "urgent") await this.host.markUrgent(access, conversationId);
    else if (kind === "label" && label !== "") await this.host.addLabel(access, conversationId, label);
    else if (kind === "assign" && teamId !== null) await this.host.assignTeam(access, conversationId, teamId);
    else if (kind === "agent") await this.host.assignAgent(access, conversationId, target === null ? null : Number(target));
    else if (kind === "resolve") await this.host.resolveConversation(access, conversationId);
  }

  private async note(account: Account, access: HostAccess, action: HostAction): Promise<string | null> {
    const { conversationId, publicId, reason, attempts, afterMessageId, target = null } = action;
    if (attempts > 1) {
      // A bot may not list messages.
      const later = await this.host.messagesAfter(await this.accounts.hostAccess(account.id), conversationId, afterMessageId);
      if (later.some((message) => message.ref === publicId)) return null;
    }
    const content = target === null ? noteText(reason, account.locale) : await this.levels.text(account, target);
    // The case is gone: there is nothing to say about it.
    if (content === null) return null;
    const outcome = await this.host.postMessage(access, { conversationId, content, ref: publicId, private: true }, NOTE_TIMEOUT);
    return outcome.kind === "accepted" ? null : `${outcome.kind}.${outcome.reason}`;
  }
}
