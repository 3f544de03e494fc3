import { Injectable } from "@nestjs/common";
import { Database } from "../../../../platform/database/database.js";
import type { Instant } from "../../../../shared/instant.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables, MONEY_FLOW, NO_END, PROMISE_SPAN } from "../../kpis.tables.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import type { PersonFacts } from "./domain/person-facts.js";

type Part = keyof PersonFacts;
type Facts<Of extends Part> = PersonFacts[Of][number] & { readonly debtorId: number };
export const FACT_PARTS = ["tries", "kept", "promises", "money"] as const satisfies readonly Part[];

/** Days of which facts are wanted; without any, all. */
type Days = Pick<ReportingPeriod, "start" | "end"> | null;

/** What is known of debtors, as far as people are counted by it. */
@Injectable()
export class PersonFactsView {
  constructor(private readonly db: Database) {}

  /** @param parts the others stay empty @returns by debtor; of whom nothing is known is not there */
  async of(
    accountId: number,
    debtorIds: readonly number[],
    parts: readonly Part[] = FACT_PARTS,
    days: Days = null,
  ): Promise<Map<number, PersonFacts>> {
    if (debtorIds.length === 0) return new Map();
    const has = (part: Part) => parts.includes(part);
    const tries = by(has("tries") ? await this.tries(accountId, debtorIds, days) : []);
    const kept = by(has("kept") ? await this.kept(accountId, debtorIds, days) : []);
    const promises = by(has("promises") ? await this.promises(accountId, debtorIds, days) : []);
    const money = by(has("money") ? await this.money(accountId, debtorIds, days) : []);
    const known = new Set([...tries.keys(), ...kept.keys(), ...promises.keys(), ...money.keys()]);
    return new Map(
      [...known].map((debtorId) => [
        debtorId,
        {
          tries: tries.get(debtorId) ?? [],
          kept: kept.get(debtorId) ?? [],
          promises: promises.get(debtorId) ?? [],
          money: money.get(debtorId) ?? [],
        },
      ]),
    );
  }

  /** Of whom anything was written down in `[since, until]`. */
  async heardOf(accountId: number, since: Instant, until: Instant): Promise<number[]> {
    const within = (column: "made_recorded" | "delivered_recorded" | "read_recorded" | "answered_recorded") =>
      this.tables
        .selectFrom(CONTACT_TRY)
        .select("debtor_id")
        .where("account_id", "=", accountId)
        .where(column, ">=", since)
        .where(column, "<=", until);
    const recorded = (table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL | typeof MONEY_FLOW) =>
      this.tables
        .selectFrom(table)
        .select((is) => is.ref("debtor_id").$notNull().as("debtor_id"))
        .where("account_id", "=", accountId)
        .where("recorded_at", ">=", since)
        .where("recorded_at", "<=", until)
        .where("debtor_id", "is not", null);
    // Where one span of a promise ends another begins.
    const promised = this.tables
      .selectFrom(PROMISE_SPAN)
      .select("debtor_id")
      .where("account_id", "=", accountId)
      .where("from_at", ">=", since)
      .where("from_at", "<=", until);
    const rows = await within("made_recorded")
      .union(within("delivered_recorded"))
      .union(within("read_recorded"))
      .union(within("answered_recorded"))
      .union(recorded(CONTACT_DENIAL))
      .union(recorded(CONTACT_DEFERRAL))
      .union(recorded(MONEY_FLOW))
      .union(promised)
      .execute();
    return rows.map(({ debtor_id: debtorId }) => debtorId);
  }

  private async tries(accountId: number, debtorIds: readonly number[], days: Days): Promise<Facts<"tries">[]> {
    const rows = await this.tables
      .selectFrom(CONTACT_TRY)
      .select((is) => [
        "debtor_id as debtorId",
        is.ref("day").$notNull().as("day"),
        is.ref("made_recorded").$notNull().as("made"),
        "delivered_recorded as delivered",
        "read_recorded as read",
        "answered_recorded as answered",
      ])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("day", ">=", days?.start ?? "")
      .$if(days !== null, (tries) => tries.where("day", "<", days!.end))
      .where("made_recorded", "is not", null)
      .execute();
    return rows;
  }

  private async kept(accountId: number, debtorIds: readonly number[], days: Days): Promise<Facts<"kept">[]> {
    const of = (table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL) =>
      this.tables
        .selectFrom(table)
        .select((is) => [is.ref("debtor_id").$notNull().as("debtorId"), "day", "recorded_at as recorded"])
        .where("account_id", "=", accountId)
        .where("debtor_id", "in", debtorIds)
        .where("day", ">=", days?.start ?? "")
        .$if(days !== null, (kept) => kept.where("day", "<", days!.end))
        .execute();
    return [...(await of(CONTACT_DENIAL)), ...(await of(CONTACT_DEFERRAL))];
  }

  private async promises(accountId: number, debtorIds: readonly number[], days: Days): Promise<Facts<"promises">[]> {
    const rows = await this.tables
      .selectFrom(PROMISE_SPAN)
      .select(["debtor_id as debtorId", "made_on as day", "from_at as from", "to_at as to"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("standing", "<>", "cancelled")
      .where("made_on", ">=", days?.start ?? "")
      .$if(days !== null, (promises) => promises.where("made_on", "<", days!.end))
      .execute();
    return rows.map((row) => ({ ...row, to: row.to === NO_END ? null : row.to }));
  }

  private async money(accountId: number, debtorIds: readonly number[], days: Days): Promise<Facts<"money">[]> {
    return this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [
        is.ref("debtor_id").$notNull().as("debtorId"),
        "day",
        "currency",
        "amount_minor as minor",
        "recorded_at as recorded",
      ])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("kind", "in", ["payment", "reversal"])
      .where("day", ">=", days?.start ?? "")
      .$if(days !== null, (money) => money.where("day", "<", days!.end))
      .execute();
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

function by<Fact extends { readonly debtorId: number }>(facts: readonly Fact[]): Map<number, Fact[]> {
  return Map.groupBy(facts, ({ debtorId }) => debtorId);
}
