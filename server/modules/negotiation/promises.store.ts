import { Injectable } from "@nestjs/common";
import type { Updateable } from "kysely";
import type { CalendarDate } from "../../shared/calendar.js";
import { DAY, type Instant } from "../../shared/instant.js";
import type { Currency } from "../../shared/money.js";
import { Database } from "../../platform/database/database.js";
import type { Without } from "../../platform/work/work-rows.js";
import { lowered, type Movement, NOT_KEPT, type PromiseSource, type PromiseState } from "./domain/promise.js";
import { DebtorsStore } from "../portfolio/index.js";
import { LEDGER_ENTRY, PAYMENT, type PaymentsTables } from "../payments/index.js";
import { type NegotiationTables, PROMISE, PROMISE_DEBT } from "./negotiation.tables.js";

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

const COLUMNS = [
  "id",
  "public_id as publicId",
  "debtor_id as debtorId",
  "state",
  "amount_minor as amountMinor",
  "currency",
  "due_date as dueDate",
  "last_day as lastDay",
  "judge_at as judgeAt",
  "source",
  "actor",
  "created_at as createdAt",
  "from_entry as fromEntry",
  "seen_entry as seenEntry",
  "paid_minor as paidMinor",
  "ended_at as endedAt",
  "replaced_by as replacedBy",
  "note_sealed as noteSealed",
] as const;

/** What may become of a promise: never whose it is or what was promised. */
export type PromiseChanges = Pick<
  Updateable<NegotiationTables["promise"]>,
  "state" | "active_slot" | "seen_entry" | "paid_minor" | "ended_at" | "replaced_by" | "note_sealed"
>;

@Injectable()
export class PromisesStore {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
  ) {}

  /** Holds the debtor until the commit, as everybody does who changes what may be sent to them, or what they owe. */
  async lockDebtor(accountId: number, debtorId: number): Promise<void> {
    await this.debtors.lock(accountId, [debtorId]);
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

  async byPublicId(accountId: number, publicId: string): Promise<PromiseRecord | null> {
    return (await this.promises(accountId).select(COLUMNS).where("public_id", "=", publicId).executeTakeFirst()) ?? null;
  }

  async byId(accountId: number, id: number): Promise<PromiseRecord | null> {
    return (await this.promises(accountId).select(COLUMNS).where("id", "=", id).executeTakeFirst()) ?? null;
  }

  /** Newest first. */
  ofDebtor(accountId: number, debtorId: number): Promise<PromiseRecord[]> {
    return this.promises(accountId).select(COLUMNS).where("debtor_id", "=", debtorId).orderBy("id", "desc").execute();
  }

  /** One a currency. */
  activeOf(accountId: number, debtorId: number): Promise<PromiseRecord[]> {
    const active = this.promises(accountId).where("debtor_id", "=", debtorId).where("active_slot", "=", 1);
    return active.select(COLUMNS).orderBy("id").execute();
  }

  async notKept(accountId: number, debtorId: number): Promise<number> {
    const { n } = await this.promises(accountId)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("debtor_id", "=", debtorId)
      .where("state", "in", NOT_KEPT)
      .executeTakeFirstOrThrow();
    return n;
  }

  /** How often the debtor has put off by themselves since a promise was last judged or cancelled. */
  async changes(accountId: number, debtorId: number): Promise<number> {
    const ended = this.promises(accountId)
      .select((is) => is.fn.coalesce(is.fn.max("id"), is.val(0)).as("id"))
      .where("debtor_id", "=", debtorId)
      .where("state", "in", ["kept", "cancelled", ...NOT_KEPT]);
    const { n } = await this.promises(accountId)
      .select(({ fn }) => fn.count<number>("message_id").distinct().as("n"))
      .where("debtor_id", "=", debtorId)
      .where("state", "=", "superseded")
      .where("source", "<>", "agent")
      .where("id", ">", ended)
      .executeTakeFirstOrThrow();
    return n;
  }

  /**
   * Those whose time has come, and those whose debts moved since they were last judged. Nested, not joined: SQLite would
   * begin with the whole ledger. No lock: each is looked at again under its debtor's.
   */
  toJudge(accountId: number, now: Instant, limit: number, without: Without): Promise<{ id: number; debtorId: number }[]> {
    return this.db
      .typed<NegotiationTables & PaymentsTables>()
      .selectFrom(`${PROMISE} as p`)
      .select(["p.id", "p.debtor_id as debtorId"])
      .where("p.account_id", "=", accountId)
      .where("p.state", "not in", ["superseded", "cancelled"])
      .where("p.judge_at", ">", now - RECONSIDERED_FOR)
      .where((is) => {
        const debts = is.selectFrom(`${PROMISE_DEBT} as d`).select("d.debt_id").where("d.account_id", "=", accountId);
        const moved = debts.whereRef("d.promise_id", "=", "p.id").where((of) => {
          const entries = of.selectFrom(`${LEDGER_ENTRY} as e`).select("e.id").where("e.account_id", "=", accountId);
          return of.exists(entries.whereRef("e.debt_id", "=", "d.debt_id").whereRef("e.id", ">", "p.seen_entry"));
        });
        return is.or([is.and([is("p.state", "=", "active"), is("p.judge_at", "<=", now)]), is.exists(moved)]);
      })
      .where(without)
      .orderBy("p.judge_at")
      .orderBy("p.id")
      .limit(limit)
      .execute();
  }

  debtsOf(accountId: number, promiseId: number): Promise<PromisedDebt[]> {
    const debts = this.tables
      .selectFrom(PROMISE_DEBT)
      .select(["debt_id as debtId", "hold_id as holdId"])
      .where("account_id", "=", accountId);
    return debts.where("promise_id", "=", promiseId).orderBy("debt_id").execute();
  }

  async held(accountId: number, promiseId: number, debtId: number, holdId: string): Promise<void> {
    const debts = this.tables.updateTable(PROMISE_DEBT).set({ hold_id: holdId }).where("account_id", "=", accountId);
    await debts.where("promise_id", "=", promiseId).where("debt_id", "=", debtId).execute();
  }

  /** Newest ledger entry of debts; 0 when they have none. Exact under the debtor's lock, which whoever moves a balance holds. */
  async newestEntry(accountId: number, debtIds: readonly number[]): Promise<number> {
    if (debtIds.length === 0) return 0;
    const { id } = await this.db
      .typed<PaymentsTables>()
      .selectFrom(LEDGER_ENTRY)
      .select(({ fn }) => fn.max<number | null>("id").as("id"))
      .where("account_id", "=", accountId)
      .where("debt_id", "in", debtIds)
      .executeTakeFirstOrThrow();
    return id ?? 0;
  }

  /**
   * What lowered the debts after `fromEntry`: payments that stand, what was in hand, and lower balances reported by the creditor's system, which is how
   * payments become known where no file of payments comes.
   */
  async movements(accountId: number, debtIds: readonly number[], fromEntry: number): Promise<Movement[]> {
    if (debtIds.length === 0) return lowered([]);
    const rows = await this.db
      .typed<PaymentsTables>()
      .selectFrom(`${LEDGER_ENTRY} as e`)
      .leftJoin(`${PAYMENT} as m`, (join) => join.on("m.account_id", "=", accountId).onRef("m.id", "=", "e.payment_id"))
      .select(["e.debt_id as debtId", "e.kind", "e.amount_minor", "e.value_date as valueDate"])
      .where("e.account_id", "=", accountId)
      .where("e.debt_id", "in", debtIds)
      .where("e.id", ">", fromEntry)
      .where((is) =>
        is.or([is("e.payment_id", "is", null), is.and([is("e.kind", "in", ["payment", "credit"]), is("m.status", "<>", "reversed")])]),
      )
      .orderBy("e.id")
      .execute();
    return lowered(rows.map(({ amount_minor, ...row }) => ({ ...row, minor: -amount_minor })));
  }

  async change(accountId: number, id: number, changes: PromiseChanges): Promise<void> {
    await this.tables.updateTable(PROMISE).set(changes).where("account_id", "=", accountId).where("id", "=", id).execute();
  }

  private promises(accountId: number) {
    return this.tables.selectFrom(PROMISE).where("account_id", "=", accountId);
  }

  private get tables() {
    return this.db.typed<NegotiationTables>();
  }
}
