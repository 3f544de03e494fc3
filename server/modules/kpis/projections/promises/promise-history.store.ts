import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import { type KpisTables, NO_END, PROMISE_SPAN } from "../../kpis.tables.js";
import type { SpanOfTime } from "../domain/spans.js";
import type { PromiseStatus } from "./domain/promise-history.js";

type SpanRow = Readonly<Selectable<KpisTables["promise_span"]>>;

/** A promise as it stood before a batch of records, and its spans since. */
export interface PromiseStory {
  readonly promise: string;
  readonly stood: SpanOfTime<PromiseStatus> | null;
  readonly spans: readonly SpanOfTime<PromiseStatus>[];
}

/** What each promise was. */
@Injectable()
export class PromiseHistoryStore {
  constructor(private readonly db: Database) {}

  /** The last span of these promises. */
  async standing(accountId: number, promises: readonly string[]): Promise<Map<string, SpanOfTime<PromiseStatus>>> {
    if (promises.length === 0) return new Map();
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(PROMISE_SPAN)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("promise", "in", promises)
      .where("to_at", "=", NO_END)
      .execute();
    return new Map(rows.map((row) => [row.promise, spanOf(row)]));
  }

  /** Ends the spans that stood where another has followed, takes back those that lasted no time, and adds the new ones. */
  async write(accountId: number, stories: readonly PromiseStory[]): Promise<void> {
    const changed = stories.filter(({ stood, spans }) => spans.at(-1)?.seq !== stood?.seq);
    const gone = changed.filter(({ stood, spans }) => stood && spans[0]!.seq !== stood.seq).map(({ promise }) => promise);
    await this.remove(accountId, gone);
    const rows = changed.flatMap(({ promise, spans }) =>
      spans.map((span, index) => ({ ...rowOf(accountId, promise, span), to_at: spans[index + 1]?.fromAt ?? NO_END })),
    );
    await this.db.upsert(PROMISE_SPAN, rows, ["account_id", "promise", "seq"], ["to_at"]);
  }

  /** The spans that stood of these; of each there is one. */
  private async remove(accountId: number, promises: readonly string[]): Promise<void> {
    if (promises.length === 0) return;
    await this.db
      .typed<KpisTables>()
      .deleteFrom(PROMISE_SPAN)
      .where("account_id", "=", accountId)
      .where("promise", "in", promises)
      .where("to_at", "=", NO_END)
      .execute();
  }
}

function spanOf(row: SpanRow): SpanOfTime<PromiseStatus> {
  const state: PromiseStatus = {
    debtorId: row.debtor_id,
    standing: row.standing,
    currency: row.currency,
    amountMinor: row.amount_minor,
    paidMinor: row.paid_minor,
    dueDate: row.due_date,
    lastDay: row.last_day,
    madeAt: row.made_at,
    madeOn: row.made_on,
    source: row.source,
  };
  return { seq: row.seq, fromAt: row.from_at, state };
}

function rowOf(accountId: number, promise: string, { seq, fromAt, state }: SpanOfTime<PromiseStatus>): Omit<SpanRow, "to_at"> {
  return {
    account_id: accountId,
    promise,
    seq,
    debtor_id: state.debtorId,
    from_at: fromAt,
    standing: state.standing,
    currency: state.currency,
    amount_minor: state.amountMinor,
    paid_minor: state.paidMinor,
    due_date: state.dueDate,
    last_day: state.lastDay,
    made_at: state.madeAt,
    made_on: state.madeOn,
    source: state.source,
  };
}
