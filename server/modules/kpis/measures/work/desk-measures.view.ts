import { Injectable } from "@nestjs/common";
import type { ExpressionBuilder } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import { DESK_ACT, type KpisTables } from "../../kpis.tables.js";
import type { Measure } from "../../metrics/domain/measure.js";
import type { ActKind } from "../../projections/desk/domain/desk-act.js";
import { ContactMeasures } from "../contact-measures.view.js";
import type { Counted, Counter, Question } from "../domain/counted.js";

const MEASURES = ["activities.all", "activities.automatic", "agents.days", "agents.accounts_worked"] as const satisfies readonly Measure[];

/** Of what is done at the desk, what counts as work on a debt beside the steps of cadences. */
const ACTIVITIES: readonly ActKind[] = ["send", "reply", "promise", "reminder", "escalation"];

/** What was done, by whom, and for how many. */
@Injectable()
export class DeskMeasures implements Counter {
  readonly measures = MEASURES;

  constructor(
    private readonly db: Database,
    private readonly contacts: ContactMeasures,
  ) {}

  async count(question: Question): Promise<Counted> {
    const steps = await this.steps(question)
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirst();
    const acts = await this.activities(question)
      .select((is) => [
        is.fn.countAll<number>().as("total"),
        is.fn.sum<number | string | null>(is.case().when(untouched(question, is)).then(1).else(0).end()).as("automatic"),
      ])
      .executeTakeFirst();
    const worked = await this.total(this.accountsWorked(question));
    const days = await this.total(this.agentDays(question));
    const all: Record<(typeof MEASURES)[number], number> = {
      "activities.all": Number(steps?.total ?? 0) + Number(acts?.total ?? 0),
      "activities.automatic": Number(steps?.total ?? 0) + Number(acts?.automatic ?? 0),
      "agents.days": days,
      "agents.accounts_worked": worked,
    };
    return { all, currencies: new Map(), inEach: [] };
  }

  /** Messages of cadences that were sent: nobody had a hand in them. */
  steps(question: Question) {
    return this.contacts.tries(question).where("origin", "=", "cadence");
  }

  /** Everything else that counts as work. */
  activities(question: Question) {
    return this.acts(question).where("kind", "in", ACTIVITIES);
  }

  /** Of it what no person did, or put right since. */
  automatic(question: Question) {
    return this.activities(question).where((is) => untouched(question, is));
  }

  /** A row for each agent and day on which the agent did anything. */
  agentDays(question: Question) {
    return this.acts(question).where("agent", "is not", null).groupBy(["agent", "day"]);
  }

  /** A row for each agent, day and debtor. */
  accountsWorked(question: Question) {
    return this.acts(question).where("agent", "is not", null).where("debtor_id", "is not", null).groupBy(["agent", "day", "debtor_id"]);
  }

  /** What was done in the period. */
  acts({ accountId, period, asOf }: Question) {
    return this.db
      .typed<KpisTables>()
      .selectFrom(DESK_ACT)
      .where("account_id", "=", accountId)
      .where("day", ">=", period.start)
      .where("day", "<", period.end)
      .where("recorded_at", "<=", asOf);
  }

  private async total(rows: ReturnType<DeskMeasures["acts"]>): Promise<number> {
    const row = await this.db
      .typed<KpisTables>()
      .selectFrom(rows.select("day").as("rows"))
      .select(({ fn }) => fn.countAll<number>().as("total"))
      .executeTakeFirst();
    return Number(row?.total ?? 0);
  }
}

function untouched({ asOf }: Question, is: ExpressionBuilder<KpisTables, typeof DESK_ACT>) {
  return is.and([is("agent", "is", null), is.or([is("corrected_recorded", "is", null), is("corrected_recorded", ">", asOf)])]);
}
