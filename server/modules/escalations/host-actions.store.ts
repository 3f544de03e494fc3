import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import type { ActionKind } from "./domain/action-kind.js";
import { type CaseReason, caseReasonOf } from "./domain/case-reason.js";
import { type EscalationsTables, HOST_ACTION } from "./escalations.tables.js";

export interface NewAction {
  readonly kind: ActionKind;
  readonly caseId: string;
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  readonly afterMessageId: number;
  /** Whom or what it names, where a level or a person asks for it; and the level or act, so that each asks once. */
  readonly target?: string | null;
  readonly level?: string;
}

export interface HostAction extends NewAction {
  readonly id: number;
  readonly publicId: string;
  /** This one included. */
  readonly attempts: number;
}

const COLUMNS = [
  "id",
  "public_id as publicId",
  "case_id as caseId",
  "debtor_id as debtorId",
  "conversation_id as conversationId",
  "kind",
  "reason",
  "after_message_id as afterMessageId",
  "target",
  "attempts",
] as const;

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

  /** Asks for actions in the caller's unit of work. A case gets one note a reason, and each other action once; a level each of its own once. */
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
        target: action.target ?? null,
        dedupe_key: dedupeKey(action),
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
    const longest = this.due(accountId).select(COLUMNS).where("due_at", "<=", now).orderBy("due_at").orderBy("id").limit(1);
    const row = await this.db.free(longest).executeTakeFirst();
    if (!row) return null;
    const attempts = row.attempts + 1;
    await this.one(accountId, row.id).set({ due_at: leaseUntil, attempts }).execute();
    return { ...row, reason: caseReasonOf(row.reason), attempts };
  }

  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.due(accountId)
      .select(({ fn }) => fn.min<number | null>("due_at").as("at"))
      .where("due_at", ">", now)
      .executeTakeFirstOrThrow();
    return at;
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
    const again = this.one(accountId, id).set({ due_at: at, problem });
    await again.where("state", "=", "due").where("attempts", "=", attempts).execute();
  }

  /** Due again, and as often as if it were new; in the caller's unit of work. */
  private async rearm(accountId: number, id: number): Promise<void> {
    const due = { state: "due", attempts: 0, due_at: this.clock.now(), ended_at: null } as const;
    await this.one(accountId, id).set(due).where("state", "=", "parked").execute();
  }

  /** @returns false when another worker took the action over meanwhile */
  private async end(accountId: number, { id, attempts }: HostAction, state: "done" | "parked", problem: string | null): Promise<boolean> {
    const ended = this.one(accountId, id).set({ state, problem, ended_at: this.clock.now() });
    const { numUpdatedRows } = await ended.where("state", "=", "due").where("attempts", "=", attempts).executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  private due(accountId: number) {
    return this.tables.selectFrom(HOST_ACTION).where("account_id", "=", accountId).where("state", "=", "due");
  }

  private one(accountId: number, id: number) {
    return this.tables.updateTable(HOST_ACTION).where("account_id", "=", accountId).where("id", "=", id);
  }

  private get tables() {
    return this.db.typed<EscalationsTables>();
  }
}

function dedupeKey({ caseId, kind, reason, level }: NewAction): string {
  if (level !== undefined) return `${caseId}/${kind}/${level}`;
  return kind === "note" ? `${caseId}/note/${reason}` : `${caseId}/${kind}`;
}
