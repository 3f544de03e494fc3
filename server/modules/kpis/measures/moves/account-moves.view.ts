import { Injectable } from "@nestjs/common";
import { expressionBuilder, sql } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import { localDate } from "../../../../shared/zone.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW } from "../../kpis.tables.js";
import type { Ending, MovedAccounts } from "../../metrics/domain/cases/roll-moves.js";
import { stageAt } from "../../projections/closings/open-debts.view.js";
import { edgesOf, type Question } from "../domain/counted.js";

/** Money that lies on debts; a credit note is none. */
const MONEY = ["payment", "reversal", "credit"] as const;

/** An account at both ends of a period; a due date that is null: it was not there. */
export interface AccountEnds {
  readonly debtor_id: number;
  readonly currency: Currency;
  readonly due_before: CalendarDate | null;
  readonly due_now: CalendarDate | null;
  readonly was: number;
  readonly is_now: number;
  readonly paid: number;
}

/** How accounts (a debtor in one currency) went from the beginning of a period to its end, added up where they went alike. */
@Injectable()
export class AccountMoves {
  constructor(private readonly db: Database) {}

  /** @returns of each currency, at most one row for each pair of stages and way to end */
  async of(question: Question): Promise<Map<Currency, MovedAccounts[]>> {
    const rows = await this.tables
      .selectFrom(this.each(question).as("parted"))
      .select(({ fn }) => [
        "currency",
        "stage_from",
        "stage_to",
        "ending",
        fn.countAll<number>().as("accounts"),
        fn.sum<number | string>("was").as("was"),
        fn.sum<number | string>("is_now").as("is_now"),
        fn.sum<number | string>("kept").as("kept"),
        fn.sum<number | string>("by_payment").as("paid"),
      ])
      .groupBy(["currency", "stage_from", "stage_to", "ending"])
      .execute();
    const moves = new Map<Currency, MovedAccounts[]>();
    for (const row of rows) moves.set(row.currency, [...(moves.get(row.currency) ?? []), movedOf(row)]);
    return moves;
  }

  /** Each account that was there at either end, with the stage of its oldest debt and what became of what it owed. */
  each(question: Question) {
    const is = expressionBuilder<{ accounts: AccountEnds }, "accounts">();
    const [dayBefore, dayNow] = this.days(question);
    // What was owed before is still owed up to what is owed now; of the rest, what came in was paid.
    const staged = this.tables
      .selectFrom(this.ends(question).as("accounts"))
      .select([
        "debtor_id",
        "currency",
        "due_before",
        "due_now",
        "was",
        "is_now",
        "paid",
        stageAt(is.ref("due_before"), dayBefore).as("stage_from"),
        stageAt(is.ref("due_now"), dayNow).as("stage_to"),
        is
          .case()
          .when("due_now", "is", null)
          .then(0)
          .when("is_now", "<", is.ref("was"))
          .then(is.ref("is_now"))
          .else(is.ref("was"))
          .end()
          .as("kept"),
      ])
      .where((any) => any.or([any("due_before", "is not", null), any("due_now", "is not", null)]))
      .as("staged");
    return this.tables.selectFrom(staged).select((row) => {
      const rest = row("was", "-", row.ref("kept"));
      return [
        "debtor_id",
        "currency",
        "due_before",
        "due_now",
        "stage_from",
        "stage_to",
        "was",
        "is_now",
        "kept",
        row.case().when("paid", "<=", 0).then(0).when("paid", "<", rest).then(row.ref("paid")).else(rest).end().as("by_payment"),
        row.case().when("paid", ">", 0).then(went("paid")).else(went("closed")).end().as("ending"),
      ];
    });
  }

  /** The days at which both ends are looked at, in the account's zone. */
  days(question: Question): readonly [CalendarDate, CalendarDate] {
    const { start, end } = edgesOf(question);
    const { zone } = question.period;
    return [localDate(zone, start), localDate(zone, end)];
  }

  /** Each account that owed at either end, or moved money between, once. */
  ends(question: Question) {
    const { start, end } = edgesOf(question);
    const { accountId } = question;
    const before = this.standing(accountId, start).select((is) => [
      "debtor_id",
      "currency",
      is.ref("due_date").$castTo<CalendarDate | null>().as("due_before"),
      nothing<CalendarDate>().as("due_now"),
      is.ref("balance_minor").as("was"),
      sql.lit(0).as("is_now"),
      sql.lit(0).as("paid"),
    ]);
    const now = this.standing(accountId, end).select((is) => [
      "debtor_id",
      "currency",
      nothing<CalendarDate>().as("due_before"),
      is.ref("due_date").$castTo<CalendarDate | null>().as("due_now"),
      sql.lit(0).as("was"),
      is.ref("balance_minor").as("is_now"),
      sql.lit(0).as("paid"),
    ]);
    const money = this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => [
        is.ref("debtor_id").$castTo<number>().as("debtor_id"),
        "currency",
        nothing<CalendarDate>().as("due_before"),
        nothing<CalendarDate>().as("due_now"),
        sql.lit(0).as("was"),
        sql.lit(0).as("is_now"),
        is.neg(is.ref("amount_minor")).as("paid"),
      ])
      .where("account_id", "=", accountId)
      .where("recorded_at", ">", start)
      .where("recorded_at", "<=", end)
      .where("kind", "in", MONEY);
    return this.tables
      .selectFrom(before.unionAll(now).unionAll(money).as("parts"))
      .select(({ fn }) => [
        "debtor_id",
        "currency",
        fn.min("due_before").as("due_before"),
        fn.min("due_now").as("due_now"),
        fn.sum<number>("was").as("was"),
        fn.sum<number>("is_now").as("is_now"),
        fn.sum<number>("paid").as("paid"),
      ])
      .groupBy(["debtor_id", "currency"]);
  }

  private standing(accountId: number, at: Instant) {
    return this.tables
      .selectFrom(DEBT_SPAN)
      .where("account_id", "=", accountId)
      .where("from_at", "<=", at)
      .where("to_at", ">", at)
      .where("status", "=", "open");
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

const went = (ending: Exclude<Ending, "written_off">) => sql.lit(ending);
const nothing = <T>() => sql<T | null>`null`;

function movedOf(row: {
  readonly stage_from: StageId | null;
  readonly stage_to: StageId | null;
  readonly ending: "paid" | "closed";
  readonly accounts: number | string;
  readonly was: number | string;
  readonly is_now: number | string;
  readonly kept: number | string;
  readonly paid: number | string;
}): MovedAccounts {
  return {
    from: row.stage_from,
    to: row.stage_to,
    ending: row.ending,
    accounts: BigInt(row.accounts),
    before: BigInt(row.was),
    now: BigInt(row.is_now),
    kept: BigInt(row.kept),
    paid: BigInt(row.paid),
    // No ledger entry says yet that something was written off.
    writtenOff: 0n,
  };
}
