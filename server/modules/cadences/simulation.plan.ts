import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { OUTBOX_MESSAGE } from "../outbox/index.js";
import { DEBT, DEBTOR } from "../portfolio/index.js";
import { standing, type Where } from "./exits.plan.js";
import type { Cadence, CadenceStep } from "./rules.js";

/** Steps of a day are ranked together, so the days of one statement are whole. SQLite joins at most 500 selects. */
const ROWS_PER_STATEMENT = 480;

export interface SimulatedCadence {
  readonly cadence: Cadence;
  readonly where: (step: CadenceStep, stepDate: CalendarDate) => Where;
}

export interface SimulatedDay {
  readonly date: CalendarDate;
  readonly counts: readonly { readonly step: string; readonly count: number }[];
}

/**
 * How many messages the coming days would bring if nothing else happened: nobody pays, nobody answers, no debt comes in. Set-based like the
 * plan itself and with its order: a debtor gets one message a day, by the cadence that goes first.
 */
@Injectable()
export class SimulationPlan {
  constructor(private readonly db: Database) {}

  /** Counts those of `key` only; the other cadences take part because they go first or after it. */
  async run(
    accountId: number,
    cadences: readonly SimulatedCadence[],
    key: string,
    range: { readonly from: CalendarDate; readonly days: number; readonly now: Instant },
  ): Promise<{ days: SimulatedDay[]; debtors: number }> {
    const ordered = cadences.toSorted((a, b) => a.cadence.priority - b.cadence.priority);
    const dates = Array.from({ length: range.days }, (_, index) => addDays(range.from, index));
    const perDay = ordered.reduce((sum, { cadence }) => sum + cadence.steps.length, 0);
    const daysAtOnce = Math.max(1, Math.floor(ROWS_PER_STATEMENT / Math.max(1, perDay)));
    const days: SimulatedDay[] = [];
    const debtors = new Set<number>();
    for (let start = 0; start < dates.length; start += daysAtOnce) {
      const some = dates.slice(start, start + daysAtOnce);
      const ranked = rankedSteps(accountId, ordered, some, range.now);
      const rows = ranked === null ? [] : await this.counts(ranked, key);
      for (const date of some) {
        const own = rows.filter((row) => row.day === date);
        days.push({ date, counts: own.map((row) => ({ step: row.step_id, count: Number(row.n) })) });
      }
      if (ranked !== null && rows.length > 0) for (const { debtor_id } of await this.debtors(ranked, key)) debtors.add(debtor_id);
    }
    return { days, debtors: debtors.size };
  }

  private counts(ranked: Where, key: string) {
    return this.db.rows<{ day: string; step_id: string; n: number | string }>(
      `select r.day, r.step_id, count(*) as n from (${ranked.sql}) r where r.cadence_key = ? group by r.day, r.step_id order by r.day, r.step_id`,
      [...ranked.params, key],
    );
  }

  private debtors(ranked: Where, key: string) {
    return this.db.rows<{ debtor_id: number }>(`select distinct r.debtor_id from (${ranked.sql}) r where r.cadence_key = ?`, [
      ...ranked.params,
      key,
    ]);
  }
}

/** A row for every message of the dates: debtor, day, cadence, step. Null when no cadence has a step. */
function rankedSteps(accountId: number, cadences: readonly SimulatedCadence[], dates: readonly CalendarDate[], now: Instant): Where | null {
  const branches: Where[] = [];
  const names: Where[] = [];
  for (const [priority, { cadence, where }] of cadences.entries()) {
    for (const step of cadence.steps) {
      for (const date of dates) {
        const due = names.length;
        branches.push(branch(accountId, step, date, due, priority, where(step, date), now));
        names.push({ sql: "select ? as due, ? as day, ? as cadence_key, ? as step_id", params: [due, date, cadence.key, step.id] });
      }
    }
  }
  if (names.length === 0) return null;
  return {
    sql: `select l.debtor_id, s.day, s.cadence_key, s.step_id
            from (select c.debtor_id, c.due, row_number() over (partition by c.debtor_id, c.day order by c.priority, c.due_date, c.debt_id) as lead_rank
                    from (${branches.map(({ sql }) => sql).join("\n union all ")}) c) l
            join (${names.map(({ sql }) => sql).join(" union all ")}) s on s.due = l.due
           where l.lead_rank = 1`,
    params: [...branches.flatMap(({ params }) => params), ...names.flatMap(({ params }) => params)],
  };
}

function branch(
  accountId: number,
  step: CadenceStep,
  date: CalendarDate,
  due: number,
  priority: number,
  where: Where,
  now: Instant,
): Where {
  const dueDate = addDays(date, -step.offsetDays);
  const exits = standing(now);
  return {
    sql: `select d.debtor_id, d.id as debt_id, d.due_date, ${due} as due, ${priority} as priority, ? as day
            from ${DEBT} d join ${DEBTOR} p on p.account_id = d.account_id and p.id = d.debtor_id
           where d.account_id = ? and d.status = 'open' and d.due_date = ? and d.balance_minor > 0
             and not exists (select 1 from ${OUTBOX_MESSAGE} m where m.account_id = d.account_id and m.dedupe_key = concat(d.debtor_id, ?))
             and ${exits.sql}${where.sql === "" ? "" : ` and ${where.sql}`}`,
    params: [date, accountId, dueDate, `/whatsapp/${step.id}/${dueDate}`, ...exits.params, ...where.params],
  };
}
