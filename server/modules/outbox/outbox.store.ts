import { Injectable } from "@nestjs/common";
import type { NotNull, Selectable, Updateable } from "kysely";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import type { Without } from "../../platform/work/work-rows.js";
import { ACCOUNT, type AccountsTables, HOST_TROUBLE } from "../accounts/index.js";
import { HOST_CONVERSATION, type HostTables } from "../host/index.js";
import { DEBTOR, DEBTOR_LOOKUP, DebtorsStore, type PortfolioTables } from "../portfolio/index.js";
import type { MessageState } from "./domain/message-state.js";
import { MESSAGE_DEBT, MESSAGE_STATUS, OUTBOX_MESSAGE, type OutboxTables } from "./outbox.tables.js";
import { conversationReady, waitsForAnotherTry } from "./dispatch/readiness.plan.js";

const COLUMNS = [
  "id",
  "ref",
  "debtor_id",
  "kind",
  "dedupe_key",
  "step_id",
  "anchor_date",
  "cadence_key",
  "cadence_version",
  "planned_on",
  "template",
  "language",
  "template_version",
  "state",
  "reason",
  "not_before",
  "not_after",
  "attempt_no",
  "fence",
  "conversation_id",
  "high_water_mark",
  "intent_at",
  "settle_at",
  "times_absent",
  "host_message_id",
  "variables_sealed",
  "body_hash",
  "verdict",
  "verdict_rule",
  "planned_at",
] as const;

export type MessageRecord = Readonly<Pick<Selectable<OutboxTables["outbox_message"]>, (typeof COLUMNS)[number]>>;
/** What a move may change: never whose message it is or where it is sent from. */
export type MessageChanges = Omit<Updateable<OutboxTables["outbox_message"]>, "id" | "account_id" | "debtor_id" | "dedupe_key">;

/** The conversation a message would go into, as last seen. */
export interface ReadyConversation {
  readonly debtor_id: number;
  readonly conversation_id: number;
  readonly last_message_id: number;
  readonly source_id_hash: string | null;
  readonly source_id_seen_at: Instant | null;
}

@Injectable()
export class OutboxStore {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
  ) {}

  /** Messages that fall due, one per debtor, the longest waiting first. No lock: the claim looks again. */
  due(
    accountId: number,
    now: Instant,
    limit: number,
    without: Without,
    only: MessageRecord["kind"] | null = null,
  ): Promise<{ id: number; debtor_id: number }[]> {
    const planned = this.messages(accountId)
      .select(({ fn }) => [fn.min<number>("id").as("id"), "debtor_id"])
      .where("state", "=", "planned")
      .where("not_before", "<=", now)
      .where("not_after", ">", now)
      .where(without);
    return (only === null ? planned : planned.where("kind", "=", only))
      .groupBy("debtor_id")
      .orderBy(({ fn }) => fn.min("not_before"))
      .orderBy(({ fn }) => fn.min("id"))
      .limit(limit)
      .execute();
  }

  /**
   * Debtors (`among`: of these) with a message falling due that may go, and no conversation whose number was seen lately: none, or a newer one that does not
   * tell its number, or one that is older than the debtor's number and will send to the former for ever; or whose earlier words nobody has
   * read. Those who wait for another try are left out before the limit, so that no number of them keeps the others waiting. The longest due
   * first, as in `due`.
   */
  async unprepared(
    accountId: number,
    inboxId: number,
    now: Instant,
    { freshSince, limit, among }: { readonly freshSince: Instant; readonly limit: number; readonly among?: readonly number[] },
  ): Promise<number[]> {
    if (among?.length === 0) return [];
    const planned = this.db
      .typed<OutboxTables>()
      .selectFrom(`${OUTBOX_MESSAGE} as m`)
      .select(({ fn }) => ["m.debtor_id", fn.min("m.not_before").as("due"), fn.min("m.id").as("first")])
      .where("m.account_id", "=", accountId)
      .where("m.state", "=", "planned")
      .where("m.not_before", "<=", now)
      .where("m.not_after", ">", now)
      .where((is) => is(is.fn.coalesce("m.verdict", is.val("allow")), "<>", "deny"))
      .where((is) => is.not(conversationReady(accountId, inboxId, freshSince)))
      .where((is) => is.not(waitsForAnotherTry(accountId, now)));
    const rows = await (among ? planned.where("m.debtor_id", "in", among) : planned)
      .groupBy("m.debtor_id")
      .orderBy("due")
      .orderBy("first")
      .limit(limit)
      .execute();
    return rows.map((row) => row.debtor_id);
  }

  /** Messages the helpdesk has and whose last word is still to come, of those accepted in one of the spans, the oldest first. */
  async awaitingStatus(
    accountId: number,
    accepted: readonly { readonly after: Instant; readonly until: Instant }[],
    limit: number,
  ): Promise<{ conversationId: number; hostMessageId: number }[]> {
    const rows = await this.messages(accountId)
      .select(["conversation_id", "host_message_id"])
      .where("state", "in", ["accepted", "at_whatsapp", "delivered"])
      .where((is) => is.or(accepted.map(({ after, until }) => is.and([is("accepted_at", ">", after), is("accepted_at", "<=", until)]))))
      .where("conversation_id", "is not", null)
      .where("host_message_id", "is not", null)
      .orderBy("accepted_at")
      .limit(limit)
      .$narrowType<{ conversation_id: NotNull; host_message_id: NotNull }>()
      .execute();
    return rows.map((row) => ({ conversationId: row.conversation_id, hostMessageId: row.host_message_id }));
  }

  /** Locks the debtors that nobody else holds, in id order: the first lock of every use case that counts contacts. */
  async claimDebtors(accountId: number, debtorIds: readonly number[]): Promise<number[]> {
    if (debtorIds.length === 0) return [];
    const debtors = this.db.typed<PortfolioTables>().selectFrom(DEBTOR).select("id").where("account_id", "=", accountId);
    const rows = await this.db.free(debtors.where("id", "in", debtorIds).orderBy("id")).execute();
    return rows.map((row) => row.id);
  }

  /** Holds the debtor of a message until the commit. */
  async lockDebtorOf(accountId: number, ref: string): Promise<void> {
    const message = await this.byRef(accountId, ref);
    if (message) await this.debtors.lock(accountId, [message.debtor_id]);
  }

  async claimPlanned(accountId: number, ids: readonly number[]): Promise<MessageRecord[]> {
    if (ids.length === 0) return [];
    return this.db.free(this.records(accountId).where("id", "in", ids).where("state", "=", "planned").orderBy("id")).execute();
  }

  /** Oldest first: the last of a debtor's is the one that was ensured last, and the one to write into. */
  async conversations(accountId: number, inboxId: number, debtorIds: readonly number[]): Promise<ReadyConversation[]> {
    if (debtorIds.length === 0) return [];
    return this.db
      .typed<HostTables>()
      .selectFrom(HOST_CONVERSATION)
      .select((is) => is.fn.coalesce("last_message_id", is.val(0)).as("last_message_id"))
      .select(["debtor_id", "conversation_id", "source_id_hash", "source_id_seen_at"])
      .where("account_id", "=", accountId)
      .where("inbox_id", "=", inboxId)
      .where("debtor_id", "in", debtorIds)
      .orderBy("ensured_at")
      .orderBy("id")
      .execute();
  }

  /** Ids of those conversations whose number in the helpdesk is one of their debtor's own. */
  async rightParties(accountId: number, inboxId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const rows = await this.db
      .typed<HostTables & PortfolioTables>()
      .selectFrom(`${HOST_CONVERSATION} as c`)
      .innerJoin(`${DEBTOR_LOOKUP} as l`, (join) =>
        join
          .onRef("l.account_id", "=", "c.account_id")
          .onRef("l.debtor_id", "=", "c.debtor_id")
          .on("l.kind", "=", "phone")
          .onRef("l.hash", "=", "c.source_id_hash"),
      )
      .select("c.conversation_id")
      .distinct()
      .where("c.account_id", "=", accountId)
      .where("c.inbox_id", "=", inboxId)
      .where("c.debtor_id", "in", debtorIds)
      .execute();
    return new Set(rows.map((row) => row.conversation_id));
  }

  async dispatchSwitch(accountId: number): Promise<boolean> {
    const row = await this.db
      .typed<AccountsTables>()
      .selectFrom(ACCOUNT)
      .select(["dispatch_enabled", "dispatch_stopped"])
      .select((is) => {
        const troubles = is.selectFrom(`${HOST_TROUBLE} as t`).where("t.account_id", "=", accountId).where("t.halts", "=", 1);
        return troubles.select(({ fn }) => fn.countAll<number>().as("n")).as("halting");
      })
      .where("id", "=", accountId)
      .executeTakeFirst();
    return row?.dispatch_enabled === 1 && row.dispatch_stopped === 0 && row.halting === 0;
  }

  /** Changes a message still in `state` and under `fence`; false when somebody else moved it meanwhile. */
  async move(accountId: number, id: number, from: { state: MessageState; fence: number }, changes: MessageChanges): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .typed<OutboxTables>()
      .updateTable(OUTBOX_MESSAGE)
      .set(changes)
      .where("account_id", "=", accountId)
      .where("id", "=", id)
      .where("state", "=", from.state)
      .where("fence", "=", from.fence)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async setDebts(accountId: number, messageId: number, debtIds: readonly number[]): Promise<void> {
    await this.db.insertIgnore(
      MESSAGE_DEBT,
      debtIds.map((debtId) => ({ account_id: accountId, message_id: messageId, debt_id: debtId })),
    );
  }

  /** Rows whose time to be looked for has come; the reconciler's alone. */
  settled(accountId: number, now: Instant, limit: number, without: Without): Promise<MessageRecord[]> {
    return this.records(accountId)
      .where("state", "in", ["sending", "unknown"])
      .where("settle_at", "<=", now)
      .where(without)
      .orderBy("settle_at")
      .limit(limit)
      .execute();
  }

  async byRef(accountId: number, ref: string): Promise<MessageRecord | null> {
    return (await this.records(accountId).where("ref", "=", ref).executeTakeFirst()) ?? null;
  }

  async byHostMessage(accountId: number, hostMessageId: number): Promise<MessageRecord | null> {
    return (await this.records(accountId).where("host_message_id", "=", hostMessageId).executeTakeFirst()) ?? null;
  }

  async lockByRef(accountId: number, ref: string): Promise<MessageRecord | null> {
    return (await this.db.held(this.records(accountId).where("ref", "=", ref)).executeTakeFirst()) ?? null;
  }

  expired(accountId: number, now: Instant, limit: number): Promise<MessageRecord[]> {
    return this.in(accountId, "planned").where("not_after", "<=", now).limit(limit).execute();
  }

  plannedOf(accountId: number, debtorId: number): Promise<MessageRecord[]> {
    return this.in(accountId, "planned").where("debtor_id", "=", debtorId).execute();
  }

  parkedOf(accountId: number, debtorId: number): Promise<MessageRecord[]> {
    return this.db.held(this.in(accountId, "parked").where("debtor_id", "=", debtorId)).execute();
  }

  async parkedById(accountId: number, id: number): Promise<MessageRecord | null> {
    return (await this.db.held(this.in(accountId, "parked").where("id", "=", id)).executeTakeFirst()) ?? null;
  }

  plannedAfter(accountId: number, afterId: number, limit: number): Promise<MessageRecord[]> {
    return this.in(accountId, "planned").where("kind", "=", "cadence").where("id", ">", afterId).limit(limit).execute();
  }

  /** @returns whether this status was not known yet */
  async noteStatus(accountId: number, ref: string, hostMessageId: number, status: string, now: Instant): Promise<boolean> {
    return (
      (await this.db.insertIgnore(MESSAGE_STATUS, [
        { account_id: accountId, ref, host_message_id: hostMessageId, status, received_at: now },
      ])) === 1
    );
  }

  /** When the debtor was last written to by us, for the pair limit. */
  async lastIntents(accountId: number, debtorIds: readonly number[]): Promise<Map<number, Instant>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.messages(accountId)
      .select(({ fn }) => ["debtor_id", fn.max("intent_at").as("at")])
      .where("debtor_id", "in", debtorIds)
      .where("intent_at", "is not", null)
      .groupBy("debtor_id")
      .execute();
    return new Map(rows.flatMap((row) => (row.at === null ? [] : [[row.debtor_id, row.at] as const])));
  }

  private messages(accountId: number) {
    return this.db.typed<OutboxTables>().selectFrom(OUTBOX_MESSAGE).where("account_id", "=", accountId);
  }

  private records(accountId: number) {
    return this.messages(accountId).select(COLUMNS);
  }

  private in(accountId: number, state: MessageState) {
    return this.records(accountId).where("state", "=", state).orderBy("id");
  }
}
