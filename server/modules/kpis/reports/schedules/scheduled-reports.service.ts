import { Injectable } from "@nestjs/common";
import { Clock } from "../../../../platform/clock/clock.js";
import { Database } from "../../../../platform/database/database.js";
import { system } from "../../../../shared/actor.js";
import { DomainError } from "../../../../shared/errors.js";
import { type Instant, SECOND } from "../../../../shared/instant.js";
import { type Account, AccountDirectory, Mails } from "../../../accounts/index.js";
import { reportDays } from "../domain/report-kind.js";
import { Reports } from "../reports.service.js";
import { lastSlot, nextSlot, type ReportTiming } from "./domain/report-slot.js";
import { ReportMails } from "./report-mails.reader.js";
import { type ReportSchedule, ReportSchedulesStore } from "./report-schedules.store.js";

/** While the numbers are being built, reports wait. */
const LATER = 60 * SECOND;

/**
 * Makes what has fallen due and writes its mails, in one commit: a process that dies before it has done neither, one that dies after it finds the
 * mails waiting. Of each kind at most one report is made, that of the last period that fell due.
 */
@Injectable()
export class ScheduledReports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: ReportSchedulesStore,
    private readonly reports: Reports,
    private readonly letters: ReportMails,
    private readonly mails: Mails,
  ) {}

  async turn(accountId: number): Promise<void> {
    const account = await this.accounts.get(accountId);
    for (const schedule of await this.store.all(accountId)) {
      const due = this.due(account, schedule);
      if (due !== null) await this.make(account, schedule, due);
    }
  }

  /** When the next report of the account is due; null when none is scheduled. */
  async nextDue(accountId: number, now: Instant): Promise<Instant | null> {
    const account = await this.accounts.get(accountId);
    const on = (await this.store.all(accountId)).filter(({ enabled }) => enabled === 1);
    const slots = on.map((schedule) =>
      this.due(account, schedule) === null ? (nextSlot(timingOf(account, schedule), now)?.at ?? null) : now + LATER,
    );
    return slots.reduce<Instant | null>((first, at) => (at !== null && (first === null || at < first) ? at : first), null);
  }

  private due(account: Account, schedule: ReportSchedule): { readonly day: string; readonly from: string } | null {
    if (schedule.enabled !== 1) return null;
    const slot = lastSlot(timingOf(account, schedule), this.clock.now());
    if (slot === null || slot.at < schedule.since) return null;
    const { from } = reportDays(schedule.kind, account.zone, slot.day);
    return schedule.made_from !== null && schedule.made_from >= from ? null : { day: slot.day, from };
  }

  private async make(
    account: Account,
    schedule: ReportSchedule,
    { day, from }: { readonly day: string; readonly from: string },
  ): Promise<void> {
    const { kind } = schedule;
    const actor = system("reports");
    let prepared;
    try {
      prepared = await this.reports.prepare(account.id, { kind, day, known: "then" }, "scheduled");
    } catch (error) {
      if (error instanceof DomainError && error.code === "report.not_ready") return;
      throw error;
    }
    const letters = await this.letters.of(account, schedule, prepared);
    await this.db.inUnitOfWork("report.scheduled", async () => {
      if (!(await this.store.take(account.id, kind, from))) return;
      await this.reports.record(account.id, prepared, actor);
      await this.mails.write(account.id, { purpose: "report", about: prepared.public_id, proof: prepared.hash }, letters);
    });
  }
}

export function timingOf(
  { zone }: Pick<Account, "zone">,
  schedule: Pick<ReportSchedule, "kind" | "minute" | "working_days" | "holidays_of">,
): ReportTiming {
  return { kind: schedule.kind, zone, minute: schedule.minute, workingDays: schedule.working_days === 1, holidaysOf: schedule.holidays_of };
}
