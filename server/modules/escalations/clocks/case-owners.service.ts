import { Injectable } from "@nestjs/common";
import type { HostConversationState, HostMessage } from "../../host/index.js";
import { EscalationsStore } from "../escalations.store.js";
import { CaseEvents } from "./case-events.service.js";

/** What people do in the helpdesk about a case beside answering: whose it is, and notes they write to each other. */
@Injectable()
export class CaseOwners {
  constructor(
    private readonly store: EscalationsStore,
    private readonly events: CaseEvents,
  ) {}

  /** In the caller's unit of work. Changes come in any order: an older one than is known changes nothing. */
  async conversationChanged(accountId: number, { id, assigneeId, updatedAt: at }: HostConversationState): Promise<void> {
    if (assigneeId === undefined) return;
    await this.store.lockDebtor(accountId, id);
    const open = await this.store.lockOpen(accountId, id);
    const owner = assigneeId === null ? null : `user:${assigneeId}`;
    if (!open || !(await this.store.owned(accountId, open.id, owner, at))) return;
    await this.events.record(accountId, open.id, [{ kind: "assigned", at, owner, source: `assigned:${at}` }]);
  }

  /** A private note answers nobody, but somebody is at it. */
  async wrote(accountId: number, message: HostMessage): Promise<void> {
    if (!message.private || message.senderKind !== "user" || message.ref !== null) return;
    const open = await this.store.lockOpen(accountId, message.conversationId);
    if (!open) return;
    const { id, createdAt: at } = message;
    await this.events.record(accountId, open.id, [{ kind: "wrote", author: "note", at, source: `message:${id}` }]);
  }
}
