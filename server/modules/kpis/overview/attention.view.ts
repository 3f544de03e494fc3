import { Injectable } from "@nestjs/common";
import type { AttentionItem } from "../../../contract/kpis/overview.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { ParkedWork } from "../../../platform/work/parked-work.service.js";
import { DAY, type Instant, toIso, toIsoOrNull } from "../../../shared/instant.js";
import { ESCALATION, type EscalationsTables } from "../../escalations/index.js";
import { ImportsView } from "../../imports/index.js";
import { TypedRecords } from "../../journal/index.js";
import { PAYMENT, type PaymentsTables } from "../../payments/index.js";
import { TemplateStatuses } from "../../templates/index.js";
import { approvalOf } from "../../templates/rules.js";
import { ALERT, type KpisTables } from "../kpis.tables.js";

/** A contact at a wrong hour is looked into for this long; a file that was refused in part is somebody's work for this long. */
const LOOKED_INTO = 30 * DAY;
const FILE_IS_NEWS = 7 * DAY;
const FILES = 20;
/** WhatsApp has taken these out of use: what needs them waits. */
const STOPPED: ReadonlySet<string> = new Set(["paused", "rejected", "dead"]);

const nothing = { of: null, subject: null, since: null } as const;

/** What needs somebody now, the most urgent first; each names the page it is dealt with on. */
@Injectable()
export class AttentionPage {
  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly records: TypedRecords,
    private readonly parked: ParkedWork,
    private readonly imports: ImportsView,
    private readonly templates: TemplateStatuses,
  ) {}

  async show(accountId: number): Promise<{ asOf: string; items: AttentionItem[] }> {
    const now = this.clock.now();
    const items = [
      ...(await this.waiting(accountId)),
      ...(await this.late(accountId, now)),
      ...(await this.unplaced(accountId)),
      ...(await this.undone(accountId)),
      ...(await this.files(accountId, now)),
      ...(await this.stopped(accountId)),
      ...(await this.alerted(accountId)),
    ];
    const order = { bad: 0, warn: 1 } as const;
    return { asOf: toIso(now), items: items.toSorted((a, b) => order[a.level] - order[b.level]) };
  }

  /** Cases that nobody has answered yet. */
  private async waiting(accountId: number): Promise<AttentionItem[]> {
    const row = await this.db
      .typed<EscalationsTables>()
      .selectFrom(ESCALATION)
      .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min<number | null>("waiting_since").as("since")])
      .where("account_id", "=", accountId)
      .where("closed_at", "is", null)
      .where("answered_at", "is", null)
      .executeTakeFirstOrThrow();
    const since = toIsoOrNull(row.since === null ? null : Number(row.since));
    return item({ ...nothing, code: "cases_waiting", level: "bad", count: Number(row.n), since, page: "today" });
  }

  /** Contacts outside the hours they were allowed for. */
  private async late(accountId: number, now: Instant): Promise<AttentionItem[]> {
    const when = { from: now - LOOKED_INTO, before: now + 1, recordedUpTo: now };
    const count = await this.records.count(accountId, "violation.detected", when);
    return item({ ...nothing, code: "late_contacts", level: "bad", count, since: toIso(when.from), page: "compliance" });
  }

  /** Payments nobody could place: whoever may have paid is not chased until a person has looked. */
  private async unplaced(accountId: number): Promise<AttentionItem[]> {
    const row = await this.db
      .typed<PaymentsTables>()
      .selectFrom(PAYMENT)
      .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min<number | null>("received_at").as("since")])
      .where("account_id", "=", accountId)
      .where("status", "=", "unidentified")
      .executeTakeFirstOrThrow();
    const since = toIsoOrNull(row.since === null ? null : Number(row.since));
    return item({ ...nothing, code: "payments_unplaced", level: "warn", count: Number(row.n), since, page: "payments" });
  }

  private async undone(accountId: number): Promise<AttentionItem[]> {
    const [first] = await this.parked.list(accountId, 1);
    const since = toIsoOrNull(first?.since);
    return item({ ...nothing, code: "parked_work", level: "warn", count: await this.parked.count(accountId), since, page: "today" });
  }

  private async files(accountId: number, now: Instant): Promise<AttentionItem[]> {
    const { items } = await this.imports.list(accountId, { limit: FILES });
    return items.flatMap((file): AttentionItem[] => {
      const since = file.finishedAt;
      if (since === null || Date.parse(since) < now - FILE_IS_NEWS) return [];
      const about = { level: "warn", of: file.rows, subject: file.fileName, since, page: "imports" } as const;
      if (file.status === "failed") return [{ ...about, code: "import_failed", level: "bad", count: 1 }];
      return file.status === "done" ? item({ ...about, code: "import_rejected", count: file.rejected }) : [];
    });
  }

  /** Figures beyond their threshold that nobody has taken up. */
  private async alerted(accountId: number): Promise<AttentionItem[]> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(ALERT)
      .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min<number | null>("raised_at").as("since")])
      .where("account_id", "=", accountId)
      .where("cleared_at", "is", null)
      .where("acknowledged_at", "is", null)
      .executeTakeFirstOrThrow();
    const since = toIsoOrNull(row.since === null ? null : Number(row.since));
    return item({ ...nothing, code: "alerts_open", level: "warn", count: Number(row.n), since, page: "alerts" });
  }

  private async stopped(accountId: number): Promise<AttentionItem[]> {
    const rows = (await this.templates.rows(accountId)).filter(({ status }) => STOPPED.has(approvalOf(status)));
    const subject = rows[0]?.name ?? null;
    const since = toIsoOrNull(rows.length === 0 ? null : Math.max(...rows.map((row) => row.changed_at)));
    return item({ ...nothing, code: "templates_stopped", level: "warn", count: rows.length, subject, since, page: "templates" });
  }
}

/** Nothing to say where there is none of it. */
const item = (one: AttentionItem): AttentionItem[] => (one.count > 0 ? [one] : []);
