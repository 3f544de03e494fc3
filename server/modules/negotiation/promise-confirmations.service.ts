import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Conversations } from "../host/index.js";
import { Replies } from "../outbox/index.js";
import { REPLY_WINDOW } from "../policy/rules.js";
import type { PromiseRecord } from "./promises.store.js";

/** What a person recorded for a debtor is confirmed to the debtor, as what the debtor says by button is. */
@Injectable()
export class PromiseConfirmations {
  constructor(
    private readonly clock: Clock,
    private readonly conversations: Conversations,
    private readonly replies: Replies,
  ) {}

  /**
   * In the caller's unit of work. A promise is confirmed once, however often it is recorded; where the debtor has not written within the window
   * of free text, nothing is sent: a promise on the telephone is no reason for a new contact.
   * @returns whether a confirmation is on its way
   */
  async send(accountId: number, promise: PromiseRecord, references: readonly string[]): Promise<boolean> {
    const { debtorId, publicId, amountMinor: minor, currency, dueDate: date } = promise;
    const conversation = await this.conversations.byDebtor(accountId, debtorId);
    const inboundAt = conversation?.lastInboundAt ?? null;
    if (!conversation || inboundAt === null || this.clock.now() >= inboundAt + REPLY_WINDOW) return false;
    const { conversationId } = conversation;
    const values = { promised: [{ minor, currency }], date, references };
    // As the dialog with the debtor does: a promise is one answer, whoever wrote it down.
    const dedupe = `promise/${publicId}`;
    return this.replies.enqueue(accountId, { debtorId, conversationId, inboundAt, template: "promise_confirmed", values, dedupe });
  }
}
