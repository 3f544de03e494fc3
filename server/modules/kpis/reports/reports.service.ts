import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import type { ReportKind } from "../../../shared/report-kind.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { Actor } from "../../../shared/actor.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { localDate, wholeDay } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { canonical, Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import { Projector } from "../projections/projector.service.js";
import { lastCompleteDay, reportDays } from "./domain/report-kind.js";
import { ReportContents } from "./report-contents.reader.js";
import { type ReportRun, ReportRunsStore } from "./report-runs.store.js";

export interface ReportAsked {
  readonly kind: ReportKind;
  /** A day of the period meant; of the last complete one where it is left out. */
  readonly day?: CalendarDate | undefined;
  readonly known: "then" | "now";
}

/** A report that is not on file yet. */
export type NewReport = Omit<ReportRun, "id">;

/** Makes reports. What was known when a period ended is the same whenever it is asked for, byte by byte. */
@Injectable()
export class Reports {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly db: Database,
    private readonly accounts: AccountDirectory,
    private readonly projector: Projector,
    private readonly contents: ReportContents,
    private readonly runs: ReportRunsStore,
    private readonly journal: Journal,
  ) {}

  /** Makes a report and puts it on file. @throws as `prepare` */
  async make(accountId: number, asked: ReportAsked, cause: ReportRun["cause"], actor: Actor): Promise<ReportRun> {
    const report = await this.prepare(accountId, asked, cause);
    return this.db.inUnitOfWork("report.make", () => this.record(accountId, report, actor));
  }

  /** @throws DomainError `report.not_begun` for a period that has not begun, `report.not_ready` while the numbers are being built */
  async prepare(accountId: number, { kind, day, known }: ReportAsked, cause: ReportRun["cause"]): Promise<NewReport> {
    const { zone } = await this.accounts.get(accountId);
    const now = this.clock.now();
    const today = localDate(zone, now);
    const meant = day ?? lastCompleteDay(kind, zone, today);
    const { from, to } = reportDays(kind, zone, meant);
    if (from > today) throw notBegun(today);
    const ended = wholeDay(zone, addDays(to, 1)).start;
    const asOf = known === "then" ? Math.min(now, ended - 1) : now;
    await this.projector.catchUp(accountId);
    if ((await this.projector.freshness(accountId)).share < 1) throw notReady();
    const data = canonical(await this.contents.of(accountId, kind, meant, asOf));
    const hash = createHash("sha256").update(data).digest("hex");
    const period = { from_day: from, to_day: to, as_of: asOf };
    return { account_id: accountId, public_id: this.ids.next(), kind, ...period, cause, made_at: now, hash, data };
  }

  /** In the caller's unit of work. */
  async record(accountId: number, report: NewReport, actor: Actor): Promise<ReportRun> {
    const { public_id, kind, from_day: from, to_day: to, as_of: asOf, cause, hash } = report;
    await this.runs.add(report);
    this.journal.append(accountId, {
      type: kpisEvents.reportMade,
      version: 1,
      actor,
      payload: { report: public_id, kind, from, to, asOf, cause, data: hash },
    });
    return (await this.runs.byPublicId(accountId, public_id))!;
  }
}

function notBegun(today: CalendarDate) {
  return invalid("report.not_begun", "This period has not begun.", {
    field: "day",
    remedy: `Name a day up to today, ${today}.`,
    params: { today },
  });
}

function notReady() {
  return invalid("report.not_ready", "The numbers are still being built from the journal.", {
    remedy: "Try again in a minute; the page of definitions shows how far they are.",
  });
}
