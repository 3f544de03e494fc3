import { Injectable, type OnModuleInit } from "@nestjs/common";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import { DEBTOR } from "../portfolio/index.js";
import { type MessageChanges, type MessageRecord, OutboxStore } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";
import { UnreadyDebtors } from "./dispatch/unready.store.js";

const WORK = "dispatch";

/** Messages that were set aside for a person: listed among what could not be worked on, and sent after all when somebody says to try again. */
@Injectable()
export class ParkedMessages implements OnModuleInit {
  constructor(
    private readonly parked: ParkedWork,
    private readonly store: OutboxStore,
    private readonly unready: UnreadyDebtors,
  ) {}

  onModuleInit(): void {
    this.parked.onRelease(OUTBOX_MESSAGE, (accountId, id) => this.rearm(accountId, id));
    this.parked.onRelease(DEBTOR, async (accountId, debtorId) => {
      for (const message of await this.store.parkedOf(accountId, debtorId)) await this.replan(accountId, message);
    });
  }

  /** In the unit of work that parks it. */
  async add(accountId: number, { id, debtor_id: debtorId }: Pick<MessageRecord, "id" | "debtor_id">, reason: string): Promise<void> {
    await this.parked.add(accountId, WORK, { subject: OUTBOX_MESSAGE, subjectId: id, debtorId }, reason);
  }

  /** It went another way (found in the helpdesk, expired); in that unit of work. */
  async drop(accountId: number, id: number): Promise<void> {
    await this.parked.drop(accountId, { subject: OUTBOX_MESSAGE, subjectId: id });
  }

  /** A message that only rests after a failure is planned already; of one that was parked, the debtor may be tried at once as well. */
  private async rearm(accountId: number, id: number): Promise<void> {
    const message = await this.store.parkedById(accountId, id);
    if (!message) return;
    await this.unready.ready(accountId, message.debtor_id);
    await this.replan(accountId, message);
  }

  /** Nothing of it has left, so it may be claimed like any other: under the whole policy, and within its days. */
  private async replan(accountId: number, message: MessageRecord): Promise<void> {
    const changes: MessageChanges = { state: "planned", reason: null, ended_at: null, attempt_no: 0, fence: message.fence + 1 };
    if (await this.store.move(accountId, message.id, message, changes)) await this.drop(accountId, message.id);
  }
}
