import { Injectable } from "@nestjs/common";
import type { OverviewFunnel } from "../../../contract/kpis/overview.contract.js";
import { Database } from "../../../platform/database/database.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { localDate } from "../../../shared/zone.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "../../outbox/index.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, type KpisTables } from "../kpis.tables.js";
import type { Question } from "../measures/domain/counted.js";
import { PeopleCounts } from "../measures/people-counts.reader.js";
import { OverviewAsked } from "./asked.reader.js";
import { FunnelRows } from "./funnel-rows.view.js";

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
    private readonly people: PeopleCounts,
    private readonly rows: FunnelRows,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, query: Parameters<OverviewAsked["period"]>[1]): Promise<OverviewFunnel> {
    const { question, told } = await this.asked.period(accountId, query);
    const people = (await this.people.of(question)) ?? (await this.rows.of(question));
    const { "debtors.attempted": contacted, "debtors.kept_back": keptBack, "debtors.agreed": agreed, "debtors.paid": paid } = people;
    const steps = {
      planned: contacted + keptBack + (await this.onlyPlanned(question)),
      contacted,
      delivered: people["debtors.delivered"],
      read: people["debtors.read"],
      answered: people["debtors.answering"],
      agreed,
      paid,
    };
    return {
      ...told,
      steps: Object.entries(steps).map(([step, debtors]) => ({ step: step as keyof typeof steps, debtors })),
      keptBack,
      agreedOtherwise: people["debtors.agreed_at_all"] - agreed,
      paidOtherwise: people["debtors.paid_at_all"] - paid,
    };
  }

  /** Who had a message planned, and was neither contacted nor kept back. */
  private async onlyPlanned(question: Question): Promise<number> {
    const { accountId, period, asOf } = question;
    const row = await this.db
      .typed<KpisTables & OutboxTables>()
      .selectFrom(OUTBOX_MESSAGE)
      .select(({ fn }) => fn.count<number>("debtor_id").distinct().as("n"))
      .where("account_id", "=", accountId)
      .where("kind", "=", "cadence")
      .where("planned_on", ">=", period.start)
      .where("planned_on", "<", comingDay(question))
      .where("planned_at", "<=", asOf)
      // What was taken out of the plan before anybody was kept from anything was never to be.
      .where((is) => is.or([is("state", "<>", "cancelled"), is("ended_at", ">", asOf)]))
      .where("debtor_id", "not in", this.rows.tries(question).select("debtor_id"))
      .where("debtor_id", "not in", this.rows.kept(CONTACT_DENIAL, question))
      .where("debtor_id", "not in", this.rows.kept(CONTACT_DEFERRAL, question))
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  }
}

/** The day after the last one that has come by `asOf`, or after the period. */
function comingDay({ period, asOf }: Question): CalendarDate {
  const next = addDays(localDate(period.zone, asOf), 1);
  return next < period.end ? next : period.end;
}
