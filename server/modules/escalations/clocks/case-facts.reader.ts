import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { CalendarDate } from "../../../shared/calendar.js";
import { WRITTEN_CHANNEL } from "../../../shared/channel.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { DEBT, DEBTOR, type PortfolioTables } from "../../portfolio/index.js";
import { stageOf } from "../../portfolio/rules.js";
import { SEGMENT, SEGMENT_MEMBER, type SegmentationTables } from "../../segmentation/index.js";
import type { CaseReason } from "../domain/case-reason.js";
import type { CaseFacts } from "../domain/policy/escalation-policy.js";

export interface CaseAsked {
  readonly id: number;
  readonly debtorId: number | null;
  readonly reason: CaseReason;
}

/** What policies are matched by, as it is now. Four statements for any number of cases. */
@Injectable()
export class CaseFactsReader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
  ) {}

  /** By case. What nobody knows of a case (whose number it is, what is owed) is null there. */
  async of(accountId: number, cases: readonly CaseAsked[]): Promise<ReadonlyMap<number, CaseFacts>> {
    const { zone, locale } = await this.accounts.get(accountId);
    const today = localDate(zone, this.clock.now());
    const ids = [...new Set(cases.flatMap(({ debtorId }) => debtorId ?? []))];
    const debtors = await this.debtors(accountId, ids);
    const owed = await this.owed(accountId, ids, today);
    const segments = await this.segments(accountId, ids);
    return new Map(
      cases.map(({ id, debtorId, reason }) => {
        const debtor = debtorId === null ? undefined : debtors.get(debtorId);
        const facts: CaseFacts = {
          reason,
          ...((debtorId === null ? undefined : owed.get(debtorId)) ?? { stage: null, amount: null, currency: null }),
          segments: (debtorId === null ? undefined : segments.get(debtorId)) ?? [],
          debtorKind: debtor?.kind === "company" ? "company" : "person",
          channel: WRITTEN_CHANNEL,
          language: debtor?.language ?? locale,
        };
        return [id, facts];
      }),
    );
  }

  private async debtors(accountId: number, ids: readonly number[]) {
    if (ids.length === 0) return new Map<number, { kind: string; language: string }>();
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBTOR)
      .select(["id", "kind", "language"])
      .where("account_id", "=", accountId)
      .where("id", "in", [...ids])
      .execute();
    return new Map(rows.map(({ id, ...debtor }) => [id, debtor]));
  }

  /** The stage of the oldest debt, and the most that is owed in one currency. */
  private async owed(accountId: number, ids: readonly number[], today: CalendarDate) {
    const found = new Map<number, Pick<CaseFacts, "stage" | "amount" | "currency">>();
    if (ids.length === 0) return found;
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(({ fn }) => ["debtor_id", "currency", fn.sum<number | string>("balance_minor").as("owed"), fn.min("due_date").as("oldest")])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", [...ids])
      .where("status", "=", "open")
      .groupBy(["debtor_id", "currency"])
      .execute();
    for (const [debtorId, sums] of Map.groupBy(rows, ({ debtor_id }) => debtor_id)) {
      const most = sums.toSorted((a, b) => (BigInt(b.owed) > BigInt(a.owed) ? 1 : -1))[0]!;
      const oldest = sums.map((sum) => sum.oldest).toSorted()[0]!;
      found.set(debtorId, { stage: stageOf(oldest, today), amount: BigInt(most.owed), currency: most.currency });
    }
    return found;
  }

  private async segments(accountId: number, ids: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.db
      .typed<SegmentationTables>()
      .selectFrom(`${SEGMENT_MEMBER} as m`)
      .innerJoin(`${SEGMENT} as s`, (on) => on.onRef("s.account_id", "=", "m.account_id").onRef("s.id", "=", "m.segment_id"))
      .select(["m.debtor_id", "s.segment_key"])
      .distinct()
      .where("m.account_id", "=", accountId)
      .where("m.debtor_id", "in", [...ids])
      .where("m.open_slot", "=", 1)
      .execute();
    const grouped = Map.groupBy(rows, ({ debtor_id }) => debtor_id);
    return new Map([...grouped].map(([debtorId, members]) => [debtorId, members.map(({ segment_key }) => segment_key)]));
  }
}
