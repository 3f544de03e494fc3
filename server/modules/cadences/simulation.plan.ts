import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { type Fragment, fragment } from "../../platform/database/fragment.js";
import { OUTBOX_MESSAGE } from "../outbox/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { standing, type Where } from "./exits.plan.js";
import { debtsFallingDue, PARAMETERS_PER_STATEMENT } from "./planning.plan.js";
import type { Cadence, CadenceStep } from "./rules.js";

/** SQLite joins at most 500 selects. Days that do not fit go into the next statement whole, because steps of a day are ranked together. */
const STEPS_PER_STATEMENT = 480;

/** What a step takes besides its rule. */
const PARAMETERS_PER_STEP = 6;

/** Nothing is locked and nothing written, so a chunk is as large as memory allows: each repeats every step of every day. */
const DEBTORS_PER_LOOK = 100_000;

export interface SimulatedCadence {
  readonly cadence: Cadence;
  readonly where: (step: CadenceStep, stepDate: CalendarDate) => Where;
}

export interface SimulatedDay {
  readonly date: CalendarDate;
  readonly counts: readonly { readonly step: string; readonly count: number }[];
}

/** A step on a day; the place in the list is its rank among the steps of that day. */
interface Due {
  readonly date: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly cadence: Cadence;
  readonly step: CadenceStep;
  readonly where: Where;
}

/**
 * How many messages the coming days would bring if nothing else happened: nobody pays, nobody answers, no debt comes in. Set-based like the
 * plan itself, in its chunks and with its order: a debtor gets one message a day, by the cadence that goes first.
 */
@Injectable()
export class SimulationPlan {
  constructor(
    private readonly db: Database,
    private readonly portfolio: PortfolioReader,
  ) {}

  /** Counts the messages of `own`; of the other cadences those take part that go before it. */
  async run(
    accountId: number,
    own: SimulatedCadence,
    others: readonly SimulatedCadence[],
    range: { readonly from: CalendarDate; readonly days: number; readonly now: Instant },
  ): Promise<{ days: SimulatedDay[]; debtors: number }> {
    const cadences = [...others.filter(({ cadence }) => goesBefore(cadence, own.cadence)), own];
    const dates = Array.from({ length: range.days }, (_, index) => addDays(range.from, index));
    const batches = batchesOf(cadences, dates);
    const counts = new Map<string, number>();
    let debtors = 0;
    const all = own.cadence.steps.length === 0 ? null : await this.portfolio.debtorRange(accountId);
    for (let from = all?.first ?? 1; from <= (all?.last ?? 0); from += DEBTORS_PER_LOOK) {
      const chunk = { from, to: from + DEBTORS_PER_LOOK, now: range.now };
      const met = new Set<number>();
      for (const batch of batches) {
        for (const row of await this.count(accountId, batch, own.cadence, chunk)) {
          const { date, step } = batch[row.due]!;
          counts.set(`${date}/${step.id}`, (counts.get(`${date}/${step.id}`) ?? 0) + row.n);
          if (batches.length === 1) debtors += Number(row.debtors);
        }
        if (batches.length > 1) for (const { debtor_id } of await this.debtors(accountId, batch, own.cadence, chunk)) met.add(debtor_id);
      }
      debtors += met.size;
    }
    const days = dates.map((date) => ({
      date,
      counts: own.cadence.steps.flatMap(({ id }) => {
        const count = counts.get(`${date}/${id}`);
        return count === undefined ? [] : [{ step: id, count }];
      }),
    }));
    return { days, debtors };
  }

  /** By step and day; `debtors` counts each debtor with the first message only. */
  private count(accountId: number, batch: readonly Due[], own: Cadence, chunk: ChunkOfDebtors) {
    return this.db
      .typed<object>()
      .selectFrom((is) =>
        is
          .selectFrom(messages(accountId, batch, own, chunk).as("r"))
          .select("r.due")
          .select(({ fn }) =>
            fn
              .agg<number>("row_number")
              .over((over) => over.partitionBy("r.debtor_id").orderBy("r.due"))
              .as("nth"),
          )
          .as("f"),
      )
      .select((is) => [
        "f.due",
        is.fn.countAll<number>().as("n"),
        is.fn.sum<number | string>(is.case().when("f.nth", "=", 1).then(1).else(0).end()).as("debtors"),
      ])
      .groupBy("f.due")
      .execute();
  }

  private debtors(accountId: number, batch: readonly Due[], own: Cadence, chunk: ChunkOfDebtors) {
    const met = this.db.typed<object>().selectFrom(messages(accountId, batch, own, chunk).as("r"));
    return met.select("r.debtor_id").distinct().execute();
  }
}

interface ChunkOfDebtors {
  readonly from: number;
  readonly to: number;
  readonly now: Instant;
}

function goesBefore(other: Cadence, own: Cadence): boolean {
  return other.priority < own.priority || (other.priority === own.priority && other.key < own.key);
}

/** Steps in the order of planning, a day's together. */
function batchesOf(cadences: readonly SimulatedCadence[], dates: readonly CalendarDate[]): Due[][] {
  const ordered = cadences.toSorted((a, b) => (goesBefore(a.cadence, b.cadence) ? -1 : 1));
  const days = dates.map((date) =>
    ordered.flatMap(({ cadence, where }) =>
      cadence.steps
        .toSorted((a, b) => b.offsetDays - a.offsetDays)
        .map((step): Due => ({ date, dueDate: addDays(date, -step.offsetDays), cadence, step, where: where(step, date) })),
    ),
  );
  const batches: Due[][] = [[]];
  let parameters = 0;
  for (const day of days) {
    const own = day.reduce((sum, { where }) => sum + where.params.length + PARAMETERS_PER_STEP, 0);
    const full = batches.at(-1)!.length + day.length > STEPS_PER_STATEMENT || parameters + own > PARAMETERS_PER_STATEMENT;
    if (full && batches.at(-1)!.length > 0) {
      batches.push([]);
      parameters = 0;
    }
    batches.at(-1)!.push(...day);
    parameters += own;
  }
  return batches;
}

/** As `leading`, for a FROM. */
function messages(accountId: number, batch: readonly Due[], own: Cadence, chunk: ChunkOfDebtors) {
  const { sql, params } = leading(accountId, batch, own, chunk);
  return fragment<{ debtor_id: number; due: number }>({ sql: `(${sql})`, params });
}

/** A row for every message of the cadence: debtor and step. */
function leading(accountId: number, batch: readonly Due[], own: Cadence, chunk: ChunkOfDebtors): Fragment {
  const dayOf = new Map([...new Set(batch.map(({ date }) => date))].map((date, index) => [date, index]));
  const branches = batch.map(({ dueDate, where, date }, place) =>
    debtsFallingDue(accountId, dueDate, where, chunk, `${place} as due, ${dayOf.get(date) ?? 0} as day`),
  );
  const names = batch.map(({ dueDate, step }, place) => ({
    sql: "select ? as due, ? as dedupe",
    params: [place, `/${WRITTEN_CHANNEL}/${step.id}/${dueDate}`],
  }));
  const mine = batch.flatMap(({ cadence }, place) => (cadence.key === own.key ? [place] : []));
  const exits = standing(chunk.now);
  return {
    sql: `select l.debtor_id, l.due
            from (select d.debtor_id, d.due, row_number() over (partition by d.debtor_id, d.day order by d.due, d.id) as lead_rank
                    from (${branches.map(({ sql }) => sql).join("\n union all ")}) d
                    join (${names.map(({ sql }) => sql).join(" union all ")}) s on s.due = d.due
                   where ${exits.sql}
                     and not exists (select 1 from ${OUTBOX_MESSAGE} m where m.account_id = ? and m.dedupe_key = concat(d.debtor_id, s.dedupe))) l
           where l.lead_rank = 1 and l.due in (${mine.join(", ")})`,
    params: [...branches.flatMap(({ params }) => params), ...names.flatMap(({ params }) => params), ...exits.params, accountId],
  };
}
