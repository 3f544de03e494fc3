import type { Locale } from "../../shared/locale.js";
import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { type NotNull, sql } from "kysely";
import type { HandlerInput } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import type { TodayRow, TodayView as View } from "../../contract/kpis.contract.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { readRowCursor, writeCursor } from "../../shared/cursor.js";
import { toIso, toIsoOrNull, type Instant } from "../../shared/instant.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { type StepNames, StepNamesReader } from "../cadences/index.js";
import { ESCALATION, type EscalationsTables } from "../escalations/index.js";
import { RecordWords } from "../journal/index.js";
import { INBOUND_MESSAGE, type NegotiationTables } from "../negotiation/index.js";
import { type MessageRecord, OUTBOX_MESSAGE, OutboxReview, type OutboxTables, RecipientsView, type Recipient } from "../outbox/index.js";
import { decisionView } from "../policy/index.js";
import type { Decision } from "../policy/rules.js";
import { daysPastDue, stageOf } from "../portfolio/rules.js";
import { ruleFacts } from "./domain/rule-facts.js";

type Query = HandlerInput<typeof routes.kpis.today>["query"];
type State = TodayRow["state"];

/** How a message `m` is shown, in SQL so that a million of them are counted without being read. */
const shownAt = (now: Instant) => sql<State>`case
  when m.answered_at is not null then 'answered'
  when m.state = 'planned' and m.verdict = 'deny' then 'denied'
  when m.state = 'planned' and m.not_before > ${now} then 'later'
  when m.state = 'planned' and m.verdict = 'allow' then 'allowed'
  when m.state = 'planned' then 'later'
  when m.state in ('suppressed', 'expired') then 'denied'
  when m.state in ('accepted', 'at_whatsapp') then 'sent'
  when m.state in ('unsent', 'parked', 'failed') then 'failed'
  else m.state end`;

/** The account's calendar day, as it is now. */
interface Today {
  readonly accountId: number;
  readonly now: Instant;
  readonly date: CalendarDate;
  readonly start: Instant;
}

interface ShownRow extends MessageRecord {
  readonly shown: State;
  readonly moved_at: Instant | null;
  readonly answered_at: Instant | null;
  readonly intent: string | null;
}

@Injectable()
export class TodayPage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly recipients: RecipientsView,
    private readonly review: OutboxReview,
    private readonly steps: StepNamesReader,
    private readonly words: RecordWords,
  ) {}

  async show(accountId: number, query: Query): Promise<View> {
    const account = await this.accounts.get(accountId);
    const now = this.clock.now();
    const date = localDate(account.zone, now);
    const today: Today = { accountId, now, date, start: wholeDay(account.zone, date).start };
    const { counts, opensAt } = await this.counts(today);
    const rows = await this.rows(today, query);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      date,
      zone: account.zone,
      asOf: toIso(now),
      dispatch: { enabled: account.dispatch.enabled, stopped: account.dispatch.stopped },
      planDigest: await this.digest(accountId),
      counts,
      opensAt,
      deniedBy: await this.deniedBy(today),
      items: await this.items(account, shown, date, query.lang),
      next: rows.length > query.limit && last ? writeCursor(last.id) : null,
    };
  }

  /** Names the set of planned messages: turning on needs the digest of the plan that was seen. */
  async digest(accountId: number): Promise<string> {
    const plan = await this.tables
      .selectFrom(OUTBOX_MESSAGE)
      .select(({ fn }) => [
        fn.countAll<number>().as("count"),
        fn.sum<number | string | null>("id").as("sum"),
        fn.max<number | null>("id").as("last"),
      ])
      .where("account_id", "=", accountId)
      .where("state", "=", "planned")
      .where("kind", "=", "cadence")
      .executeTakeFirstOrThrow();
    return createHash("sha256")
      .update(JSON.stringify([accountId, plan.count, Number(plan.sum ?? 0), plan.last ?? 0]))
      .digest("base64url")
      .slice(0, 22);
  }

  private async counts(today: Today): Promise<Pick<View, "counts" | "opensAt">> {
    const rows = await this.tables
      .selectFrom(this.messages(today).select("m.not_before as opens").as("t"))
      .select((is) => [
        "t.shown",
        is.fn.countAll<number>().as("n"),
        is.fn.min<number | null>(is.case().when("t.opens", ">", today.now).then(is.ref("t.opens")).end()).as("opens"),
      ])
      .groupBy("t.shown")
      .execute();
    const of = (...states: State[]) => rows.filter((row) => states.includes(row.shown)).reduce((total, row) => total + row.n, 0);
    const people = await this.tables
      .selectFrom(ESCALATION)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("account_id", "=", today.accountId)
      .where("answered_at", "is", null)
      .where("closed_at", "is", null)
      .executeTakeFirstOrThrow();
    const opens = rows.find(({ shown }) => shown === "later")?.opens ?? null;
    const counts = {
      due: rows.reduce((total, row) => total + row.n, 0),
      allowed: of("allowed"),
      later: of("later"),
      denied: of("denied"),
      sent: of("sending", "sent", "delivered", "read", "answered", "unknown"),
      delivered: of("delivered", "read", "answered"),
      read: of("read", "answered"),
      answered: of("answered"),
      failed: of("failed"),
      needsPerson: people.n,
    };
    return { counts, opensAt: toIsoOrNull(opens) };
  }

  private async deniedBy(today: Today): Promise<View["deniedBy"]> {
    const rows = await this.tables
      .selectFrom(this.messages(today).select("m.verdict_rule as rule").as("t"))
      .select((is) => [
        "t.rule",
        is.fn.countAll<number>().as("n"),
        is.fn.sum<number | string>(is.case().when("t.shown", "=", "later").then(1).else(0).end()).as("later"),
      ])
      .where("t.shown", "in", HELD_BACK)
      .where("t.rule", "is not", null)
      .groupBy("t.rule")
      .orderBy("n", "desc")
      .orderBy("t.rule")
      .$narrowType<{ rule: NotNull }>()
      .execute();
    return rows.map((row) => ({ ...ruleFacts(row.rule), count: row.n, later: Number(row.later) }));
  }

  private rows(today: Today, query: Query): Promise<ShownRow[]> {
    const states = query.state ? STATES_OF[query.state] : query.rule ? HELD_BACK : [];
    const messages = this.messages(today)
      .selectAll("m")
      .select(({ fn }) =>
        fn.coalesce("m.read_at", "m.delivered_at", "m.failed_at", "m.accepted_at", fn.coalesce("m.intent_at", "m.ended_at")).as("moved_at"),
      )
      .select((is) =>
        is
          .selectFrom(`${INBOUND_MESSAGE} as i`)
          .select("i.intent")
          .whereRef("i.account_id", "=", "m.account_id")
          .whereRef("i.debtor_id", "=", "m.debtor_id")
          .whereRef("i.received_at", ">=", "m.intent_at")
          .orderBy("i.received_at", "desc")
          .orderBy("i.id", "desc")
          .limit(1)
          .as("intent"),
      );
    let rows = this.tables.selectFrom(messages.as("t")).selectAll("t").where("t.id", ">", readRowCursor(query.cursor));
    if (states.length > 0) rows = rows.where("t.shown", "in", states);
    if (query.rule) rows = rows.where("t.verdict_rule", "=", query.rule);
    return rows
      .orderBy("t.id")
      .limit(query.limit + 1)
      .execute();
  }

  /** Today's messages: what was planned for today, what is still waiting, what left today. */
  private messages({ accountId, now, date, start }: Today) {
    return this.tables
      .selectFrom(`${OUTBOX_MESSAGE} as m`)
      .select(shownAt(now).as("shown"))
      .where("m.account_id", "=", accountId)
      .where("m.kind", "=", "cadence")
      .where("m.state", "<>", "cancelled")
      .where((is) => is.or([is("m.planned_on", "=", date), is("m.state", "=", "planned"), is("m.intent_at", ">=", start)]));
  }

  private async items(account: Account, rows: readonly ShownRow[], date: CalendarDate, lang: Locale): Promise<TodayRow[]> {
    const recipients = await this.recipients.readable(account.id, [...new Set(rows.map((row) => row.debtor_id))]);
    const undecided = rows
      .filter((row) => recipients.has(row.debtor_id))
      .filter((row) => row.shown === "allowed" || row.shown === "later" || row.shown === "denied");
    const decisions = new Map((await this.review.decide(account.id, undecided)).map((decision, index) => [undecided[index]?.id, decision]));
    const steps = await this.steps.of(account.id, lang);
    return rows.flatMap((row) => {
      const recipient = recipients.get(row.debtor_id);
      const facts = { date, lang, decision: decisions.get(row.id) ?? null, reason: this.reason(row, lang) };
      return recipient ? [{ ...item(row, recipient, facts), ...steps(row) }] : [];
    });
  }

  /** What keeps back a message that the policy allows, or had it set aside; null where there are no words for it. */
  private reason(row: ShownRow, lang: Locale): string | null {
    const code = ownReason(row);
    const words = code === null ? null : this.words.code(code, lang);
    return words === code ? null : words;
  }

  private get tables() {
    return this.db.typed<OutboxTables & NegotiationTables & EscalationsTables>();
  }
}

const HELD_BACK: readonly State[] = ["denied", "later"];
const STATES_OF: Readonly<Record<NonNullable<Query["state"]>, readonly State[]>> = {
  allowed: ["allowed"],
  later: ["later"],
  denied: ["denied"],
  sent: ["sending", "unknown", "sent", "delivered", "read", "answered"],
  answered: ["answered"],
  failed: ["failed"],
};

function item(
  row: ShownRow,
  recipient: Recipient,
  { date, lang, decision, reason }: { date: CalendarDate; lang: Locale; decision: Decision | null; reason: string | null },
): Omit<TodayRow, keyof StepNames> {
  const anchor = row.anchor_date ?? date;
  const until = anchor > date ? anchor : date;
  const debts = recipient.debts.filter((debt) => !debt.held && debt.dueDate <= until);
  const currency = debts[0]?.currency ?? recipient.debts[0]?.currency ?? null;
  const planned = row.shown === "allowed" || row.shown === "later";
  return {
    messageId: row.ref,
    debtorId: recipient.publicId,
    debtor: recipient.name,
    stage: stageOf(anchor, date),
    daysPastDue: daysPastDue(anchor, date),
    owes:
      currency === null
        ? null
        : { currency, minor: debts.filter((debt) => debt.currency === currency).reduce((total, debt) => total + debt.balanceMinor, 0) },
    debts: debts.length,
    step: row.step_id,
    template: row.template,
    state: row.shown,
    at: toIsoOrNull(planned ? row.not_before : (row.answered_at ?? row.moved_at)),
    decision: decision ? decisionView(decision, lang) : null,
    answer: row.intent,
    reason,
  };
}

/** Code of what keeps back a message that the policy allows, or had it set aside. */
function ownReason({ shown, verdict, reason }: ShownRow): string | null {
  return shown === "failed" || (shown === "later" && verdict === "allow") ? reason : null;
}
