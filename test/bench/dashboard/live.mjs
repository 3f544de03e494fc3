// The same figures by one GROUP BY over all rows, each on an index that holds everything it reads.

const STANDING = "from debt_span force index (debt_span_standing) where account_id = ? and to_at > ? and from_at <= ? and status = 'open'";

export async function liveOwed(db, accountId, at) {
  const rows = await db.rows(
    `select currency, due_date, count(*) as debts, sum(balance_minor) as minor ${STANDING} group by currency, due_date`,
    [accountId, at, at],
  );
  return rows.map(({ currency, due_date: dueDate, debts, minor }) => ({
    currency,
    dueDate,
    debts: Number(debts),
    balanceMinor: Number(minor),
  }));
}

export async function liveOwing(db, accountId, at, day) {
  const counts = "count(distinct debtor_id) as debtors, count(distinct if(due_date < ?, debtor_id, null)) as overdue";
  const values = [day, accountId, at, at];
  const each = await db.rows(`select currency, ${counts} ${STANDING} group by currency`, values);
  const any = await db.rows(`select '' as currency, ${counts} ${STANDING}`, values);
  return [...each, ...any].map(({ currency, debtors, overdue }) => ({ currency, debtors: Number(debtors), overdue: Number(overdue) }));
}

export async function liveFell(db, accountId, start, end) {
  const rows = await db.rows(
    `select currency, sum(balance_minor) as total from debt_span force index (bench_fell)
      where account_id = ? and overdue_at >= ? and overdue_at < ? and from_at <= overdue_at and to_at > overdue_at and status = 'open' group by currency`,
    [accountId, start, end],
  );
  return rows.map(({ currency, total }) => ({ currency, total: Number(total) }));
}

export async function liveMoney(db, { accountId, period, asOf }) {
  const rows = await db.rows(
    `select currency, sum(case when kind = 'hand' then amount_minor else -amount_minor end) as net,
            sum(case when kind <> 'hand' and age > 0 then -amount_minor else 0 end) as recovered,
            sum(case when kind <> 'hand' then -amount_minor * age else 0 end) as days
       from money_flow force index (bench_flow)
      where account_id = ? and day >= ? and day < ? and recorded_at <= ? and kind in ('payment', 'reversal', 'credit', 'hand') group by currency`,
    [accountId, period.start, period.end, asOf],
  );
  return Object.fromEntries(
    rows.map(({ currency, net, recovered, days }) => [
      currency,
      { "cash.net": Number(net), "cash.recovered": Number(recovered), "cash.days": Number(days) },
    ]),
  );
}

export async function liveContacts(db, { accountId, period, asOf }) {
  const [row] = await db.rows(
    `select count(*) as made, sum(delivered_recorded <= ? or answered_recorded <= ?) as delivered,
            sum(read_recorded <= ? or answered_recorded <= ?) as seen, sum(failed_recorded <= ?) as failed, sum(answered_recorded <= ?) as answered
       from contact_try force index (bench_try) where account_id = ? and day >= ? and day < ? and made_recorded <= ?`,
    [asOf, asOf, asOf, asOf, asOf, asOf, accountId, period.start, period.end, asOf],
  );
  return {
    "attempts.made": Number(row.made),
    "attempts.delivered": Number(row.delivered),
    "attempts.read": Number(row.seen),
    "attempts.failed": Number(row.failed),
    "attempts.answered": Number(row.answered),
    "attempts.denied": await liveDenied(db, { accountId, period, asOf }),
  };
}

export async function livePeople(db, { accountId, period, asOf }) {
  const [row] = await db.rows(
    `select count(distinct debtor_id) as attempted, count(distinct if(answered_recorded <= ?, debtor_id, null)) as answering
       from contact_try force index (contact_try_day) where account_id = ? and day >= ? and day < ? and made_recorded <= ?`,
    [asOf, accountId, period.start, period.end, asOf],
  );
  return { attempted: Number(row.attempted), answering: Number(row.answering) };
}

export async function liveCame(db, { accountId, period, end }) {
  const rows = await db.rows(
    `select currency, sum(placed_minor) as total from debt_span force index (bench_came)
      where account_id = ? and placed_on >= ? and placed_on < ? and from_at <= ? and to_at > ? and overdue_at < placed_at and placed_minor > 0 group by currency`,
    [accountId, period.start, period.end, end, end],
  );
  return Object.fromEntries(rows.map(({ currency, total }) => [currency, Number(total)]));
}

const DENIALS = "from contact_denial force index (contact_denial_day) where account_id = ? and day >= ? and day < ? and recorded_at <= ?";

async function liveDenied(db, { accountId, period, asOf }) {
  const [row] = await db.rows(`select count(*) as denied ${DENIALS}`, [accountId, period.start, period.end, asOf]);
  return Number(row.denied);
}

export async function liveDenials(db, { accountId, period, asOf }) {
  const rows = await db.rows(`select rule, count(*) as dropped ${DENIALS} group by rule`, [accountId, period.start, period.end, asOf]);
  return rows.map(({ rule, dropped }) => ({ rule, dropped: Number(dropped) }));
}
