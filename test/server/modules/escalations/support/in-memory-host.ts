import { DomainError } from "../../../../../server/shared/errors.js";
import {
  type HostAccess,
  HostApi,
  type HostMessage,
  type HostMessageDraft,
  type SendOutcome,
} from "../../../../../server/modules/host/index.js";

const unused = (): Promise<never> => Promise.reject(new Error("This helpdesk only takes notes, labels and teams"));

const unread = (): AsyncIterable<never> => ({ [Symbol.asyncIterator]: () => ({ next: unused }) });

/** A helpdesk in memory for what cases ask of it. `away` makes it refuse everything; `deaf` makes it lose its answers to notes. */
export class InMemoryHost extends HostApi {
  readonly notes: HostMessage[] = [];
  readonly labels: string[] = [];
  readonly teams: number[] = [];
  opened = 0;
  urgent = 0;
  readonly agents: number[] = [];
  away: DomainError | null = null;
  deaf = false;

  postMessage(_access: HostAccess, draft: HostMessageDraft): Promise<SendOutcome> {
    if (this.away) return Promise.resolve({ kind: "not_created", reason: "unreachable", status: null });
    const id = 1_000 + this.notes.length;
    this.notes.push({
      id,
      conversationId: draft.conversationId,
      direction: "outgoing",
      private: draft.private ?? false,
      content: draft.content,
      status: "sent",
      sourceId: null,
      ref: draft.ref,
      inReplyTo: null,
      error: null,
      createdAt: 0,
      senderKind: "agent_bot",
      senderId: 1,
      deleted: false,
    });
    return Promise.resolve(
      this.deaf
        ? { kind: "unknown", reason: "timeout", status: null }
        : { kind: "accepted", hostMessageId: id, hostCreatedAt: 0, sourceId: null },
    );
  }

  messagesAfter(_access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[]> {
    return this.answer(() => this.notes.filter((note) => note.conversationId === conversationId && note.id > afterId));
  }

  addLabel(_access: HostAccess, _conversationId: number, label: string): Promise<void> {
    return this.answer(() => void this.labels.push(label));
  }

  assignTeam(_access: HostAccess, _conversationId: number, teamId: number): Promise<void> {
    return this.answer(() => void this.teams.push(teamId));
  }

  assignAgent(_access: HostAccess, _conversationId: number, hostUserId: number | null): Promise<void> {
    return this.answer(() => void this.agents.push(hostUserId ?? 0));
  }

  markUrgent(): Promise<void> {
    return this.answer(() => void this.urgent++);
  }

  resolveConversation(): Promise<void> {
    return this.answer(() => {});
  }

  openConversation(): Promise<void> {
    return this.answer(() => void this.opened++);
  }

  whoAmI = unused;
  listUsers = unused;
  listTemplates = unused;
  syncTemplates = unused;
  ensureContact = unused;
  whatsappIds = unused;
  contact = unused;
  conversation = unused;
  conversationsOf = unused;
  conversationsTo = unused;
  inboxState = unused;
  createConversation = unused;
  senderAccepted = unused;
  latestMessageId = unused;
  messagesSince = unused;
  allMessages = unread;
  conversationsSince = unread;

  private answer<T>(work: () => T): Promise<T> {
    return this.away ? Promise.reject(this.away) : Promise.resolve(work());
  }
}
