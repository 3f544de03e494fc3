import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { AccountDirectory } from "../accounts/index.js";
import { PolicyDesk } from "../policy/index.js";
import type { ContactIntent, Decision } from "../policy/rules.js";
import { leadingRule } from "./domain/digest.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";
import { RecipientsView } from "./recipients.view.js";

const CHUNK = 500;

/** Asks the policy when planning, so that the plan shows who may be written to and who not. The answer that binds is the claim's. */
@Injectable()
export class OutboxReview {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly rows: WorkRows,
    private readonly store: OutboxStore,
    private readonly recipients: RecipientsView,
    private readonly policy: PolicyDesk,
  ) {}

  /** Decides every planned cadence message as of now and notes verdict and rule; moves the start to the next lawful opening. */
  async reviewPlanned(accountId: number): Promise<void> {
    const subjectOf = (message: MessageRecord) => ({ subject: OUTBOX_MESSAGE, subjectId: message.id, debtorId: message.debtor_id });
    const resting = await this.rows.resting(accountId, "plan", OUTBOX_MESSAGE);
    for (let after = 0; ;) {
      const messages = await this.store.plannedAfter(accountId, after, CHUNK);
      if (messages.length === 0) return;
      after = messages[messages.length - 1]!.id;
      const awake = messages.filter(({ id }) => !resting.has(id));
      await this.rows.inHalves({ accountId, work: "plan", subjectOf }, awake, async (part) => {
        const decisions = await this.decide(accountId, part);
        await this.db.inUnitOfWork("outbox.review", async () => {
          for (const [index, message] of part.entries()) await this.note(accountId, message, decisions[index] ?? null);
        });
      });
    }
  }

  /** What the policy would say now, message by message. */
  async decide(accountId: number, messages: readonly MessageRecord[]): Promise<(Decision | null)[]> {
    const account = await this.accounts.get(accountId);
    const now = this.clock.now();
    const recipients = await this.recipients.unnamed(accountId, [...new Set(messages.map((message) => message.debtor_id))]);
    const intents = messages.map((message) => {
      const recipient = recipients.get(message.debtor_id);
      const asOf = localDate(recipient?.zones[0] ?? account.zone, now);
      const until = message.anchor_date !== null && message.anchor_date > asOf ? message.anchor_date : asOf;
      const debtIds = recipient?.debts.filter((debt) => !debt.held && debt.dueDate <= until).map((debt) => debt.publicId) ?? [];
      const intent: ContactIntent = {
        channel: WRITTEN_CHANNEL,
        purpose: "collection",
        origin: "cadence",
        debtIds,
        disclosures: ["opt_out", "creditor"],
      };
      return { debtorId: message.debtor_id, intent };
    });
    return this.policy.decideMany(accountId, intents, now);
  }

  private async note(accountId: number, message: MessageRecord, decision: Decision | null): Promise<void> {
    const rule = decision ? leadingRule(decision) : "debtor_missing";
    const opensAt =
      decision?.verdict === "not_before" && decision.notBefore !== undefined && decision.notBefore < message.not_after
        ? decision.notBefore
        : null;
    const verdict = decision?.verdict ?? "deny";
    const now = this.clock.now();
    // What closed it earlier may be gone (a hold released, an hour that has come): then it need not wait for the old opening.
    const notBefore = opensAt ?? (verdict === "allow" ? Math.min(message.not_before, now) : message.not_before);
    if (verdict === message.verdict && rule === message.verdict_rule && notBefore === message.not_before) return;
    await this.store.move(accountId, message.id, message, { verdict, verdict_rule: rule, not_before: notBefore });
  }
}
