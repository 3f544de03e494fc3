import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { SqlValue } from "../../platform/database/dialect.js";
import { Database } from "../../platform/database/database.js";
import type { Fragment } from "../../platform/database/fragment.js";
import { JOURNAL_RECORD, type JournalTables } from "../journal/index.js";
import { MESSAGE_PROGRESS, OUTBOX_MESSAGE } from "../outbox/index.js";
import { DEBT, DEBTOR, HOLD, PortfolioReader, type PortfolioTables } from "../portfolio/index.js";
import { PLANNED, standing, type Where } from "./exits.plan.js";
import type { DueStep } from "./rules.js";

export interface PlannedStep extends DueStep {
  readonly templateVersion: string;
  /** When the step's day begins and its last day ends, in the account's zone. */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  /** Segment, condition and exits of the cadence; empty = every debt. */
  readonly where: Where;
}

export interface Chunk {
  readonly day: CalendarDate;
  readonly now: Instant;
  /** Debtors with `from` ≤ id < `to`. */
  readonly from: number;
  readonly to: number;
  /** Debtors among them who are left out. */
  readonly without: readonly number[];
}

/** SQLite joins at most 500 selects and takes 32,766 parameters; a rule may name thousands of products. */
const STEPS_PER_STATEMENT = 300;
export const PARAMETERS_PER_STATEMENT = 30_000;
/** What a step takes besides its rule. */
const PARAMETERS_PER_STEP = 14;

const STEP_ROW =
  "select ? as due, ? as step_date, ? as cadence_key, ? as cadence_version, ? as step_id, ? as anchor_date, ? as template, ? as template_version, ? as not_before, ? as not_after";

/**
 * Set-based planning: all cadences in one INSERT … SELECT a chunk of debtors. Every step with its due date reads one range of the index on
 * due dates, so that the work grows with the debts that have a step today, not with the portfolio. Of a debtor's debts the first in the order
 * of the steps leads (cadence by priority, then the oldest); the message will list all the debtor owes. A debtor who has a message planned
 * on or after the step's own day already is left alone, so any number of runs on any day plan the same messages. The step's own message (its
 * key begins with the debtor) is looked for in the same look at what the debtor was sent: a second look by the key cost every debt as much again.
 */
@Injectable()
export class PlanningPlan {
  constructor(
    private readonly db: Database,
    private readonly portfolio: PortfolioReader,
  ) {}

  debtorRange(accountId: number): Promise<{ first: number; last: number } | null> {
    return this.portfolio.debtorRange(accountId);
  }

  /** In order. */
  async debtorIds(accountId: number, { from, to }: Pick<Chunk, "from" | "to">): Promise<number[]> {
    const debtors = this.db.typed<PortfolioTables>().selectFrom(DEBTOR).select("id").where("account_id", "=", accountId);
    const rows = await debtors.where("id", ">=", from).where("id", "<", to).orderBy("id").execute();
    return rows.map(({ id }) => id);
  }

  /** Whether anything was recorded after `seq` besides messages on their way, or a hold ended by itself between the two instants. */
  async changedSince(accountId: number, seq: number, from: Instant, to: Instant): Promise<boolean> {
    const { changed } = await this.db
      .typed<JournalTables & PortfolioTables>()
      .selectNoFrom((is) => {
        const records = is.selectFrom(JOURNAL_RECORD).select("seq").where("account_id", "=", accountId).where("seq", ">", seq);
        const holds = is.selectFrom(HOLD).select("id").where("account_id", "=", accountId).where("until_at", ">", from);
        return is
          .or([is.exists(records.where("type", "not in", MESSAGE_PROGRESS)), is.exists(holds.where("until_at", "<=", to))])
          .as("changed");
      })
      .executeTakeFirstOrThrow();
    return Boolean(changed);
  }

  /** `steps` in the order of planning. @returns how many messages are new */
  async planChunk(accountId: number, steps: readonly PlannedStep[], chunk: Chunk): Promise<number> {
    let planned = 0;
    // A later statement leaves alone whom an earlier one planned for.
    for (const some of statementsOf(steps)) planned += await this.planSteps(accountId, some, chunk);
    return planned;
  }

  private planSteps(accountId: number, steps: readonly PlannedStep[], chunk: Chunk): Promise<number> {
    const candidates = steps.map(({ dueDate, where }, due) => debtsFallingDue(accountId, dueDate, where, chunk, `${due} as due`));
    const exits = standing(chunk.now);
    const rows = steps.flatMap((planned, due): SqlValue[] => [
      due,
      planned.stepDate,
      planned.cadence.key,
      planned.cadence.version,
      planned.step.id,
      planned.dueDate,
      planned.step.template,
      planned.templateVersion,
      planned.notBefore,
      planned.notAfter,
    ]);
    return this.db.run(
      `insert into ${OUTBOX_MESSAGE}
         (account_id, debtor_id, channel, kind, dedupe_key, step_id, anchor_date, cadence_key, cadence_version, planned_on, template, language,
          template_version, state, not_before, not_after, attempt_no, fence, times_absent, planned_at)
       select ?, l.debtor_id, '${WRITTEN_CHANNEL}', 'cadence', concat(l.debtor_id, '/${WRITTEN_CHANNEL}/', l.step_id, '/', l.anchor_date), l.step_id, l.anchor_date,
              l.cadence_key, l.cadence_version, ?, l.template, p.language, l.template_version, 'planned', l.not_before, l.not_after, 0, 0, 0, ?
         from (select s.*, d.debtor_id, row_number() over (partition by d.debtor_id order by d.due, d.id) as lead_rank
                 from (${candidates.map(({ sql }) => sql).join("\n union all ")}) d
                 join (${steps.map(() => STEP_ROW).join(" union all ")}) s on s.due = d.due
                where ${exits.sql}
                  and not exists (select 1 from ${OUTBOX_MESSAGE} m
                                   where m.account_id = ? and m.debtor_id = d.debtor_id
                                     and (m.kind = 'cadence' and m.planned_on >= s.step_date
                                          or m.dedupe_key = concat(d.debtor_id, '/${WRITTEN_CHANNEL}/', s.step_id, '/', s.anchor_date)))
                  ${chunk.without.length === 0 ? "" : `and d.debtor_id not in (${chunk.without.map(() => "?").join(", ")})`}) l
         join ${DEBTOR} p on p.account_id = ? and p.id = l.debtor_id
        where l.lead_rank = 1`,
      [
        accountId,
        chunk.day,
        chunk.now,
        ...candidates.flatMap(({ params }) => params),
        ...rows,
        ...exits.params,
        accountId,
        ...chunk.without,
        accountId,
      ],
    );
  }
}

/** Steps as many as a statement takes, in their order. */
function statementsOf(steps: readonly PlannedStep[]): PlannedStep[][] {
  const statements: PlannedStep[][] = [];
  let parameters = Infinity;
  for (const step of steps) {
    const own = step.where.params.length + PARAMETERS_PER_STEP;
    const last = statements.at(-1);
    if (last && last.length < STEPS_PER_STATEMENT && parameters + own <= PARAMETERS_PER_STATEMENT) last.push(step);
    else {
      statements.push([step]);
      parameters = 0;
    }
    parameters += own;
  }
  return statements;
}

/**
 * The debts of a chunk's debtors with a due date that leads to a step and to which the step applies; nothing that costs a look-up for each is asked
 * here. The debtor's row is read only for a rule that speaks of it.
 */
export function debtsFallingDue(
  accountId: number,
  dueDate: CalendarDate,
  where: Where,
  { from, to }: Pick<Chunk, "from" | "to">,
  columns: string,
): Fragment {
  const { debt: d, debtor: p } = PLANNED;
  const debtor = where.readsDebtor ? `join ${DEBTOR} ${p} on ${p}.account_id = ${d}.account_id and ${p}.id = ${d}.debtor_id` : "";
  return {
    sql: `select ${d}.account_id, ${d}.debtor_id, ${d}.id, ${columns} from ${DEBT} ${d} ${debtor}
           where ${d}.account_id = ? and ${d}.status = 'open' and ${d}.due_date = ? and ${d}.debtor_id >= ? and ${d}.debtor_id < ? and ${d}.balance_minor > 0
             ${where.sql === "" ? "" : `and ${where.sql}`}`,
    params: [accountId, dueDate, from, to, ...where.params],
  };
}
