import { Inject, Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import type { Account } from "../../accounts/index.js";
import { PolicyDesk } from "../../policy/index.js";
import type { Decision } from "../../policy/rules.js";
import { CadenceGate } from "../cadence-gate.port.js";
import { ClaimContexts } from "./claim-context.reader.js";
import { intentOf } from "../domain/intent-of.js";
import { type Claimed, Intents } from "./intents.service.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "../outbox.settings.js";
import { type MessageRecord, OutboxStore } from "../outbox.store.js";
import { type Withheld, type ClaimContext, MessageReadiness, type ReadyMessage } from "./message-readiness.service.js";
import { MessageRefusals } from "./message-refusals.service.js";

/**
 * Step one of the send protocol: under the debtor's lock the whole policy is asked again, and claim, attempt, journal intent and the state
 * `sending` are one commit. A crash before it: nothing happened. After it: the message is on record and only the reconciler may touch it.
 */
@Injectable()
export class Claim {
  constructor(
    private readonly store: OutboxStore,
    private readonly contexts: ClaimContexts,
    private readonly readiness: MessageReadiness,
    private readonly refusals: MessageRefusals,
    private readonly gate: CadenceGate,
    private readonly policy: PolicyDesk,
    private readonly intents: Intents,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** For one unit of work. */
  async decideAndClaim(
    account: Account,
    due: readonly { id: number; debtor_id: number }[],
    owner: string,
  ): Promise<{ claimed: Claimed[]; handled: number }> {
    const messages = (await this.store.dispatchSwitch(account.id)) ? await this.lock(account.id, due) : [];
    if (messages.length === 0) return { claimed: [], handled: 0 };
    const context = await this.contexts.of(account, messages, owner);
    const worded: { message: MessageRecord; ready: ReadyMessage }[] = [];
    for (const message of messages) {
      const outcome = this.readiness.of(message, context);
      if ("composed" in outcome) worded.push({ message, ready: outcome });
      else await this.refusals.setAside(account.id, message, outcome, context.now);
    }
    const decisions = await this.policy.decideMany(
      account.id,
      worded.map(({ message, ready }) => ({ debtorId: message.debtor_id, intent: intentOf(message, ready.composed.debtPublicIds) })),
      context.now,
    );
    const closed = await this.gate.closed(
      account,
      worded.map(({ message }) => message),
      context.now,
    );
    const claimed: Claimed[] = [];
    for (const [index, { message, ready }] of worded.entries()) {
      const taken = await this.decideOne(context, message, ready, decisions[index] ?? null, closed.get(message.id) ?? null);
      if (taken) claimed.push(taken);
    }
    return { claimed, handled: messages.length };
  }

  /** Debtors first, in id order, then their messages; whoever is held by another worker is left to it. */
  private async lock(accountId: number, due: readonly { id: number; debtor_id: number }[]): Promise<MessageRecord[]> {
    const held = new Set(
      await this.store.claimDebtors(
        accountId,
        due.map((row) => row.debtor_id),
      ),
    );
    const ids = due.filter((row) => held.has(row.debtor_id)).map((row) => row.id);
    return ids.length === 0 ? [] : this.store.claimPlanned(accountId, ids);
  }

  private async decideOne(
    context: ClaimContext,
    message: MessageRecord,
    ready: ReadyMessage,
    decision: Decision | null,
    closed: Withheld | null,
  ): Promise<Claimed | null> {
    const { account, now } = context;
    if (decision?.verdict !== "allow") {
      await this.refusals.refuse(account.id, message, decision, now);
      return null;
    }
    const lacking = closed ?? this.readiness.lacks(message, ready, context);
    if (lacking) {
      await this.refusals.setAside(account.id, message, lacking, now);
      return null;
    }
    const notAfter = this.leaveBefore(message, decision);
    if (notAfter > now) return this.intents.write(context, message, ready, decision, notAfter);
    await this.waitForNextOpening(account.id, message, ready, decision, now);
    return null;
  }

  /** Until when the bytes may leave. The margin only shortens our own end; the law's minute stays exact in the decision. */
  private leaveBefore(message: MessageRecord, decision: Decision): Instant {
    if (decision.notAfter === undefined) return message.not_after;
    return Math.min(message.not_after, decision.notAfter - (message.kind === "reply" ? 0 : this.settings.closingMarginMs));
  }

  private async waitForNextOpening(
    accountId: number,
    message: MessageRecord,
    ready: ReadyMessage,
    decision: Decision,
    now: Instant,
  ): Promise<void> {
    const intent = intentOf(message, ready.composed.debtPublicIds);
    const [atClosing] = await this.policy.decideMany(accountId, [{ debtorId: message.debtor_id, intent }], decision.notAfter ?? now);
    await this.refusals.refuse(accountId, message, atClosing ?? null, now);
  }
}
