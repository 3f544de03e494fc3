import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import { type CaseReason, caseReasonOf } from "./domain/case-reason.js";
import { HOST_ACTION } from "./escalations.tables.js";

export type ActionKind = "note" | "label" | "assign" | "open";

export interface NewAction {
  readonly kind: ActionKind;
  readonly caseId: string;
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  readonly afterMessageId: number;
}

export interface HostAction extends NewAction {
  readonly id: number;
  readonly publicId: string;
  /** This one included. */
  readonly attempts: number;
}

const COLUMNS = `id, public_id as publicId, case_id as caseId, debtor_id as debtorId, conversation_id as conversationId, kind, reason,
  after_message_id as afterMessageId, attempts`;

@Injectable()
export class HostActionsStore implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queue: JobQueue,
    private readonly parkedWork: ParkedWork,
  ) {}

  onModuleInit(): void {
    this.parkedWork.onRelease(HOST_ACTION, (accountId, id) => this.rearm(accountId, id));
  }

  /** Asks for actions in the caller's unit of work. A case gets one note a reason, and each other action once. */
  async add(accountId: number, actions: readonly NewAction[]): Promise<void> {
    const now = this.clock.now();
    const added = await this.db.insertIgnore(
      HOST_ACTION,
      actions.map((action) => ({
        account_id: accountId,
        public_id: this.ids.next(),
        case_id: action.caseId,
        debtor_id: action.debtorId,
        conversation_id: action.conversationId,
        kind: action.kind,
        reason: action.reason,
        dedupe_key: action.kind === "note" ? `${action.caseId}/note/${action.reason}` : `${action.caseId}/${action.kind}`,
        after_message_id: action.afterMessageId,
        state: "due",
        attempts: 0,
        due_at: now,
        problem: null,
        created_at: now,
        ended_at: null,
      })),
    );
    if (added > 0) this.db.afterCommit(() => this.queue.wake("actions"));
  }

  /** The action that waits longest, for this worker alone until `leaseUntil`; who dies meanwhile leaves it to the next. */
  async claim(accountId: number, now: Instant, leaseUntil: Instant): Promise<HostAction | null> {
    const [row] = await this.db.claim<HostAction & { readonly reason: string }>(
      `select ${COLUMNS} from ${HOST_ACTION} where account_id = ? and state = 'due' and due_at <= ? order by due_at, id limit 1`,
      [accountId, now],
    );
    if (!row) return null;
    await this.db.run(`update ${HOST_ACTION} set due_at = ?, attempts = attempts + 1 where account_id = ? and id = ?`, [
      leaseUntil,
      accountId,
      row.id,
    ]);
    return { ...row, reason: caseReasonOf(row.reason), attempts: row.attempts + 1 };
  }

  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const row = await this.db.row<{ at: Instant | null }>(
      `select min(due_at) as at from ${HOST_ACTION} where account_id = ? and state = 'due' and due_at > ?`,
      [accountId, now],
    );
    return row?.at ?? null;
  }

  done(accountId: number, action: HostAction): Promise<boolean> {
    return this.end(accountId, action, "done", null);
  }

  /** @returns false when another worker took the action over meanwhile */
  async parked(accountId: number, action: HostAction, problem: string): Promise<boolean> {
    if (!(await this.end(accountId, action, "parked", problem))) return false;
    const { id: subjectId, debtorId } = action;
    await this.parkedWork.add(accountId, "actions", { subject: HOST_ACTION, subjectId, debtorId }, problem);
    return true;
  }

  async again(accountId: number, { id, attempts }: HostAction, at: Instant, problem: string): Promise<void> {
    await this.db.run(
      `update ${HOST_ACTION} set due_at = ?, problem = ? where account_id = ? and id = ? and state = 'due' and attempts = ?`,
      [at, problem, accountId, id, attempts],
    );
  }

  /** Due again, and as often as if it were new; in the caller's unit of work. */
  private async rearm(accountId: number, id: number): Promise<void> {
    await this.db.run(
      `update ${HOST_ACTION} set state = 'due', attempts = 0, due_at = ?, ended_at = null where account_id = ? and id = ? and state = 'parked'`,
      [this.clock.now(), accountId, id],
    );
  }

  /** @returns false when another worker took the action over meanwhile */
  private async end(accountId: number, { id, attempts }: HostAction, state: "done" | "parked", problem: string | null): Promise<boolean> {
    const changed = await this.db.run(
      `update ${HOST_ACTION} set state = ?, problem = ?, ended_at = ? where account_id = ? and id = ? and state = 'due' and attempts = ?`,
      [state, problem, this.clock.now(), accountId, id, attempts],
    );
    return changed === 1;
  }
}
