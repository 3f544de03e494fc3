import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import type { Money } from "../../../shared/money.js";
import { Database } from "../../../platform/database/database.js";
import { DEBT, type PortfolioTables } from "../../portfolio/index.js";
import { type CaseReason, caseReasonOf } from "../domain/case-reason.js";
import { userOf } from "../domain/owner.js";
import { ESCALATION, type EscalationsTables } from "../escalations.tables.js";

/** An open case without anything that has to be unsealed or asked for elsewhere. */
export interface OpenCase {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  readonly since: Instant;
  readonly answeredAt: Instant | null;
  readonly owner: number | null;
  readonly snoozedUntil: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly openedAt: Instant;
  readonly outcome: string | null;
}

export interface OwedByDebtor {
  readonly atRisk: readonly Money[];
  /** Of the oldest open debt. */
  readonly oldestDue: CalendarDate;
}

const COLUMNS = [
  "id",
  "public_id as publicId",
  "debtor_id as debtorId",
  "conversation_id as conversationId",
  "reason",
  "waiting_since as since",
  "answered_at as answeredAt",
  "owner",
  "snoozed_until as snoozedUntil",
  "resolved_at as resolvedAt",
  "closed_at as closedAt",
  "opened_at as openedAt",
  "outcome",
] as const;

/** Cases as rows: two statements, however many are open. */
@Injectable()
export class OpenCasesView {
  constructor(private readonly db: Database) {}

  async open(accountId: number): Promise<OpenCase[]> {
    const rows = await this.cases(accountId).where("open_slot", "=", 1).execute();
    return rows.map(read);
  }

  /** Open or closed; null where there is none. */
  async byPublicId(accountId: number, publicId: string): Promise<OpenCase | null> {
    const row = await this.cases(accountId).where("public_id", "=", publicId).executeTakeFirst();
    return row ? read(row) : null;
  }

  /** The debtor's closed cases, newest first. */
  async closedOf(accountId: number, debtorId: number, limit: number): Promise<OpenCase[]> {
    const closed = this.cases(accountId).where("debtor_id", "=", debtorId).where("closed_at", "is not", null);
    return (await closed.orderBy("closed_at", "desc").orderBy("id", "desc").limit(limit).execute()).map(read);
  }

  /** What those who have an open case owe. @param debtorIds only these, where they are few */
  async owed(accountId: number, debtorIds?: readonly number[]): Promise<Map<number, OwedByDebtor>> {
    if (debtorIds?.length === 0) return new Map();
    const open = this.tables.selectFrom(ESCALATION).select("debtor_id").where("account_id", "=", accountId).where("open_slot", "=", 1);
    const debts = this.tables
      .selectFrom(DEBT)
      .select(({ fn }) => ["debtor_id as debtorId", "currency", fn.min<CalendarDate>("due_date").as("oldestDue")])
      .select(({ fn }) => fn.sum<number | string>("balance_minor").as("minor"))
      .where("account_id", "=", accountId)
      .where("status", "=", "open")
      .where("debtor_id", "in", debtorIds ?? open.where("debtor_id", "is not", null).$castTo<{ debtor_id: number }>())
      .groupBy(["debtor_id", "currency"])
      .orderBy("currency");
    const byDebtor = Map.groupBy(await debts.execute(), ({ debtorId }) => debtorId);
    return new Map(
      [...byDebtor].map(([debtorId, sums]) => [
        debtorId,
        {
          atRisk: sums.map(({ minor, currency }) => ({ minor: Number(minor), currency })),
          oldestDue: sums.map(({ oldestDue }) => oldestDue).toSorted()[0]!,
        },
      ]),
    );
  }

  private cases(accountId: number) {
    return this.tables.selectFrom(ESCALATION).select(COLUMNS).where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<EscalationsTables & PortfolioTables>();
  }
}

function read(row: Omit<OpenCase, "reason" | "owner"> & { readonly reason: string; readonly owner: string | null }): OpenCase {
  return { ...row, reason: caseReasonOf(row.reason), owner: userOf(row.owner) };
}
