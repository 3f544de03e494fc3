import { Injectable } from "@nestjs/common";
import { type Expression, sql } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { addDays } from "../../../shared/calendar.js";
import { DAY, HOUR, type Instant } from "../../../shared/instant.js";
import type { Currency } from "../../../shared/money.js";
import { ESCALATION, type EscalationsTables } from "../../escalations/index.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables, MONEY_FLOW, PROMISE_SPAN } from "../kpis.tables.js";
import { ANSWER_WINDOW } from "../projections/contacts/domain/contact-tries.js";
import type { DaySoFar } from "./domain/hours.js";

/** How many, by the hours that had passed since the day began. */
export interface HourCount {
  readonly hour: number;
  readonly n: number;
}

/** The same of something that is made of money. */
export interface HourSum extends HourCount {
  readonly currency: Currency;
  readonly minor: number;
}

const ANSWER_DAYS = ANSWER_WINDOW / DAY;

/**
 * What happened on a day, whatever day it was planned for, as it was known then. Attempts and denials have their hour on the account's wall;
 * everything else is counted by the hours since the day began.
 */
@Injectable()
export class DayEvents {
  constructor(private readonly db: Database) {}

  /** Debtors somebody tried to reach, each in the hour of the first attempt of the day; of them, those who answered by then. */
  async contacted(day: DaySoFar): Promise<(HourCount & { readonly answered: number })[]> {
    const debtors = this.tries(day)
      .select((is) => [
        "debtor_id",
        is.fn.min<number>("hour").as("hour"),
        is.fn.max<number>(is.case().when("answered_recorded", "<=", day.at).then(1).else(0).end()).as("answered"),
      ])
      .where("day", "=", day.date)
      .groupBy("debtor_id")
      .as("debtors");
    const rows = await this.tables
      .selectFrom(debtors)
      .select(({ fn }) => ["hour", fn.countAll<number>().as("n"), fn.sum<number | string>("answered").as("answered")])
      .groupBy("hour")
      .execute();
    return rows.map(({ hour, n, answered }) => ({ hour: Number(hour), n: Number(n), answered: Number(answered) }));
  }

  /** Debtors who answered an attempt, of today or of the days before in which an answer still is one. */
  async answered(day: DaySoFar): Promise<HourCount[]> {
    const debtors = this.tries(day)
      .select(({ fn }) => ["debtor_id", fn.min<number>("answered_at").as("at")])
      .where("day", ">=", addDays(day.date, -ANSWER_DAYS))
      .where("answered_at", ">=", day.start)
      .where("answered_at", "<=", day.at)
      .where("answered_recorded", "<=", day.at)
      .groupBy("debtor_id")
      .as("debtors");
    const rows = await this.tables
      .selectFrom(debtors)
      .select((is) => [elapsed(is.ref("at"), day.start).as("hour"), is.fn.countAll<number>().as("n")])
      .groupBy("hour")
      .execute();
    return rows.map(counted);
  }

  /** Promises made, less those that were replaced or taken back. */
  async promised(day: DaySoFar): Promise<HourSum[]> {
    const rows = await this.tables
      .selectFrom(PROMISE_SPAN)
      .select((is) => [
        "currency",
        elapsed(is.ref("made_at"), day.start).as("hour"),
        is.fn.countAll<number>().as("n"),
        is.fn.sum<number | string>("amount_minor").as("minor"),
      ])
      .where("account_id", "=", day.accountId)
      .where("made_on", "=", day.date)
      .where("made_at", "<=", day.at)
      .where("from_at", "<=", day.at)
      .where("to_at", ">", day.at)
      .where("standing", "not in", ["superseded", "cancelled"])
      .groupBy(["currency", "hour"])
      .execute();
    return rows.map(summed);
  }

  /** Payments that became known, whatever their value date, and their money less what was taken back. */
  async paid(day: DaySoFar): Promise<HourSum[]> {
    const payments = this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => {
        const amount = is.ref("amount_minor");
        const came = is.case().when("kind", "=", "hand").then(amount).else(is.neg(amount)).end();
        return ["currency", "payment", is.fn.min<number>("recorded_at").as("at"), is.fn.sum<number>(came).as("minor")];
      })
      .where("account_id", "=", day.accountId)
      .where("recorded_at", ">=", day.start)
      .where("recorded_at", "<=", day.at)
      .where("kind", "in", ["payment", "reversal", "credit", "hand"])
      .groupBy(["currency", "payment"])
      .as("payments");
    const rows = await this.tables
      .selectFrom(payments)
      .select((is) => [
        "currency",
        elapsed(is.ref("at"), day.start).as("hour"),
        is.fn.sum<number | string>(is.case().when("minor", ">", 0).then(1).else(0).end()).as("n"),
        is.fn.sum<number | string>("minor").as("minor"),
      ])
      .groupBy(["currency", "hour"])
      .execute();
    return rows.map(summed);
  }

  /** Cases handed to people. */
  async escalated(day: DaySoFar): Promise<HourCount[]> {
    const rows = await this.db
      .typed<EscalationsTables>()
      .selectFrom(ESCALATION)
      .select((is) => [elapsed(is.ref("opened_at"), day.start).as("hour"), is.fn.countAll<number>().as("n")])
      .where("account_id", "=", day.accountId)
      .where("opened_at", ">=", day.start)
      .where("opened_at", "<=", day.at)
      .groupBy("hour")
      .execute();
    return rows.map(counted);
  }

  /** Attempts that a rule kept back: those that are not made at all, and those it moved. */
  async denied(day: DaySoFar): Promise<{ readonly dropped: HourCount[]; readonly moved: HourCount[] }> {
    const of = async (table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL) => {
      const rows = await this.tables
        .selectFrom(table)
        .select(({ fn }) => ["hour", fn.countAll<number>().as("n")])
        .where("account_id", "=", day.accountId)
        .where("day", "=", day.date)
        .where("recorded_at", "<=", day.at)
        .groupBy("hour")
        .execute();
      return rows.map(counted);
    };
    return { dropped: await of(CONTACT_DENIAL), moved: await of(CONTACT_DEFERRAL) };
  }

  private tries(day: DaySoFar) {
    return this.tables
      .selectFrom(CONTACT_TRY)
      .where("account_id", "=", day.accountId)
      .where("made_at", "<=", day.at)
      .where("made_recorded", "<=", day.at);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

/** Whole hours from `start`; both databases divide differently, so they are told to leave the rest. */
const elapsed = (at: Expression<number | null>, start: Instant) => sql<number>`floor((${at} - ${start}) / ${sql.lit(HOUR)}.0)`;

const counted = ({ hour, n }: { hour: number; n: number | string }): HourCount => ({ hour: Number(hour), n: Number(n) });

function summed(row: { currency: Currency; hour: number; n: number | string; minor: number | string }): HourSum {
  return { ...counted(row), currency: row.currency, minor: Number(row.minor) };
}
