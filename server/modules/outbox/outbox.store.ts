import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import type { SqlRow, SqlValue } from "../../platform/database/dialect.js";
import { Database } from "../../platform/database/database.js";
import type { Without } from "../../platform/work/work-rows.js";
import { ACCOUNT, HOST_TROUBLE } from "../accounts/index.js";
import { HOST_CONVERSATION } from "../host/index.js";
import { CONTACT_POINT, DEBTOR } from "../portfolio/index.js";
import type { MessageState } from "./domain/message-state.js";
import { MESSAGE_DEBT, MESSAGE_STATUS, OUTBOX_MESSAGE } from "./outbox.tables.js";
import { UnreadyDebtors } from "./dispatch/unready.store.js";

export interface MessageRecord {
  readonly id: number;
  readonly ref: string | null;
  readonly debtor_id: number;
  readonly kind: "cadence" | "reply";
  readonly dedupe_key: string;
  readonly step_id: string;
  readonly anchor_date: string | null;
  readonly cadence_key: string | null;
  readonly cadence_version: number | null;
  readonly planned_on: string;
  readonly template: string;
  readonly language: string;
  readonly template_version: string;
  readonly state: MessageState;
  readonly reason: string | null;
  readonly not_before: Instant;
  readonly not_after: Instant;
  readonly attempt_no: number;
  readonly fence: number;
  readonly conversation_id: number | null;
  readonly high_water_mark: number | null;
  readonly intent_at: Instant | null;
  readonly settle_at: Instant | null;
  readonly looks: number;
  readonly host_message_id: number | null;
  readonly variables_sealed: string | null;
  readonly body_hash: string | null;
  readonly verdict: string | null;
  readonly verdict_rule: string | null;
  readonly planned_at: Instant;
}

const COLUMNS = `id, ref, debtor_id, kind, dedupe_key, step_id, anchor_date, cadence_key, cadence_version, planned_on, template, language, template_version, state, reason, not_before, not_after,
  attempt_no, fence, conversation_id, high_water_mark, intent_at, settle_at, looks, host_message_id, variables_sealed, body_hash, verdict, verdict_rule, planned_at`;

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
  constructor(private readonly db: Database) {}

  /** Messages that fall due, one per debtor, the longest waiting first. No lock: the claim looks again. */
  due(
    accountId: number,
    now: Instant,
    limit: number,
    without: Without,
    only: MessageRecord["kind"] | null = null,
  ): Promise<{ id: number; debtor_id: number }[]> {
    return this.db.rows(
      `select min(id) as id, debtor_id from ${OUTBOX_MESSAGE}
        where account_id = ? and state = 'planned' and not_before <= ? and not_after > ?${without.sql}${only === null ? "" : " and kind = ?"}
        group by debtor_id order by min(not_before), min(id) limit ?`,
      [accountId, now, now, ...without.params, ...(only === null ? [] : [only]), limit],
    );
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
    const number = (since: string) =>
      `exists (select 1 from ${CONTACT_POINT} p where p.account_id = m.account_id and p.debtor_id = m.debtor_id and p.channel = 'whatsapp'
                  and p.invalid_at is null and p.created_at > ${since})`;
    const rows = await this.db.rows<{ debtor_id: number }>(
      `select m.debtor_id, min(m.not_before) as due, min(m.id) as first from ${OUTBOX_MESSAGE} m
        where m.account_id = ? and m.state = 'planned' and m.not_before <= ? and m.not_after > ? and coalesce(m.verdict, 'allow') <> 'deny'
          ${among ? `and m.debtor_id in (${list(among)})` : ""}
          and not exists (select 1 from ${HOST_CONVERSATION} c
                           where c.account_id = ? and c.debtor_id = m.debtor_id and c.inbox_id = ? and c.status not in ('resolved', 'gone')
                             and c.source_id_hash is not null and c.source_id_seen_at >= ? and not ${number("c.ensured_at")}
                             and not exists (select 1 from ${HOST_CONVERSATION} n
                                              where n.account_id = c.account_id and n.debtor_id = c.debtor_id and n.inbox_id = c.inbox_id and n.source_id_hash is null
                                                and (n.ensured_at > c.ensured_at or (n.ensured_at = c.ensured_at and n.id > c.id)))
                             and not exists (select 1 from ${HOST_CONVERSATION} h
                                              where h.account_id = c.account_id and h.debtor_id = c.debtor_id and h.history_read_at is null))
          and not ${UnreadyDebtors.waiting("m.debtor_id", number)}
        group by m.debtor_id order by due, first limit ?`,
      [accountId, now, now, ...(among ?? []), accountId, inboxId, freshSince, accountId, now, limit],
    );
    return rows.map((row) => row.debtor_id);
  }

  /** Messages the helpdesk has and whose last word is still to come, of those accepted in one of the spans, the oldest first. */
  async awaitingStatus(
    accountId: number,
    accepted: readonly { readonly after: Instant; readonly until: Instant }[],
    limit: number,
  ): Promise<{ conversationId: number; hostMessageId: number }[]> {
    const spans = accepted.map(() => "accepted_at > ? and accepted_at <= ?").join(" or ");
    const rows = await this.db.rows<{ conversation_id: number; host_message_id: number }>(
      `select conversation_id, host_message_id from ${OUTBOX_MESSAGE}
        where account_id = ? and state in ('accepted', 'at_whatsapp', 'delivered') and (${spans})
          and conversation_id is not null and host_message_id is not null
        order by accepted_at limit ?`,
      [accountId, ...accepted.flatMap(({ after, until }) => [after, until]), limit],
    );
    return rows.map((row) => ({ conversationId: row.conversation_id, hostMessageId: row.host_message_id }));
  }

  /** Locks the debtors that nobody else holds, in id order: the first lock of every use case that counts contacts. */
  async claimDebtors(accountId: number, debtorIds: readonly number[]): Promise<number[]> {
    const rows = await this.db.claim<{ id: number }>(
      `select id from debtor where account_id = ? and id in (${list(debtorIds)}) order by id`,
      [accountId, ...debtorIds],
    );
    return rows.map((row) => row.id);
  }

  /** Holds the debtor of a message until the commit. */
  async lockDebtorOf(accountId: number, ref: string): Promise<void> {
    const message = await this.byRef(accountId, ref);
    if (message) await this.db.lock(`select id from ${DEBTOR} where account_id = ? and id = ?`, [accountId, message.debtor_id]);
  }

  claimPlanned(accountId: number, ids: readonly number[]): Promise<MessageRecord[]> {
    return this.db.claim(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and id in (${list(ids)}) and state = 'planned' order by id`,
      [accountId, ...ids],
    );
  }

  /** Oldest first: the last of a debtor's is the one that was ensured last, and the one to write into. */
  conversations(accountId: number, inboxId: number, debtorIds: readonly number[]): Promise<ReadyConversation[]> {
    return this.db.rows(
      `select debtor_id, conversation_id, coalesce(last_message_id, 0) as last_message_id, source_id_hash, source_id_seen_at
         from ${HOST_CONVERSATION} where account_id = ? and inbox_id = ? and debtor_id in (${list(debtorIds)}) order by ensured_at, id`,
      [accountId, inboxId, ...debtorIds],
    );
  }

  /** Ids of those conversations whose number in the helpdesk is one of their debtor's own. */
  async rightParties(accountId: number, inboxId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    const rows = await this.db.rows<{ conversation_id: number }>(
      `select distinct c.conversation_id from ${HOST_CONVERSATION} c
         join debtor_lookup l on l.account_id = c.account_id and l.debtor_id = c.debtor_id and l.kind = 'phone' and l.hash = c.source_id_hash
        where c.account_id = ? and c.inbox_id = ? and c.debtor_id in (${list(debtorIds)})`,
      [accountId, inboxId, ...debtorIds],
    );
    return new Set(rows.map((row) => row.conversation_id));
  }

  async dispatchSwitch(accountId: number): Promise<boolean> {
    const row = await this.db.row<{ dispatch_enabled: number; dispatch_stopped: number; halting: number }>(
      `select dispatch_enabled, dispatch_stopped,
              (select count(*) from ${HOST_TROUBLE} t where t.account_id = ? and t.halts = 1) as halting
         from ${ACCOUNT} where id = ?`,
      [accountId, accountId],
    );
    return row?.dispatch_enabled === 1 && row.dispatch_stopped === 0 && Number(row.halting) === 0;
  }

  /** Changes a message still in `state` and under `fence`; false when somebody else moved it meanwhile. */
  async move(accountId: number, id: number, from: { state: MessageState; fence: number }, changes: SqlRow): Promise<boolean> {
    const columns = Object.keys(changes);
    const params: SqlValue[] = [...Object.values(changes), accountId, id, from.state, from.fence];
    const sql = `update ${OUTBOX_MESSAGE} set ${columns.map((column) => `${column} = ?`).join(", ")} where account_id = ? and id = ? and state = ? and fence = ?`;
    return (await this.db.run(sql, params)) === 1;
  }

  async setDebts(accountId: number, messageId: number, debtIds: readonly number[]): Promise<void> {
    await this.db.insertIgnore(
      MESSAGE_DEBT,
      debtIds.map((debtId) => ({ account_id: accountId, message_id: messageId, debt_id: debtId })),
    );
  }

  /** Rows whose time to be looked for has come; the reconciler's alone. */
  settled(accountId: number, now: Instant, limit: number, without: Without): Promise<MessageRecord[]> {
    return this.db.rows(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and state in ('sending', 'unknown') and settle_at <= ?${without.sql} order by settle_at limit ?`,
      [accountId, now, ...without.params, limit],
    );
  }

  byRef(accountId: number, ref: string): Promise<MessageRecord | null> {
    return this.db.row(`select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and ref = ?`, [accountId, ref]);
  }

  byHostMessage(accountId: number, hostMessageId: number): Promise<MessageRecord | null> {
    return this.db.row(`select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and host_message_id = ?`, [accountId, hostMessageId]);
  }

  async lockByRef(accountId: number, ref: string): Promise<MessageRecord | null> {
    return (
      (
        await this.db.lock<MessageRecord>(`select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and ref = ?`, [accountId, ref])
      )[0] ?? null
    );
  }

  expired(accountId: number, now: Instant, limit: number): Promise<MessageRecord[]> {
    return this.db.rows(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and state = 'planned' and not_after <= ? order by id limit ?`,
      [accountId, now, limit],
    );
  }

  plannedOf(accountId: number, debtorId: number): Promise<MessageRecord[]> {
    return this.db.rows(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and debtor_id = ? and state = 'planned' order by id`,
      [accountId, debtorId],
    );
  }

  parkedOf(accountId: number, debtorId: number): Promise<MessageRecord[]> {
    return this.db.lock(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and debtor_id = ? and state = 'parked' order by id`,
      [accountId, debtorId],
    );
  }

  async parkedById(accountId: number, id: number): Promise<MessageRecord | null> {
    const sql = `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and id = ? and state = 'parked'`;
    return (await this.db.lock<MessageRecord>(sql, [accountId, id]))[0] ?? null;
  }

  plannedAfter(accountId: number, afterId: number, limit: number): Promise<MessageRecord[]> {
    return this.db.rows(
      `select ${COLUMNS} from ${OUTBOX_MESSAGE} where account_id = ? and state = 'planned' and kind = 'cadence' and id > ? order by id limit ?`,
      [accountId, afterId, limit],
    );
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
    const rows = await this.db.rows<{ debtor_id: number; at: Instant | null }>(
      `select debtor_id, max(intent_at) as at from ${OUTBOX_MESSAGE} where account_id = ? and debtor_id in (${list(debtorIds)}) and intent_at is not null group by debtor_id`,
      [accountId, ...debtorIds],
    );
    return new Map(rows.flatMap((row) => (row.at === null ? [] : [[row.debtor_id, row.at] as const])));
  }
}

function list(ids: readonly number[]): string {
  return ids.length === 0 ? "null" : ids.map(() => "?").join(", ");
}
