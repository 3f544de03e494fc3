import { CaseEvents, Escalations } from "../../../../../../server/modules/escalations/index.js";
import { ClockSweep } from "../../../../../../server/modules/escalations/clocks/clock-sweep.service.js";
import type { NewCaseEvent } from "../../../../../../server/modules/escalations/clocks/case-events.store.js";
import type { CaseReason } from "../../../../../../server/modules/escalations/rules.js";
import { JobQueue, type Lane } from "../../../../../../server/platform/queue/job-queue.js";
import { MINUTE } from "../../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../../support/desk.js";

/** A desk on Friday at ten on which nothing happens by the clock alone: time passes, and then the sweep is called. */
export class ClockDesk {
  private messages = 0;

  private constructor(
    readonly desk: Desk,
    /** Of the debtor who was reminded. */
    readonly conversation: { readonly id: number; readonly displayId: number },
    readonly debtorId: number,
  ) {}

  static async open(): Promise<ClockDesk> {
    const desk = await openDesk({ debts: debtsFile([{ name: "Marisol Quintero" }]), ticks: "none" });
    await desk.turnOn();
    for (const lane of ["listing", "dispatch"] as const) {
      await desk.app.get(JobQueue).wake(lane);
      await desk.clock.runFor(MINUTE);
    }
    const id = desk.sent()[0]!.conversationId;
    const [debtor] = await desk.db.rows<{ id: number }>("select id from debtor where account_id = ?", [desk.account.id]);
    return new ClockDesk(desk, { id, displayId: desk.sandbox.conversations.must(id).displayId }, debtor!.id);
  }

  get accountId(): number {
    return this.desk.account.id;
  }

  /** The debtor of a conversation asks for a person. @returns public id of the case */
  call(reason: CaseReason = "payment_plan", conversationId = this.conversation.displayId): Promise<string> {
    const { app, clock, db } = this.desk;
    const call = { debtorId: this.debtorId, conversationId, reason, messageId: this.message(), at: clock.now(), pause: false };
    return db.inUnitOfWork("test", () => app.get(Escalations).call(this.accountId, call));
  }

  answer(conversationId = this.conversation.displayId): Promise<boolean> {
    const { app, clock, db } = this.desk;
    const answer = { conversationId, messageId: this.message(), at: clock.now(), hostUserId: 2 };
    return db.inUnitOfWork("test", () => app.get(Escalations).answered(this.accountId, answer));
  }

  async event(event: NewCaseEvent, caseId?: number): Promise<void> {
    const { app, db } = this.desk;
    const id = caseId ?? (await this.rows<{ id: number }>("select max(id) as id from escalation where account_id = ?"))[0]!.id;
    await db.inUnitOfWork("test", () => app.get(CaseEvents).record(this.accountId, id, [event]));
  }

  /** Time passes, and what fell due in it is looked at. */
  async pass(milliseconds: number): Promise<void> {
    await this.desk.clock.runFor(milliseconds);
    await this.sweep();
  }

  async sweep(): Promise<void> {
    const { app, clock } = this.desk;
    while (await clock.during(() => app.get(ClockSweep).turn(this.accountId)));
  }

  async wake(lane: Lane): Promise<void> {
    await this.desk.app.get(JobQueue).wake(lane);
    await this.desk.clock.runFor(MINUTE);
  }

  rows<T extends object>(sql: string): Promise<T[]> {
    return this.desk.db.rows<T>(sql, [this.accountId]);
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  private message(): number {
    return 1_000_000 + ++this.messages;
  }
}
