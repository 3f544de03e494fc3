import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { HOUR, MINUTE, type Instant } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountDirectory } from "../accounts/index.js";
import type { MessageContext } from "../templates/rules.js";
import type { ReplyVariables } from "./composer.service.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "./outbox.tables.js";

/** Free text is possible until 24 hours after the debtor wrote; the minute covers the way there. */
const WINDOW = 24 * HOUR - MINUTE;

export interface ReplyDraft {
  readonly debtorId: number;
  readonly conversationId: number;
  /** When the debtor wrote what this answers. */
  readonly inboundAt: Instant;
  /** Name of a session reply in the template library. */
  readonly template: string;
  /** Values of its variables besides the debtor's name and the creditor's; sealed until the claim. */
  readonly values: MessageContext["values"];
  /** Titles of at most three reply buttons, 20 characters each. */
  readonly buttons?: readonly string[];
  /** What is answered, e.g. `opt_out/<opt-out id>` or `inbound/<host message id>`: answered once. */
  readonly dedupe: string;
}

/** Answers to debtors go through the same outbox, the same claim and the same journal as everything else. */
@Injectable()
export class Replies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
    private readonly accounts: AccountDirectory,
    private readonly queue: JobQueue,
  ) {}

  /** Queues an answer in the caller's unit of work. @returns whether it is new */
  async enqueue(accountId: number, draft: ReplyDraft): Promise<boolean> {
    const account = await this.accounts.get(accountId);
    const now = this.clock.now();
    const dedupeKey = `reply/${draft.debtorId}/${draft.dedupe}`;
    const key = await this.keys.debtor(accountId, draft.debtorId);
    const inserted = await this.db.insertIgnore(OUTBOX_MESSAGE, [
      {
        account_id: accountId,
        debtor_id: draft.debtorId,
        channel: WRITTEN_CHANNEL,
        kind: "reply",
        dedupe_key: dedupeKey,
        step_id: `reply.${draft.template}`,
        planned_on: localDate(account.zone, now),
        template: draft.template,
        language: "",
        template_version: "",
        state: "planned",
        not_before: now,
        not_after: draft.inboundAt + WINDOW,
        attempt_no: 0,
        fence: 0,
        times_absent: 0,
        conversation_id: draft.conversationId,
        variables_sealed: this.sealer.seal(
          key,
          { accountId, table: OUTBOX_MESSAGE, column: "variables_sealed", row: dedupeKey },
          JSON.stringify({ values: draft.values, buttons: draft.buttons ?? [] } satisfies ReplyVariables),
        ),
        planned_at: now,
      },
    ]);
    if (inserted === 0) return false;
    this.db.afterCommit(() => this.queue.wake("dispatch"));
    return true;
  }

  /** The debtor answered: the last message that reached them is marked, for the panel and the contact rate. */
  async markAnswered(accountId: number, debtorId: number, at: Instant): Promise<void> {
    const tables = this.db.typed<OutboxTables>();
    const { id } = await tables
      .selectFrom(OUTBOX_MESSAGE)
      .select(({ fn }) => fn.max<number | null>("id").as("id"))
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("kind", "=", "cadence")
      .where("intent_at", "<=", at)
      .executeTakeFirstOrThrow();
    if (id === null) return;
    const last = tables.updateTable(OUTBOX_MESSAGE).set({ answered_at: at }).where("account_id", "=", accountId).where("id", "=", id);
    await last.where("answered_at", "is", null).execute();
  }
}
