import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables, MONEY_FLOW, PROMISE_SPAN } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import type { PeopleCounted } from "../measures/people-counts.reader.js";

/** The people of any period, as the rows themselves say: of periods of the calendar they are counted as they come. */
@Injectable()
export class FunnelRows {
  constructor(private readonly db: Database) {}

  async of(question: Question): Promise<PeopleCounted> {
    return { ...(await this.reached(question)), "debtors.kept_back": await this.keptBack(question) };
  }

  private async keptBack(question: Question): Promise<number> {
    const tried = this.tries(question).select("debtor_id");
    const kept = this.kept(CONTACT_DENIAL, question).union(this.kept(CONTACT_DEFERRAL, question)).as("kept");
    const row = await this.tables
      .selectFrom(kept)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("debtor_id", "not in", tried)
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  }

  private async reached(question: Question) {
    const { asOf } = question;
    const debtors = this.tries(question)
      .select((is) => {
        const known = (...columns: readonly ("delivered_recorded" | "read_recorded" | "answered_recorded")[]) =>
          is.fn.max<number>(
            is
              .case()
              .when(is.or(columns.map((column) => is(column, "<=", asOf))))
              .then(1)
              .else(0)
              .end(),
          );
        return [
          "debtor_id as debtor",
          known("delivered_recorded", "read_recorded", "answered_recorded").as("delivered"),
          known("read_recorded", "answered_recorded").as("read"),
          known("answered_recorded").as("answered"),
        ];
      })
      .groupBy("debtor_id")
      .as("t");
    const row = await this.tables
      .selectFrom(debtors)
      .leftJoin(this.promising(question), "p.debtor_id", "t.debtor")
      .leftJoin(this.paying(question), "m.debtor_id", "t.debtor")
      .select((is) => {
        const promised = is("p.debtor_id", "is not", null);
        const paid = is("m.debtor_id", "is not", null);
        const agreed = is.and([is("t.answered", "=", 1), promised]);
        const count = (condition: typeof promised) => is.fn.sum<number | string>(is.case().when(condition).then(1).else(0).end());
        return [
          is.fn.countAll<number>().as("contacted"),
          is.fn.sum<number | string>("t.delivered").as("delivered"),
          is.fn.sum<number | string>("t.read").as("read"),
          is.fn.sum<number | string>("t.answered").as("answered"),
          count(agreed).as("agreed"),
          count(is.and([agreed, paid])).as("paid"),
          count(promised).as("agreed_at_all"),
          count(paid).as("paid_at_all"),
        ];
      })
      .executeTakeFirst();
    const of = (column: keyof NonNullable<typeof row>) => Number(row?.[column] ?? 0);
    return {
      "debtors.attempted": of("contacted"),
      "debtors.delivered": of("delivered"),
      "debtors.read": of("read"),
      "debtors.answering": of("answered"),
      "debtors.agreed": of("agreed"),
      "debtors.paid": of("paid"),
      "debtors.agreed_at_all": of("agreed_at_all"),
      "debtors.paid_at_all": of("paid_at_all"),
    };
  }

  /** Who made a promise in the period that stands, was kept or was broken. */
  private promising({ accountId, period, asOf }: Question) {
    return this.tables
      .selectFrom(PROMISE_SPAN)
      .select("debtor_id")
      .where("account_id", "=", accountId)
      .where("made_on", ">=", period.start)
      .where("made_on", "<", period.end)
      .where("from_at", "<=", asOf)
      .where("to_at", ">", asOf)
      .where("standing", "<>", "cancelled")
      .groupBy("debtor_id")
      .as("p");
  }

  /** Who paid in the period, after what was taken back in the same currency. */
  private paying({ accountId, period, asOf }: Question) {
    const accounts = this.tables
      .selectFrom(MONEY_FLOW)
      .select((is) => is.ref("debtor_id").$notNull().as("debtor_id"))
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .where("kind", "in", ["payment", "reversal"])
      .where("debtor_id", "is not", null)
      .groupBy(["debtor_id", "currency"])
      .having(({ fn }) => fn.sum("amount_minor"), "<", 0)
      .as("accounts");
    return this.tables.selectFrom(accounts).select("debtor_id").groupBy("debtor_id").as("m");
  }

  tries({ accountId, period, asOf }: Question) {
    return this.tables
      .selectFrom(CONTACT_TRY)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("made_recorded", "<=", asOf);
  }

  kept(table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL, { accountId, period, asOf }: Question) {
    return this.tables
      .selectFrom(table)
      .select((is) => is.ref("debtor_id").$notNull().as("debtor_id"))
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .where("debtor_id", "is not", null);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
