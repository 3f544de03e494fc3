import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { DEBT, DEBTOR } from "../portfolio/index.js";
import { OUTBOX_MESSAGE } from "../outbox/index.js";
import type { Cadence, DueStep } from "./rules.js";

export interface PlannedStep extends DueStep {
  readonly templateVersion: string;
  /** When the step's day begins and its last day ends, in the account's zone. */
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** A million debts are planned by the database in chunks of debtors, not by a million objects. */
export const DEBTORS_PER_CHUNK = 20_000;

/**
 * Set-based planning: one INSERT … SELECT per chunk of debtors. The oldest debt that has a step leads; the message will list all the
 * debtor owes. The due dates stand in the statement itself, so that a chunk reads from `debt_due` what is due among its own debtors and
 * nothing else: joined only, they would have the optimiser read the whole account for every chunk. A debtor who has a message planned on or after the step's own day already is left alone, so any number of runs on any
 * day plan the same messages.
 */
@Injectable()
export class PlanningPlan {
  constructor(private readonly db: Database) {}

  async debtorRange(accountId: number): Promise<{ first: number; last: number } | null> {
    const row = await this.db.row<{ first: number | null; last: number | null }>(
      `select min(id) as first, max(id) as last from ${DEBTOR} where account_id = ?`,
      [accountId],
    );
    return row?.first && row.last ? { first: row.first, last: row.last } : null;
  }

  /** Plans the debtors with `from` ≤ id < `to`. @returns how many messages are new */
  planChunk(
    accountId: number,
    cadence: Cadence,
    day: CalendarDate,
    steps: readonly PlannedStep[],
    now: Instant,
    from: number,
    to: number,
  ): Promise<number> {
    if (steps.length === 0) return Promise.resolve(0);
    const stepRows = steps
      .map(
        () => "select ? as due_date, ? as step_id, ? as step_date, ? as template, ? as template_version, ? as not_before, ? as not_after",
      )
      .join(" union all ");
    const stepParams = steps.flatMap((due) => [
      due.dueDate,
      due.step.id,
      due.stepDate,
      due.step.template,
      due.templateVersion,
      due.notBefore,
      due.notAfter,
    ]);
    const marks = steps.map(() => "?").join(", ");
    return this.db.run(
      `insert into ${OUTBOX_MESSAGE}
         (account_id, debtor_id, channel, kind, dedupe_key, step_id, anchor_date, cadence_version, planned_on, template, language, template_version,
          state, not_before, not_after, attempt_no, fence, looks, planned_at)
       select ?, l.debtor_id, 'whatsapp', 'cadence', concat(l.debtor_id, '/whatsapp/', s.step_id, '/', l.due_date),
              s.step_id, l.due_date, ${cadence.version}, ?, s.template, p.language, s.template_version, 'planned', s.not_before, s.not_after, 0, 0, 0, ?
         from (select d.debtor_id, d.due_date, row_number() over (partition by d.debtor_id order by d.due_date, d.id) as lead_rank
                 from ${DEBT} d
                where d.account_id = ? and d.status = 'open' and d.due_date in (${marks}) and d.debtor_id >= ? and d.debtor_id < ?
                  and d.balance_minor > 0) l
         join (${stepRows}) s on s.due_date = l.due_date
         join ${DEBTOR} p on p.account_id = ? and p.id = l.debtor_id
        where l.lead_rank = 1
          and not exists (select 1 from ${OUTBOX_MESSAGE} m
                           where m.account_id = ? and m.debtor_id = l.debtor_id and m.kind = 'cadence' and m.planned_on >= s.step_date)
          and not exists (select 1 from ${OUTBOX_MESSAGE} m
                           where m.account_id = ? and m.dedupe_key = concat(l.debtor_id, '/whatsapp/', s.step_id, '/', l.due_date))`,
      [accountId, day, now, accountId, ...steps.map((due) => due.dueDate), from, to, ...stepParams, accountId, accountId, accountId],
    );
  }
}
