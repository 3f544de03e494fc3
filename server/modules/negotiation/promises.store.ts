import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import { DAY, type Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import { Database } from "../../platform/database/database.js";
import type { Without } from "../../platform/work/work-rows.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { lowered, type Movement, NOT_KEPT, type PromiseSource, type PromiseState } from "./domain/promise.js";
import { DEBTOR } from "../portfolio/index.js";
import { LEDGER_ENTRY, PAYMENT } from "../payments/index.js";
import { PROMISE, PROMISE_DEBT } from "./negotiation.tables.js";

export interface PromiseRecord {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  readonly state: PromiseState;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly dueDate: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly judgeAt: Instant;
  readonly source: PromiseSource;
  readonly actor: string;
  readonly createdAt: Instant;
  readonly fromEntry: number;
  readonly seenEntry: number;
  readonly paidMinor: number;
  readonly endedAt: Instant | null;
  readonly replacedBy: string | null;
  readonly noteSealed: string | null;
}

export type NewPromise = Omit<PromiseRecord, "id" | "state" | "seenEntry" | "paidMinor" | "endedAt" | "replacedBy" | "noteSealed"> & {
  readonly messageId: number | null;
};

export interface PromisedDebt {
  readonly debtId: number;
  readonly holdId: string | null;
}

/** A card payment can be taken back for four months; older promises are history. */
const RECONSIDERED_FOR = 180 * DAY;

const COLUMNS = `id, public_id as publicId, debtor_id as debtorId, state, amount_minor as amountMinor, currency, due_date as dueDate, last_day as lastDay,
  judge_at as judgeAt, source, actor, created_at as createdAt, from_entry as fromEntry, seen_entry as seenEntry, paid_minor as paidMinor,
  ended_at as endedAt, replaced_by as replacedBy, note_sealed as noteSealed`;

@Injectable()
export class PromisesStore {
  constructor(private readonly db: Database) {}

  /** Holds the debtor until the commit, as everybody does who changes what may be sent to them, or what they owe. */
  async lockDebtor(accountId: number, debtorId: number): Promise<void> {
    await this.db.lock(`select id from ${DEBTOR} where account_id = ? and id = ?`, [accountId, debtorId]);
  }

  async add(accountId: number, promise: NewPromise, debts: readonly PromisedDebt[]): Promise<PromiseRecord> {
    await this.db.insert(PROMISE, [
      {
        account_id: accountId,
        public_id: promise.publicId,
        debtor_id: promise.debtorId,
        state: "active",
        amount_minor: promise.amountMinor,
        currency: promise.currency,
        due_date: promise.dueDate,
        last_day: promise.lastDay,
        judge_at: promise.judgeAt,
        source: promise.source,
        actor: promise.actor,
        message_id: promise.messageId,
        created_at: promise.createdAt,
        from_entry: promise.fromEntry,
        seen_entry: promise.fromEntry,
        paid_minor: 0,
        ended_at: null,
        replaced_by: null,
        note_sealed: null,
        active_slot: 1,
      },
    ]);
    const added = await this.byPublicId(accountId, promise.publicId);
    if (!added) throw new Error("A promise just written is not there");
    await this.db.insert(
      PROMISE_DEBT,
      debts.map(({ debtId, holdId }) => ({ account_id: accountId, promise_id: added.id, debt_id: debtId, hold_id: holdId })),
    );
    return added;
  }

  byPublicId(accountId: number, publicId: string): Promise<PromiseRecord | null> {
    return this.db.row(`select ${COLUMNS} from ${PROMISE} where account_id = ? and public_id = ?`, [accountId, publicId]);
  }

  byId(accountId: number, id: number): Promise<PromiseRecord | null> {
    return this.db.row(`select ${COLUMNS} from ${PROMISE} where account_id = ? and id = ?`, [accountId, id]);
  }

  /** Newest first. */
  ofDebtor(accountId: number, debtorId: number): Promise<PromiseRecord[]> {
    return this.db.rows(`select ${COLUMNS} from ${PROMISE} where account_id = ? and debtor_id = ? order by id desc`, [accountId, debtorId]);
  }

  /** One a currency. */
  activeOf(accountId: number, debtorId: number): Promise<PromiseRecord[]> {
    return this.db.rows(`select ${COLUMNS} from ${PROMISE} where account_id = ? and debtor_id = ? and active_slot = 1 order by id`, [
      accountId,
      debtorId,
    ]);
  }

  async notKept(accountId: number, debtorId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `select count(*) as n from ${PROMISE} where account_id = ? and debtor_id = ? and state in (${list(NOT_KEPT)})`,
      [accountId, debtorId, ...NOT_KEPT],
    );
    return Number(row?.n ?? 0);
  }

  /** How often the debtor has put off by themselves since a promise was last judged or cancelled. */
  async changes(accountId: number, debtorId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(
      `select count(distinct p.message_id) as n from ${PROMISE} p
        where p.account_id = ? and p.debtor_id = ? and p.state = 'superseded' and p.source <> 'agent'
          and p.id > (select coalesce(max(o.id), 0) from ${PROMISE} o
                       where o.account_id = ? and o.debtor_id = ? and o.state in ('kept', 'partially_kept', 'broken', 'cancelled'))`,
      [accountId, debtorId, accountId, debtorId],
    );
    return Number(row?.n ?? 0);
  }

  /**
   * Those whose time has come, and those whose debts moved since they were last judged. Nested, not joined: SQLite would
   * begin with the whole ledger. No lock: each is looked at again under its debtor's.
   */
  toJudge(accountId: number, now: Instant, limit: number, without: Without): Promise<{ id: number; debtorId: number }[]> {
    return this.db.rows(
      `select p.id, p.debtor_id as debtorId from ${PROMISE} p
        where p.account_id = ? and p.state not in ('superseded', 'cancelled') and p.judge_at > ?
          and ((p.state = 'active' and p.judge_at <= ?)
               or exists (select 1 from ${PROMISE_DEBT} d where d.account_id = ? and d.promise_id = p.id
                             and exists (select 1 from ${LEDGER_ENTRY} e where e.account_id = ? and e.debt_id = d.debt_id and e.id > p.seen_entry)))${without.sql}
        order by p.judge_at, p.id limit ?`,
      [accountId, now - RECONSIDERED_FOR, now, accountId, accountId, ...without.params, limit],
    );
  }

  debtsOf(accountId: number, promiseId: number): Promise<PromisedDebt[]> {
    return this.db.rows(
      `select debt_id as debtId, hold_id as holdId from ${PROMISE_DEBT} where account_id = ? and promise_id = ? order by debt_id`,
      [accountId, promiseId],
    );
  }

  async held(accountId: number, promiseId: number, debtId: number, holdId: string): Promise<void> {
    await this.db.run(`update ${PROMISE_DEBT} set hold_id = ? where account_id = ? and promise_id = ? and debt_id = ?`, [
      holdId,
      accountId,
      promiseId,
      debtId,
    ]);
  }

  /** Newest ledger entry of debts; 0 when they have none. Exact under the debtor's lock, which whoever moves a balance holds. */
  async newestEntry(accountId: number, debtIds: readonly number[]): Promise<number> {
    const row = await this.db.row<{ id: number | null }>(
      `select max(id) as id from ${LEDGER_ENTRY} where account_id = ? and debt_id in (${list(debtIds)})`,
      [accountId, ...debtIds],
    );
    return row?.id ?? 0;
  }

  /**
   * What lowered the debts after `fromEntry`: payments that stand, what was in hand, and lower balances reported by the creditor's system, which is how
   * payments become known where no file of payments comes.
   */
  async movements(accountId: number, debtIds: readonly number[], fromEntry: number): Promise<Movement[]> {
    const rows = await this.db.rows<{ debtId: number; kind: string; minor: number | string; valueDate: CalendarDate }>(
      `select e.debt_id as debtId, e.kind, -e.amount_minor as minor, e.value_date as valueDate from ${LEDGER_ENTRY} e
         left join ${PAYMENT} m on m.account_id = ? and m.id = e.payment_id
        where e.account_id = ? and e.debt_id in (${list(debtIds)}) and e.id > ?
          and (e.payment_id is null or (e.kind in ('payment', 'credit') and m.status <> 'reversed'))
        order by e.id`,
      [accountId, accountId, ...debtIds, fromEntry],
    );
    return lowered(rows.map((row) => ({ ...row, minor: Number(row.minor) })));
  }

  async change(accountId: number, id: number, changes: SqlRow): Promise<void> {
    const columns = Object.keys(changes);
    await this.db.run(`update ${PROMISE} set ${columns.map((column) => `${column} = ?`).join(", ")} where account_id = ? and id = ?`, [
      ...Object.values(changes),
      accountId,
      id,
    ]);
  }
}

function list(items: readonly unknown[]): string {
  return items.length === 0 ? "null" : items.map(() => "?").join(", ");
}
