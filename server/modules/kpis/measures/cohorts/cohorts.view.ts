import { Injectable } from "@nestjs/common";
import { type Expression, expressionBuilder } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW } from "../../kpis.tables.js";

/** Money that lies on debts; a credit note is none. */
const MONEY = ["payment", "credit"] as const;

/** Days of placement, half-open, and what was known of them. */
export interface CohortQuestion {
  readonly accountId: number;
  readonly placedFrom: CalendarDate;
  readonly placedBefore: CalendarDate;
  readonly asOf: Instant;
}

/** Debts of one currency that were placed in one month. */
export interface PlacedMonth {
  readonly currency: Currency;
  /** `YYYY-MM` */
  readonly month: string;
  readonly debts: number;
  readonly placed: bigint;
}

/** What such debts brought so many days after the placement of each. */
export interface CollectedDay {
  readonly currency: Currency;
  readonly month: string;
  readonly day: number;
  readonly minor: bigint;
}

/** Debts old enough for a reading, and what they had brought by its day; those that are too young are counted. */
export interface CohortReading {
  readonly currency: Currency;
  readonly day: number;
  readonly debts: number;
  readonly young: number;
  readonly placed: bigint;
  readonly collected: bigint;
}

/**
 * What placed debts brought, by days since the placement of each. Money that is known to be taken back never came; of each debt no more
 * counts than was placed; what an undone import had placed never was.
 */
@Injectable()
export class Cohorts {
  constructor(private readonly db: Database) {}

  async placed(question: CohortQuestion): Promise<PlacedMonth[]> {
    const rows = await this.debts(question)
      .select((is) => [
        "currency",
        monthOf(is.ref("placed_on")).as("month"),
        is.fn.countAll<number>().as("debts"),
        is.fn.sum<number | string>("placed_minor").as("placed"),
      ])
      .groupBy(["currency", "month"])
      .orderBy("currency")
      .orderBy("month")
      .execute();
    return rows.map(({ currency, month, debts, placed }) => ({ currency, month, debts: Number(debts), placed: BigInt(placed) }));
  }

  /** @param longest the last day since placement that is asked for */
  async collected(question: CohortQuestion, longest: number): Promise<CollectedDay[]> {
    // What came so far of each debt, movement by movement; what each added below the limit of what was placed is then added up.
    const running = this.tables
      .selectFrom(this.debts(question).select(["debt_id", "currency", "placed_on", "placed_minor"]).as("d"))
      .innerJoin(this.money(question).as("f"), "f.debt_id", "d.debt_id")
      .select((is) => [
        "d.currency",
        monthOf(is.ref("d.placed_on")).as("month"),
        "d.placed_minor as most",
        "f.day",
        "f.minor",
        is.fn
          .sum<number>("f.minor")
          .over((over) => over.partitionBy("f.debt_id").orderBy("f.day").orderBy("f.seq").orderBy("f.line"))
          .as("so_far"),
      ])
      .where("f.day", "<=", longest)
      .as("running");
    const rows = await this.tables
      .selectFrom(running)
      .select((is) => {
        const before = is("so_far", "-", is.ref("minor"));
        const added = is(
          is.case().when("so_far", "<", is.ref("most")).then(is.ref("so_far")).else(is.ref("most")).end(),
          "-",
          is.case().when(before, "<", is.ref("most")).then(before).else(is.ref("most")).end(),
        );
        return ["currency", "month", "day", is.fn.sum<number | string>(added).as("minor")];
      })
      .groupBy(["currency", "month", "day"])
      .orderBy("day")
      .execute();
    return rows.map(({ currency, month, day, minor }) => ({ currency, month, day: Number(day), minor: BigInt(minor) }));
  }

  /**
   * Each debt by its own day of placement.
   * @param days of the readings
   * @param through the last whole day that is known
   */
  async readings(question: CohortQuestion, days: readonly number[], through: CalendarDate): Promise<CohortReading[]> {
    const readings: CohortReading[] = [];
    for (const day of days) {
      const oldest = addDays(through, -day);
      const rows = await this.tables
        .selectFrom(this.broughtBy(question, day).as("debts"))
        .select((is) => {
          const old = is("placed_on", "<=", oldest);
          const brought = is.case().when("brought", "<", is.ref("placed_minor")).then(is.ref("brought")).else(is.ref("placed_minor")).end();
          return [
            "currency",
            is.fn.sum<number | string>(is.case().when(old).then(1).else(0).end()).as("debts"),
            is.fn.sum<number | string>(is.case().when(old).then(0).else(1).end()).as("young"),
            is.fn.sum<number | string>(is.case().when(old).then(is.ref("placed_minor")).else(0).end()).as("placed"),
            is.fn.sum<number | string>(is.case().when(old).then(brought).else(0).end()).as("collected"),
          ];
        })
        .groupBy("currency")
        .orderBy("currency")
        .execute();
      for (const { currency, debts, young, placed, collected } of rows) {
        readings.push({ currency, day, debts: Number(debts), young: Number(young), placed: BigInt(placed), collected: BigInt(collected) });
      }
    }
    return readings;
  }

  /** Each debt and what it had brought by that day after its placement, before the limit of what was placed. */
  broughtBy(question: CohortQuestion, day: number) {
    return this.tables
      .selectFrom(this.debts(question).select(["debt_id", "debtor_id", "currency", "placed_on", "placed_minor"]).as("d"))
      .leftJoin(this.money(question).as("f"), (join) => join.onRef("f.debt_id", "=", "d.debt_id").on("f.day", "<=", day))
      .select((is) => [
        "d.debt_id",
        "d.debtor_id",
        "d.currency",
        "d.placed_on",
        "d.placed_minor",
        is.fn.coalesce(is.fn.sum<number>("f.minor"), is.lit(0)).as("brought"),
      ])
      .groupBy(["d.debt_id", "d.debtor_id", "d.currency", "d.placed_on", "d.placed_minor"]);
  }

  private debts({ accountId, placedFrom, placedBefore, asOf }: CohortQuestion) {
    return this.tables
      .selectFrom(DEBT_SPAN)
      .where("account_id", "=", accountId)
      .where("placed_on", ">=", placedFrom)
      .where("placed_on", "<", placedBefore)
      .where("from_at", "<=", asOf)
      .where("to_at", ">", asOf)
      .where("placed_minor", ">", 0)
      .where((is) => is.or([is("closed_how", "is", null), is("closed_how", "<>", "undone")]));
  }

  /** Money on debts by days since placement; what was there before counts on the day itself. */
  private money({ accountId, asOf }: CohortQuestion) {
    const takenBack = this.tables
      .selectFrom(MONEY_FLOW)
      .select("payment")
      .where("account_id", "=", accountId)
      .where("kind", "=", "reversal")
      .where("recorded_at", "<=", asOf)
      .where("payment", "is not", null);
    return this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [
        "debt_id",
        "seq",
        "line",
        is.neg(is.ref("amount_minor")).as("minor"),
        is.case().when("since_placed", "<", 0).then(0).else(is.ref("since_placed")).end().as("day"),
      ])
      .where("account_id", "=", accountId)
      .where("recorded_at", "<=", asOf)
      .where("kind", "in", MONEY)
      .where("payment", "not in", takenBack);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

/** `YYYY-MM` of a day. */
function monthOf(day: Expression<CalendarDate>) {
  const is = expressionBuilder<object>();
  return is.fn<string>("substr", [day, is.lit(1), is.lit(7)]);
}
