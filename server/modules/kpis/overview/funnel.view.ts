import { Injectable } from "@nestjs/common";
import type { AliasedExpression } from "kysely";
import type { OverviewFunnel } from "../../../contract/kpis/overview.contract.js";
import { Database } from "../../../platform/database/database.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { localDate } from "../../../shared/zone.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "../../outbox/index.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables, MONEY_FLOW, PROMISE_SPAN } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import { OverviewAsked } from "./asked.reader.js";

/**
 * From whom was to be contacted to who paid, in debtors; each step is part of the one before. To be contacted was who had a message planned
 * for a day of the period, was kept back by a rule in it, or was contacted in it by whomever. An answer proves that the attempt was read, and
 * reading that it arrived. Agreed is who promised after answering, paid who paid after promising, both in the period.
 */
@Injectable()
export class FunnelPage {
  constructor(
    private readonly asked: OverviewAsked,
    private readonly db: Database,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, query: Parameters<OverviewAsked["period"]>[1]): Promise<OverviewFunnel> {
    const { question, told } = await this.asked.period(accountId, query);
    const planned = await this.planned(question);
    const keptBack = await this.keptBack(question);
    const reached = await this.reached(question);
    const { contacted, delivered, read, answered, agreed, paid, agreedAtAll, paidAtAll } = reached;
    const steps = { planned, contacted, delivered, read, answered, agreed, paid };
    return {
      ...told,
      steps: Object.entries(steps).map(([step, debtors]) => ({ step: step as keyof typeof steps, debtors })),
      keptBack,
      agreedOtherwise: agreedAtAll - agreed,
      paidOtherwise: paidAtAll - paid,
    };
  }

  private async planned(question: Question): Promise<number> {
    const { accountId, period, asOf } = question;
    const messages = this.tables
      .selectFrom(OUTBOX_MESSAGE)
      .select("debtor_id")
      .where("account_id", "=", accountId)
      .where("kind", "=", "cadence")
      .where("planned_on", ">=", period.start)
      .where("planned_on", "<", comingDay(question))
      .where("planned_at", "<=", asOf)
      // What was taken out of the plan before anybody was kept from anything was never to be.
      .where((is) => is.or([is("state", "<>", "cancelled"), is("ended_at", ">", asOf)]));
    const all = messages
      .union(this.tries(question).select("debtor_id"))
      .union(this.kept(CONTACT_DENIAL, question))
      .union(this.kept(CONTACT_DEFERRAL, question))
      .as("debtors");
    return this.count(all);
  }

  private keptBack(question: Question): Promise<number> {
    const tried = this.tries(question).select("debtor_id");
    const kept = this.kept(CONTACT_DENIAL, question).union(this.kept(CONTACT_DEFERRAL, question)).as("kept");
    return this.count(this.tables.selectFrom(kept).select("debtor_id").where("debtor_id", "not in", tried).as("debtors"));
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
    return {
      contacted: Number(row?.contacted ?? 0),
      delivered: Number(row?.delivered ?? 0),
      read: Number(row?.read ?? 0),
      answered: Number(row?.answered ?? 0),
      agreed: Number(row?.agreed ?? 0),
      paid: Number(row?.paid ?? 0),
      agreedAtAll: Number(row?.agreed_at_all ?? 0),
      paidAtAll: Number(row?.paid_at_all ?? 0),
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

  private tries({ accountId, period, asOf }: Question) {
    return this.tables
      .selectFrom(CONTACT_TRY)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("made_recorded", "<=", asOf);
  }

  private kept(table: typeof CONTACT_DENIAL | typeof CONTACT_DEFERRAL, { accountId, period, asOf }: Question) {
    return this.tables
      .selectFrom(table)
      .select((is) => is.ref("debtor_id").$notNull().as("debtor_id"))
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf)
      .where("debtor_id", "is not", null);
  }

  private async count(debtors: AliasedExpression<{ debtor_id: number }, string>): Promise<number> {
    const row = await this.tables
      .selectFrom(debtors)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  }

  private get tables() {
    return this.db.typed<KpisTables & OutboxTables>();
  }
}

/** The day after the last one that has come by `asOf`, or after the period. */
function comingDay({ period, asOf }: Question): CalendarDate {
  const next = addDays(localDate(period.zone, asOf), 1);
  return next < period.end ? next : period.end;
}
