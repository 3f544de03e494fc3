import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { KeyRing } from "../../../platform/crypto/key-ring.js";
import type { Account } from "../../accounts/index.js";
import { HostReadiness } from "../../host/index.js";
import { TemplateStatuses } from "../../templates/index.js";
import { type MessageRecord, OutboxStore } from "../outbox.store.js";
import type { ClaimContext } from "./message-readiness.service.js";
import { RecipientsView } from "../recipients.view.js";
import { UnreadyDebtors } from "./unready.store.js";

/** Reads, under the debtors' locks, everything that speaks for or against the messages of one claim. */
@Injectable()
export class ClaimContexts {
  constructor(
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly store: OutboxStore,
    private readonly unready: UnreadyDebtors,
    private readonly recipients: RecipientsView,
    private readonly host: HostReadiness,
    private readonly templates: TemplateStatuses,
  ) {}

  async of(account: Account, messages: readonly MessageRecord[], owner: string): Promise<ClaimContext> {
    const debtorIds = messages.map((message) => message.debtor_id);
    const conversations = await this.store.conversations(account.id, account.inboxId, debtorIds);
    return {
      account,
      owner,
      now: this.clock.now(),
      recipients: await this.recipients.load(account.id, debtorIds),
      conversations: Map.groupBy(conversations, (row) => row.debtor_id),
      rightParties: await this.store.rightParties(account.id, account.inboxId, debtorIds),
      unready: await this.unready.of(account.id, debtorIds),
      unheard: await this.host.unheardDebtors(account.id, debtorIds),
      lastIntents: await this.store.lastIntents(account.id, debtorIds),
      sendable: await this.templates.sendable(account.id),
      keys: await this.keys.ofMany(account.id, "debtor", debtorIds),
    };
  }
}
