import { Injectable } from "@nestjs/common";
import { sql } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables, MONEY_FLOW, NO_END, PROMISE_SPAN } from "../../kpis.tables.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import { inPortions } from "../domain/id-portions.js";
import type { PersonFacts, PersonsTry } from "./domain/person-facts.js";

type Part = keyof PersonFacts;

/** A fact of another part than attempts, as one statement gives all of them. */
interface OtherFact {
  readonly part: Part;
  readonly debtorId: number;
  readonly day: CalendarDate;
  readonly recorded: Instant;
  /** Of a promise. */
  readonly until: Instant;
  readonly currency: Currency;
  readonly minor: number;
}
export const FACT_PARTS = ["tries", "kept", "promises", "money"] as const satisfies readonly Part[];

/** Days of which facts are wanted; without any, all. */
type Days = Pick<ReportingPeriod, "start" | "end"> | null;
const FIRST: CalendarDate = "";
const AFTER_ALL: CalendarDate = "9999-99-99";

interface Asked {
  readonly accountId: number;
  readonly debtorIds: readonly number[];
  readonly days: Days;
}

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
    return inPortions(debtorIds, (portion) => this.known({ accountId, debtorIds: portion, days }, parts));
  }

  private async known(asked: Asked, parts: readonly Part[]): Promise<Map<number, PersonFacts>> {
    const tries = by(parts.includes("tries") ? await this.tries(asked) : []);
    const others = parts.some((part) => part !== "tries") ? await this.others(asked) : [];
    const of = (part: Part) => by(parts.includes(part) ? others.filter((row) => row.part === part) : []);
    const [kept, promises, money] = [of("kept"), of("promises"), of("money")];
    const known = new Set([...tries.keys(), ...kept.keys(), ...promises.keys(), ...money.keys()]);
    return new Map(
      [...known].map((debtorId) => [
        debtorId,
        {
          tries: tries.get(debtorId) ?? [],
          kept: (kept.get(debtorId) ?? []).map(({ day, recorded }) => ({ day, recorded })),
          promises: (promises.get(debtorId) ?? []).map(({ day, recorded: from, until }) => ({
            day,
            from,
            to: until === NO_END ? null : until,
          })),
          money: (money.get(debtorId) ?? []).map(({ day, recorded, currency, minor }) => ({ day, currency, minor, recorded })),
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

  private async tries({ accountId, debtorIds, days }: Asked): Promise<(PersonsTry & { readonly debtorId: number })[]> {
    return this.tables
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
      .where("day", ">=", days?.start ?? FIRST)
      .where("day", "<", days?.end ?? AFTER_ALL)
      .where("made_recorded", "is not", null)
      .execute();
  }

  /** Denials, deferrals, promises and money, of which most debtors have none: in one statement. */
  private others(asked: Asked): Promise<OtherFact[]> {
    return this.kept(asked, CONTACT_DENIAL)
      .unionAll(this.kept(asked, CONTACT_DEFERRAL))
      .unionAll(this.promises(asked))
      .unionAll(this.money(asked))
      .execute();
  }

  private kept({ accountId, debtorIds, days }: Asked, table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL) {
    return this.tables
      .selectFrom(table)
      .select((is) => [
        sql<Part>`'kept'`.as("part"),
        is.ref("debtor_id").$notNull().as("debtorId"),
        "day",
        "recorded_at as recorded",
        sql.lit(0).$castTo<number>().as("until"),
        sql<Currency>`''`.as("currency"),
        sql.lit(0).$castTo<number>().as("minor"),
      ])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("day", ">=", days?.start ?? FIRST)
      .where("day", "<", days?.end ?? AFTER_ALL);
  }

  private promises({ accountId, debtorIds, days }: Asked) {
    return this.tables
      .selectFrom(PROMISE_SPAN)
      .select([
        sql<Part>`'promises'`.as("part"),
        "debtor_id as debtorId",
        "made_on as day",
        "from_at as recorded",
        "to_at as until",
        sql<Currency>`''`.as("currency"),
        sql.lit(0).$castTo<number>().as("minor"),
      ])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("standing", "<>", "cancelled")
      .where("made_on", ">=", days?.start ?? FIRST)
      .where("made_on", "<", days?.end ?? AFTER_ALL);
  }

  private money({ accountId, debtorIds, days }: Asked) {
    return this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [
        sql<Part>`'money'`.as("part"),
        is.ref("debtor_id").$notNull().as("debtorId"),
        "day",
        "recorded_at as recorded",
        sql.lit(0).$castTo<number>().as("until"),
        "currency",
        "amount_minor as minor",
      ])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("kind", "in", ["payment", "reversal"])
      .where("day", ">=", days?.start ?? FIRST)
      .where("day", "<", days?.end ?? AFTER_ALL);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

function by<Fact extends { readonly debtorId: number }>(facts: readonly Fact[]): Map<number, Fact[]> {
  return Map.groupBy(facts, ({ debtorId }) => debtorId);
}
