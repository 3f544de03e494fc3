import { Injectable } from "@nestjs/common";
import { type AliasedExpression, expressionBuilder, type SelectQueryBuilder, sql } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW } from "../../kpis.tables.js";
import type { Ending } from "../../metrics/domain/cases/roll-moves.js";
import { duesThatMove } from "../closings/domain/closing-day.js";
import { OpenDebts, stageAt } from "../closings/open-debts.view.js";
import type { FlowKind } from "../debts/domain/portfolio-record.js";
import type { DatedInstant } from "../domain/account-day.js";
import { type MoveSum, movesLess } from "./domain/moves-added.js";
import { type MoveRow, moveSumOf } from "./domain/move-row.js";

/** Money that lies on debts; a credit note is none. */
const MONEY = ["payment", "reversal", "credit"] as const;

/** An account at both ends of a time; a due date that is null: it was not there. */
export interface AccountEnds {
  readonly debtor_id: number;
  readonly currency: string;
  readonly due_before: CalendarDate | null;
  readonly due_now: CalendarDate | null;
  readonly was: number;
  readonly is_now: number;
  readonly paid: number;
  readonly written: number;
}

/** Debtors that alone are looked at. */
type Among = AliasedExpression<{ debtor_id: number }, "t"> | null;

/** How accounts (a debtor in one currency) went from one instant to a later one, added up where they went alike. */
@Injectable()
export class AccountMoves {
  constructor(
    private readonly db: Database,
    private readonly debts: OpenDebts,
  ) {}

  /** @returns at most one row for each currency, pair of stages and way to end */
  async of(accountId: number, start: DatedInstant, end: DatedInstant, among: Among = null): Promise<MoveSum[]> {
    const rows = await this.tables
      .selectFrom(this.each(accountId, start, end, among).as("parted"))
      .select(({ fn }) => [
        "currency",
        "stage_from",
        "stage_to",
        "ending",
        fn.countAll<number>().as("accounts"),
        fn.sum<number | string>("was").as("before_minor"),
        fn.sum<number | string>("is_now").as("now_minor"),
        fn.sum<number | string>("kept").as("kept_minor"),
        fn.sum<number | string>("by_payment").as("paid_minor"),
        fn.sum<number | string>("by_write_off").as("written_off_minor"),
      ])
      .groupBy(["currency", "stage_from", "stage_to", "ending"])
      .execute();
    return rows.map((row: MoveRow) => moveSumOf(row));
  }

  /**
   * What is different in the moves since `start` when they are looked at `now` and no longer `then`: of those alone who can have moved
   * meanwhile. Less is negative; an account may have two rows.
   */
  async more(accountId: number, start: DatedInstant, then: DatedInstant, now: DatedInstant): Promise<MoveSum[]> {
    const moving = this.moving(accountId, then, now);
    const gone = await this.of(accountId, start, then, moving);
    return [...movesLess(gone), ...(await this.of(accountId, start, now, moving))];
  }

  /** What is different in the moves up to `end` when they are looked at from a later `start` on and no longer from an `earlier` one. */
  async fromLater(accountId: number, earlier: DatedInstant, start: DatedInstant, end: DatedInstant): Promise<MoveSum[]> {
    const moving = this.moving(accountId, earlier, start);
    const gone = await this.of(accountId, earlier, end, moving);
    return [...movesLess(gone), ...(await this.of(accountId, start, end, moving))];
  }

  /** Each account that was there at either end, with the stage of its oldest debt and what became of what it owed. */
  each(accountId: number, start: DatedInstant, end: DatedInstant, among: Among = null) {
    const is = expressionBuilder<{ accounts: AccountEnds }, "accounts">();
    // What was owed before is still owed up to what is owed now; of the rest, what came in was paid, and then what was given up written off.
    const staged = this.tables
      .selectFrom(this.ends(accountId, start.at, end.at, among).as("accounts"))
      .select([
        "debtor_id",
        "currency",
        "due_before",
        "due_now",
        "was",
        "is_now",
        "paid",
        "written",
        stageAt(is.ref("due_before"), start.day).as("stage_from"),
        stageAt(is.ref("due_now"), end.day).as("stage_to"),
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
      const byPayment = row.case().when("paid", "<=", 0).then(0).when("paid", "<", rest).then(row.ref("paid")).else(rest).end();
      const left = sql<number>`${rest} - ${byPayment}`;
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
        byPayment.as("by_payment"),
        row
          .case()
          .when("written", "<=", 0)
          .then(0)
          .when(sql<boolean>`${row.ref("written")} < ${left}`)
          .then(row.ref("written"))
          .else(left)
          .end()
          .as("by_write_off"),
        row
          .case()
          .when("written", ">", 0)
          .then(went("written_off"))
          .when("paid", ">", 0)
          .then(went("paid"))
          .else(went("closed"))
          .end()
          .as("ending"),
      ];
    });
  }

  /** Each account that owed at either end, or moved money between, once. */
  private ends(accountId: number, start: Instant, end: Instant, among: Among) {
    const before = this.standing(accountId, start, among).select((is) => [
      "s.debtor_id",
      "s.currency",
      is.ref("s.due_date").$castTo<CalendarDate | null>().as("due_before"),
      nothing<CalendarDate>().as("due_now"),
      is.ref("s.balance_minor").as("was"),
      sql.lit(0).as("is_now"),
      sql.lit(0).as("paid"),
      sql.lit(0).as("written"),
    ]);
    const now = this.standing(accountId, end, among).select((is) => [
      "s.debtor_id",
      "s.currency",
      nothing<CalendarDate>().as("due_before"),
      is.ref("s.due_date").$castTo<CalendarDate | null>().as("due_now"),
      sql.lit(0).as("was"),
      is.ref("s.balance_minor").as("is_now"),
      sql.lit(0).as("paid"),
      sql.lit(0).as("written"),
    ]);
    const money = this.money(accountId, start, end, among).select((is) => [
      is.ref("f.debtor_id").$castTo<number>().as("debtor_id"),
      "f.currency",
      nothing<CalendarDate>().as("due_before"),
      nothing<CalendarDate>().as("due_now"),
      sql.lit(0).as("was"),
      sql.lit(0).as("is_now"),
      this.signed(MONEY).as("paid"),
      this.signed(["write_off"]).as("written"),
    ]);
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
        fn.sum<number>("written").as("written"),
      ])
      .groupBy(["debtor_id", "currency"]);
  }

  /** Whoever can be in another stage or owe another amount `now` than `then`: by a debt, by money, or by the days alone. */
  private moving(accountId: number, then: DatedInstant, now: DatedInstant): Exclude<Among, null> {
    const begun = this.debts.begun(accountId, then.at, now.at).select("debtor_id");
    const ended = this.debts.ended(accountId, then.at, now.at).select("debtor_id");
    const paying = this.money(accountId, then.at, now.at, null)
      .select((is) => is.ref("f.debtor_id").$notNull().as("debtor_id"))
      .where("f.debtor_id", "is not", null);
    const moved = begun.union(ended).union(paying);
    if (then.day === now.day) return moved.as("t");
    const aged = this.debts.standing(accountId, now.at).select("debtor_id").where("due_date", "in", duesThatMove(now.day));
    return moved.union(aged).as("t");
  }

  private standing(accountId: number, at: Instant, among: Among): Spans {
    const spans = among
      ? (this.tables.selectFrom(among).innerJoin(`${DEBT_SPAN} as s`, "s.debtor_id", "t.debtor_id") as unknown as Spans)
      : this.tables.selectFrom(`${DEBT_SPAN} as s`);
    return spans
      .where("s.account_id", "=", accountId)
      .where("s.from_at", "<=", at)
      .where("s.to_at", ">", at)
      .where("s.status", "=", "open");
  }

  /** Money, and what was written off: written down after `start`, up to `end`. */
  private money(accountId: number, start: Instant, end: Instant, among: Among): Flows {
    const flows = among
      ? (this.tables.selectFrom(among).innerJoin(`${MONEY_FLOW} as f`, "f.debtor_id", "t.debtor_id") as unknown as Flows)
      : this.tables.selectFrom(`${MONEY_FLOW} as f`);
    return (
      flows
        .where("f.account_id", "=", accountId)
        .where("f.recorded_at", ">", start)
        .where("f.recorded_at", "<=", end)
        .where("f.kind", "in", [...MONEY, "write_off"])
        // What money gives back of a write-off came with money that is told apart.
        .where((is) => is.or([is("f.kind", "<>", "write_off"), is("f.payment", "is", null)]))
    );
  }

  /** What a movement of these kinds took off a debt. */
  private signed(kinds: readonly FlowKind[]) {
    return sql<number>`case when ${sql.ref("f.kind")} in (${sql.join(kinds)}) then -${sql.ref("f.amount_minor")} else 0 end`;
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}

type Spans = SelectQueryBuilder<KpisTables & { s: KpisTables["debt_span"] }, "s", object>;
type Flows = SelectQueryBuilder<KpisTables & { f: KpisTables["money_flow"] }, "f", object>;

const went = (ending: Ending) => sql.lit(ending);
const nothing = <T>() => sql<T | null>`null`;
