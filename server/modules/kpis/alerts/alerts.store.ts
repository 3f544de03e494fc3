import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { ALERT, ALERT_WATCH, type AlertRecord, type AlertWatchRecord, type KpisTables } from "../kpis.tables.js";

/** The alerts of an account, and what is remembered from reading to reading. */
@Injectable()
export class AlertsStore {
  constructor(private readonly db: Database) {}

  watches(accountId: number): Promise<AlertWatchRecord[]> {
    return this.watched(accountId).execute();
  }

  /** Locked for the unit of work, so that nobody takes the same reading in twice. */
  heldWatches(accountId: number): Promise<AlertWatchRecord[]> {
    return this.db.held(this.watched(accountId)).execute();
  }

  async lastDay(accountId: number): Promise<CalendarDate | null> {
    const row = await this.tables
      .selectFrom(ALERT_WATCH)
      .select(({ fn }) => fn.max<CalendarDate | null>("day").as("day"))
      .where("account_id", "=", accountId)
      .executeTakeFirst();
    return row?.day ?? null;
  }

  async keepWatches(accountId: number, watches: readonly Omit<AlertWatchRecord, "account_id">[]): Promise<void> {
    if (watches.length === 0) return;
    const rows = watches.map((watch) => ({ ...watch, account_id: accountId }));
    await this.db.upsert(ALERT_WATCH, rows, ["account_id", "metric", "currency"], ["alert", "run", "day", "silent", "figure", "n"]);
  }

  /** Forgets what was remembered of a figure: its rule is another now. */
  async startAfresh(accountId: number, metric: string): Promise<void> {
    await this.tables.updateTable(ALERT_WATCH).set({ run: 0 }).where("account_id", "=", accountId).where("metric", "=", metric).execute();
  }

  async forget(accountId: number, metric: string): Promise<void> {
    await this.tables.deleteFrom(ALERT_WATCH).where("account_id", "=", accountId).where("metric", "=", metric).execute();
  }

  async add(accountId: number, rows: readonly Omit<AlertRecord, "id" | "account_id">[]): Promise<void> {
    await this.db.insert(
      ALERT,
      rows.map((row) => ({ account_id: accountId, ...row })),
    );
  }

  async clear(
    accountId: number,
    publicId: string,
    { day, at, figure }: { readonly day: CalendarDate; readonly at: number; readonly figure: string | null },
  ): Promise<void> {
    await this.tables
      .updateTable(ALERT)
      .set({ cleared_day: day, cleared_at: at, cleared_figure: figure })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .execute();
  }

  /** Locked for the unit of work. */
  async held(accountId: number, publicId: string): Promise<AlertRecord | undefined> {
    return this.db.held(this.alerts(accountId).where("public_id", "=", publicId)).executeTakeFirst();
  }

  async acknowledge(accountId: number, publicId: string, at: number, by: string, reasonSealed: string): Promise<void> {
    await this.tables
      .updateTable(ALERT)
      .set({ acknowledged_at: at, acknowledged_by: by, reason_sealed: reasonSealed })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .execute();
  }

  /** @param metric of this one alone */
  open(accountId: number, metric?: string): Promise<AlertRecord[]> {
    const open = this.alerts(accountId).where("cleared_at", "is", null).orderBy("raised_day").orderBy("id");
    return (metric === undefined ? open : open.where("metric", "=", metric)).execute();
  }

  /** Those that stood at an instant. */
  standingAt(accountId: number, at: number): Promise<AlertRecord[]> {
    return this.alerts(accountId)
      .where("raised_at", "<=", at)
      .where((is) => is.or([is("cleared_at", "is", null), is("cleared_at", ">", at)]))
      .orderBy("raised_day")
      .orderBy("id")
      .execute();
  }

  /** Those that have ended, the newest first. @param before row id of the last one of the page before */
  past(accountId: number, limit: number, before: number | null): Promise<AlertRecord[]> {
    const ended = this.alerts(accountId).where("cleared_at", "is not", null).orderBy("id", "desc").limit(limit);
    return (before === null ? ended : ended.where("id", "<", before)).execute();
  }

  /** Those whose note is to be written, now this caller's alone. */
  async takeNotes(accountId: number): Promise<AlertRecord[]> {
    const due = await this.db.held(this.alerts(accountId).where("note_state", "=", "due").orderBy("id")).execute();
    for (const { public_id: publicId } of due) await this.noted(accountId, publicId, "writing");
    return due;
  }

  async noted(accountId: number, publicId: string, state: AlertRecord["note_state"]): Promise<void> {
    await this.tables
      .updateTable(ALERT)
      .set({ note_state: state })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .execute();
  }

  /** Those that are to be mailed and are not yet, the oldest first. */
  mailsDue(accountId: number): Promise<AlertRecord[]> {
    return this.alerts(accountId).where("mail_state", "=", "due").orderBy("id").execute();
  }

  /** @returns false where somebody else has written its mails meanwhile */
  async takeMail(accountId: number, publicId: string): Promise<boolean> {
    const taken = await this.tables
      .updateTable(ALERT)
      .set({ mail_state: "written" })
      .where("account_id", "=", accountId)
      .where("public_id", "=", publicId)
      .where("mail_state", "=", "due")
      .executeTakeFirst();
    return taken.numUpdatedRows > 0n;
  }

  private watched(accountId: number) {
    return this.tables.selectFrom(ALERT_WATCH).selectAll().where("account_id", "=", accountId).orderBy("metric").orderBy("currency");
  }

  private alerts(accountId: number) {
    return this.tables.selectFrom(ALERT).selectAll().where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
