import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { ReportKind } from "../../../../shared/report-kind.js";
import { type KpisTables, REPORT_RECIPIENT, REPORT_SCHEDULE } from "../../kpis.tables.js";

export type ReportSchedule = Readonly<Selectable<KpisTables["report_schedule"]>>;
export type ReportRecipient = Readonly<Selectable<KpisTables["report_recipient"]>>;

const CHANGED = ["enabled", "minute", "working_days", "holidays_of", "pdf", "xlsx", "since", "made_from", "changed_by"];

@Injectable()
export class ReportSchedulesStore {
  constructor(private readonly db: Database) {}

  all(accountId: number): Promise<ReportSchedule[]> {
    return this.tables.selectFrom(REPORT_SCHEDULE).selectAll().where("account_id", "=", accountId).orderBy("kind").execute();
  }

  async set(schedule: ReportSchedule): Promise<void> {
    await this.db.upsert(REPORT_SCHEDULE, [schedule], ["account_id", "kind"], CHANGED);
  }

  /** Takes a period for the caller's unit of work. @returns false when it, or a later one, was taken or the schedule is off */
  async take(accountId: number, kind: ReportKind, from: CalendarDate): Promise<boolean> {
    const { numUpdatedRows } = await this.tables
      .updateTable(REPORT_SCHEDULE)
      .set({ made_from: from })
      .where("account_id", "=", accountId)
      .where("kind", "=", kind)
      .where("enabled", "=", 1)
      .where((where) => where.or([where("made_from", "is", null), where("made_from", "<", from)]))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  recipients(accountId: number): Promise<ReportRecipient[]> {
    return this.tables.selectFrom(REPORT_RECIPIENT).selectAll().where("account_id", "=", accountId).orderBy("id").execute();
  }

  async add(recipients: readonly Omit<ReportRecipient, "id">[]): Promise<void> {
    await this.db.insert(REPORT_RECIPIENT, recipients);
  }

  /** @returns whether there was one */
  async remove(accountId: number, kind: ReportKind, recipient: string): Promise<boolean> {
    const gone = this.tables.deleteFrom(REPORT_RECIPIENT).where("account_id", "=", accountId).where("kind", "=", kind);
    return (await gone.where("recipient", "=", recipient).executeTakeFirst()).numDeletedRows > 0n;
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
