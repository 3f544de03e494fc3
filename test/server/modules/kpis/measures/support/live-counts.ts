import type { Database } from "../../../../../../server/platform/database/database.js";
import type { CalendarDate } from "../../../../../../server/shared/calendar.js";
import type { Instant } from "../../../../../../server/shared/instant.js";

export interface LiveQuestion {
  readonly accountId: number;
  /** First day of the period, and the first after it. */
  readonly from: CalendarDate;
  readonly end: CalendarDate;
  /** Their midnights, or `asOf` where they have not come by then. */
  readonly start: Instant;
  readonly until: Instant;
  readonly asOf: Instant;
}

export const LIVE_MEASURES: ReadonlySet<string> = new Set([
  "receivables.opening",
  "balance.outstanding",
  "balance.overdue.opening",
  "balance.overdue",
  "balance.newly_overdue",
  "debtors.owing",
  "accounts.open",
  "cash.net",
  "cash.recovered",
  "cash.excess",
  "cash.days",
  "attempts.made",
  "attempts.delivered",
  "attempts.read",
  "attempts.failed",
  "attempts.answered",
  "attempts.denied",
  "debtors.attempted",
  "debtors.answering",
]);

export type LiveCounts = Record<string, Record<string, number>>;

/** What the spans, flows and attempts themselves say, each asked anew: by measure, then by currency, which is empty for what is no amount. */
export async function liveCounts(db: Database, question: LiveQuestion): Promise<LiveCounts> {
  const { accountId, from, end, start, until, asOf } = question;
  const counts: LiveCounts = {};
  const put = (measure: string, currency: string, total: unknown) => {
    if (Number(total ?? 0) !== 0) (counts[measure] ??= {})[currency] = Number(total);
  };
  const rows = (sql: string, values: readonly (string | number)[]) => db.rows<Record<string, string | number>>(sql, values);
  const standing = "from debt_span where account_id = ? and from_at <= ? and to_at > ? and status = 'open'";
  for (const [at, opening] of [
    [start, true],
    [until, false],
  ] as const) {
    const owed = await rows(
      `select currency, sum(balance_minor) as balance, sum(case when overdue_at <= ? then balance_minor else 0 end) as overdue ${standing} group by currency`,
      [at, accountId, at, at],
    );
    for (const { currency, balance, overdue } of owed) {
      put(opening ? "receivables.opening" : "balance.outstanding", String(currency), balance);
      put(opening ? "balance.overdue.opening" : "balance.overdue", String(currency), overdue);
    }
  }
  const [owing] = await rows(`select count(distinct debtor_id) as debtors ${standing}`, [accountId, until, until]);
  put("debtors.owing", "", owing?.["debtors"]);
  const open = await rows(
    "select currency, count(distinct debtor_id) as debtors from debt_span where account_id = ? and from_at <= ? and to_at > ? and status = 'open' group by currency",
    [accountId, until, start],
  );
  for (const { currency, debtors } of open) put("accounts.open", String(currency), debtors);
  const fell = await rows(
    `select currency, sum(total) as total from (
       select currency, balance_minor as total from debt_span where account_id = ? and overdue_at >= ? and overdue_at < ?
          and from_at <= overdue_at and to_at > overdue_at and status = 'open'
       union all
       select currency, placed_minor from debt_span where account_id = ? and from_at <= ? and to_at > ? and placed_on >= ? and placed_on < ?
          and overdue_at < placed_at and placed_minor > 0) f group by currency`,
    [accountId, start, until, accountId, until, until, from, end],
  );
  for (const { currency, total } of fell) put("balance.newly_overdue", String(currency), total);
  const money = await rows(
    `select currency,
            sum(case when kind = 'hand' then amount_minor else -amount_minor end) as net,
            sum(case when kind <> 'hand' and age > 0 then -amount_minor else 0 end) as recovered,
            sum(case when kind = 'hand' then amount_minor else 0 end) as excess,
            sum(case when kind <> 'hand' then -amount_minor * age else 0 end) as days
       from money_flow where account_id = ? and day >= ? and day < ? and recorded_at <= ? and kind in ('payment', 'reversal', 'credit', 'hand')
      group by currency`,
    [accountId, from, end, asOf],
  );
  for (const row of money) {
    for (const part of ["net", "recovered", "excess", "days"]) put(`cash.${part}`, String(row["currency"]), row[part]);
  }
  const [tries] = await rows(
    `select count(*) as made,
            sum(case when delivered_recorded <= ? or answered_recorded <= ? then 1 else 0 end) as delivered,
            sum(case when read_recorded <= ? or answered_recorded <= ? then 1 else 0 end) as seen,
            sum(case when failed_recorded <= ? then 1 else 0 end) as failed,
            sum(case when answered_recorded <= ? then 1 else 0 end) as answered,
            count(distinct debtor_id) as attempted, count(distinct case when answered_recorded <= ? then debtor_id end) as answering
       from contact_try where account_id = ? and day >= ? and day < ? and made_recorded <= ?`,
    [asOf, asOf, asOf, asOf, asOf, asOf, asOf, accountId, from, end, asOf],
  );
  put("attempts.made", "", tries?.["made"]);
  put("attempts.delivered", "", tries?.["delivered"]);
  put("attempts.read", "", tries?.["seen"]);
  put("attempts.failed", "", tries?.["failed"]);
  put("attempts.answered", "", tries?.["answered"]);
  put("debtors.attempted", "", tries?.["attempted"]);
  put("debtors.answering", "", tries?.["answering"]);
  const [denied] = await rows(
    "select count(*) as denied from contact_denial where account_id = ? and day >= ? and day < ? and recorded_at <= ?",
    [accountId, from, end, asOf],
  );
  put("attempts.denied", "", denied?.["denied"]);
  return counts;
}
