import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { DEBT_SPAN, type KpisTables, MONEY_FLOW, PROJECTION_CURSOR } from "../kpis.tables.js";

export type ProjectionCursor = Readonly<Selectable<KpisTables["projection_cursor"]>>;

/** Rows removed in one statement; more would keep the table from others too long. */
const ROWS_AT_ONCE = 5_000;

/** How far each account's projections are. */
@Injectable()
export class ProjectionCursorStore {
  constructor(private readonly db: Database) {}

  async find(accountId: number): Promise<ProjectionCursor | null> {
    return (await this.cursor(accountId).executeTakeFirst()) ?? null;
  }

  /** The account's cursor, held until the commit: one builder at a time. `fresh` where there is none yet. */
  async hold(accountId: number, fresh: Omit<ProjectionCursor, "account_id">): Promise<ProjectionCursor> {
    const [found] = await this.db.held(this.cursor(accountId)).execute();
    if (found) return found;
    await this.db.insertIgnore(PROJECTION_CURSOR, [{ account_id: accountId, ...fresh }]);
    return this.db.held(this.cursor(accountId)).executeTakeFirstOrThrow();
  }

  async move(cursor: ProjectionCursor): Promise<void> {
    const { account_id: accountId, ...values } = cursor;
    await this.tables.updateTable(PROJECTION_CURSOR).set(values).where("account_id", "=", accountId).execute();
  }

  /** Removes some of what was built. @returns whether there may be more */
  async empty(accountId: number): Promise<boolean> {
    const [debts, flows] = [await this.emptyDebts(accountId), await this.emptyFlows(accountId)];
    return debts || flows;
  }

  /** By ranges of the key: neither database deletes with a limit and an order in one way. */
  private async emptyDebts(accountId: number): Promise<boolean> {
    const last = await this.tables
      .selectFrom(DEBT_SPAN)
      .select("debt_id")
      .where("account_id", "=", accountId)
      .orderBy("debt_id")
      .limit(1)
      .offset(ROWS_AT_ONCE)
      .executeTakeFirst();
    const rows = this.tables.deleteFrom(DEBT_SPAN).where("account_id", "=", accountId);
    await (last ? rows.where("debt_id", "<=", last.debt_id) : rows).execute();
    return last !== undefined;
  }

  private async emptyFlows(accountId: number): Promise<boolean> {
    const last = await this.tables
      .selectFrom(MONEY_FLOW)
      .select("seq")
      .where("account_id", "=", accountId)
      .orderBy("seq")
      .limit(1)
      .offset(ROWS_AT_ONCE)
      .executeTakeFirst();
    const rows = this.tables.deleteFrom(MONEY_FLOW).where("account_id", "=", accountId);
    await (last ? rows.where("seq", "<=", last.seq) : rows).execute();
    return last !== undefined;
  }

  private cursor(accountId: number) {
    return this.tables.selectFrom(PROJECTION_CURSOR).selectAll().where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
