import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../platform/database/database.js";
import {
  ACCOUNT_OPENING,
  CONTACT_DEFERRAL,
  CONTACT_DENIAL,
  CONTACT_TRY,
  DEBT_CLOSING,
  DEBT_SPAN,
  DEBTOR_CLOSING,
  DESK_ACT,
  FIGURE_TALLY,
  INQUIRY,
  type KpisTables,
  MONEY_FLOW,
  MOVE_CLOSING,
  PROJECTION_CURSOR,
  PROMISE_SPAN,
} from "../kpis.tables.js";

export type ProjectionCursor = Readonly<Selectable<KpisTables["projection_cursor"]>>;

/** Rows removed in one statement; more would keep the table from others too long. */
const ROWS_AT_ONCE = 5_000;

/** Everything that is built from the journal, each with the key by which it is emptied in parts. */
const BUILT = [
  [DEBT_SPAN, "debt_id"],
  [MONEY_FLOW, "seq"],
  [CONTACT_TRY, "ref"],
  [CONTACT_DENIAL, "seq"],
  [CONTACT_DEFERRAL, "seq"],
  [PROMISE_SPAN, "promise"],
  [DESK_ACT, "seq"],
  [INQUIRY, "seq"],
  [FIGURE_TALLY, "day"],
  [DEBT_CLOSING, "day"],
  [DEBTOR_CLOSING, "day"],
  [MOVE_CLOSING, "day"],
  [ACCOUNT_OPENING, "day"],
] as const;

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
    let more = false;
    for (const [table, key] of BUILT) {
      // Up to a key: with a limit neither database deletes in the other's words. The subquery has a name because MySQL asks for one.
      const some = `select k from (select ${key} as k from ${table} where account_id = ? order by ${key} limit 1 offset ${ROWS_AT_ONCE}) s`;
      const removed = await this.db.run(`delete from ${table} where account_id = ? and ${key} <= (${some})`, [accountId, accountId]);
      if (removed === 0) await this.db.run(`delete from ${table} where account_id = ?`, [accountId]);
      else more = true;
    }
    return more;
  }

  private cursor(accountId: number) {
    return this.tables.selectFrom(PROJECTION_CURSOR).selectAll().where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<KpisTables>();
  }
}
