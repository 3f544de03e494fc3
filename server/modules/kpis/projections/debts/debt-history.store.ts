import { Injectable } from "@nestjs/common";
import type { Insertable, Selectable } from "kysely";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Instant } from "../../../../shared/instant.js";
import { Database } from "../../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW, NO_END } from "../../kpis.tables.js";
import type { SpanOfTime } from "../domain/spans.js";
import type { DebtState } from "./domain/debt-history.js";

type DebtSpan = SpanOfTime<DebtState>;

export type FlowRow = Omit<Readonly<Insertable<KpisTables["money_flow"]>>, "account_id">;
type SpanRow = Readonly<Selectable<KpisTables["debt_span"]>>;

/** A debt as it stood before a batch of records, and its spans since: the first of them is the one that stood, unless it is new. */
export interface DebtStory {
  readonly debtId: number;
  readonly stood: DebtSpan | null;
  readonly spans: readonly DebtSpan[];
}

/** What each debt was, and every movement of money. */
@Injectable()
export class DebtHistoryStore {
  constructor(private readonly db: Database) {}

  /** The last span of these debts. */
  async standing(accountId: number, debtIds: readonly number[]): Promise<Map<number, DebtSpan>> {
    if (debtIds.length === 0) return new Map();
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(DEBT_SPAN)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("debt_id", "in", debtIds)
      .where("to_at", "=", NO_END)
      .execute();
    return new Map(rows.map((row) => [row.debt_id, spanOf(row)]));
  }

  /**
   * Ends the spans that stood where another has followed, takes back those that lasted no time, and adds the new ones.
   * @param overdueFrom the instant from which a debt of that due date is overdue
   */
  async write(accountId: number, stories: readonly DebtStory[], overdueFrom: (dueDate: CalendarDate) => Instant): Promise<void> {
    const changed = stories.filter(({ stood, spans }) => spans.at(-1)?.seq !== stood?.seq);
    const gone = changed.filter(({ stood, spans }) => stood && spans[0]!.seq !== stood.seq).map(({ debtId }) => debtId);
    await this.remove(accountId, gone);
    const rows = changed.flatMap(({ debtId, spans }) =>
      spans.map((span, index) => ({
        ...rowOf(accountId, debtId, span),
        to_at: spans[index + 1]?.fromAt ?? NO_END,
        overdue_at: overdueFrom(span.state.dueDate),
      })),
    );
    await this.db.upsert(DEBT_SPAN, rows, ["account_id", "debt_id", "seq"], ["to_at"]);
  }

  async addFlows(accountId: number, flows: readonly FlowRow[]): Promise<void> {
    await this.db.insert(
      MONEY_FLOW,
      flows.map((flow) => ({ account_id: accountId, ...flow })),
    );
  }

  /** The spans that stood of these; of each there is one. */
  private async remove(accountId: number, debtIds: readonly number[]): Promise<void> {
    if (debtIds.length === 0) return;
    await this.db
      .typed<KpisTables>()
      .deleteFrom(DEBT_SPAN)
      .where("account_id", "=", accountId)
      .where("debt_id", "in", debtIds)
      .where("to_at", "=", NO_END)
      .execute();
  }
}

function spanOf(row: SpanRow): DebtSpan {
  const state: DebtState = {
    debtorId: row.debtor_id,
    currency: row.currency,
    balanceMinor: row.balance_minor,
    principalMinor: row.principal_minor,
    dueDate: row.due_date,
    product: row.product,
    instalmentMinor: row.instalment_minor,
    creditDate: row.credit_date,
    status: row.status,
    placedAt: row.placed_at,
    placedMinor: row.placed_minor,
    placedOn: row.placed_on,
    closedAt: row.closed_at,
    closedHow: row.closed_how,
    closedOn: row.closed_on,
  };
  return { seq: row.seq, fromAt: row.from_at, state };
}

function rowOf(accountId: number, debtId: number, { seq, fromAt, state }: DebtSpan): Omit<SpanRow, "to_at" | "overdue_at"> {
  return {
    account_id: accountId,
    debt_id: debtId,
    seq,
    debtor_id: state.debtorId,
    from_at: fromAt,
    status: state.status,
    currency: state.currency,
    balance_minor: state.balanceMinor,
    principal_minor: state.principalMinor,
    due_date: state.dueDate,
    product: state.product,
    instalment_minor: state.instalmentMinor,
    credit_date: state.creditDate,
    placed_at: state.placedAt,
    placed_minor: state.placedMinor,
    placed_on: state.placedOn,
    closed_at: state.closedAt,
    closed_how: state.closedHow,
    closed_on: state.closedOn,
  };
}
