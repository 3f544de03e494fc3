import { ACCOUNT } from "../harness/account.mjs";
import { NOW } from "../harness/saldo.mjs";

const DAY = 86_400_000;
/** Bogotá has had one offset for thirty years. */
const OFFSET = 5 * 3_600_000;
const NO_END = Number.MAX_SAFE_INTEGER;
const BATCH = 100_000;

/** A number from 0 to `below` − 1 that depends on a row and on nothing else; cheaper than a hash, and even enough. */
const dice = (salt, below) => `cast((n * (2654435761 + ${salt} * 97711) % 4294967291) % ${below} as signed)`;
const date = (at) => `cast(date_add('1970-01-01', interval floor((${at} - ${OFFSET}) / ${DAY}) day) as char(10))`;
const midnight = (at) => `(floor((${at} - ${OFFSET}) / ${DAY}) * ${DAY} + ${OFFSET})`;
const hour = (at) => `(floor(${at} / 3600000) * 3600000)`;
const month = (day) => `cast(concat(left(${day}, 7), '-01') as char(10))`;
/** The first instant of the month of an instant. */
const monthOf = (at) => `(datediff(${month(date(at))}, '1970-01-01') * ${DAY} + ${OFFSET})`;

/** A debt is placed on any of the days, is partly paid after a while, and paid later, or not. */
const debts = (days, debtors) => `
  select n, 1 + floor((n - 1) * 0.7) % ${debtors} as debtor, ${NOW} - ${dice(1, days * 86_400)} * 1000 - 1 as t0,
         elt(1 + ${dice(2, 3)}, 'COP', 'MXN', 'BRL') as currency, 10000 + ${dice(3, 9_000_000)} as minor,
         ${dice(4, 100)} < 60 as partly, ${dice(5, 100)} < 70 as whole, (1 + ${dice(6, 200)}) * ${DAY} + ${dice(7, 80_000)} * 1000 as w1,
         (1 + ${dice(8, 200)}) * ${DAY} + ${dice(9, 80_000)} * 1000 as w2, ${dice(10, 180)} - 90 as early
    from (select seq as n from seq_{first}_to_{last}) numbers`;

/** Each debt's three states with their instants; what would come later than now has not come. */
const states = (days, debtors) => `
  select n, debtor, t0, currency, minor, early,
         if(partly and t0 + w1 < ${NOW}, t0 + w1, null) as t1,
         if(whole and t0 + if(partly, w1, 0) + w2 < ${NOW}, t0 + if(partly, w1, 0) + w2, null) as t2
    from (${debts(days, debtors)}) d`;

const SPAN_COLUMNS =
  "account_id, debt_id, seq, debtor_id, from_at, to_at, status, currency, balance_minor, principal_minor, due_date, overdue_at, placed_at, placed_minor, placed_on, closed_at, closed_how, closed_on";
const FLOW_COLUMNS =
  "account_id, seq, line, kind, debt_id, debtor_id, payment, currency, amount_minor, day, age, since_placed, recorded_at";
const DUE = `floor((t0 - ${OFFSET}) / ${DAY}) + early`;
const span = (line, from, to, status, balance) => `
  select ${ACCOUNT}, n, n * 3 + ${line}, debtor, ${from}, ${to}, '${status}', currency, ${balance}, minor,
         cast(date_add('1970-01-01', interval ${DUE} day) as char(10)), (${DUE} + 1) * ${DAY} + ${OFFSET},
         t0, minor, ${date("t0")}, ${status === "paid" ? `t2, 'paid', ${date("t2")}` : "null, null, null"}`;
const flow = (line, at, minor) => `
  select ${ACCOUNT}, n * 3 + ${line}, 0, 'payment', n, debtor, null, currency, -(${minor}), ${date(at)}, floor((${at} - ${OFFSET}) / ${DAY}) - (${DUE}),
         floor((${at} - ${OFFSET}) / ${DAY}) - floor((t0 - ${OFFSET}) / ${DAY}), ${at}`;

/** An attempt at any time of the days, mostly delivered at once, sometimes days later; a sixth is answered. */
const tries = (days, debtors) => `
  select n, 1 + (n * 7919) % ${debtors} as debtor, ${NOW} - ${dice(11, days * 86_400)} * 1000 - 1 as made,
         ${dice(12, 100)} as fate, ${dice(13, 100)} as answer, if(${dice(14, 50)} = 0, ${dice(15, 200_000)}, ${dice(16, 60)}) * 1000 as slow,
         ${dice(17, 400_000)} * 1000 as wait
    from (select seq as n from seq_{first}_to_{last}) numbers`;
const written = (condition, at) => `if(${condition} and ${at} <= ${NOW}, ${at}, null)`;
const TRY_COLUMNS =
  "account_id, ref, debtor_id, origin, channel, actor, made_at, made_recorded, day, hour, delivered_at, delivered_recorded, read_at, read_recorded, failed_at, failed_recorded, answered_at, answered_recorded";
const attempt = (days, debtors) => {
  const [delivered, read] = [written("fate >= 5", "made + 1000 + slow"), written("fate >= 40", "made + 1000 + slow * 2")];
  const [failed, answered] = [written("fate < 5", "made + 2000"), written("answer < 16", "made + 3000 + wait")];
  const twice = [delivered, read, failed, answered].map((at) => `${at}, ${at}`).join(", ");
  return `insert into contact_try (${TRY_COLUMNS})
    select ${ACCOUNT}, concat('m', lpad(n, 9, '0')), debtor, 'cadence', 'whatsapp', 'system:bench', made, made, ${date("made")},
           floor(((made - ${OFFSET}) % ${DAY}) / 3600000), ${twice} from (${tries(days, debtors)}) t`;
};

/** An attempt in twenty more was forbidden by one of six rules. */
const denial = (days, debtors) => `
  insert into contact_denial (account_id, seq, debtor_id, channel, rule, day, hour, recorded_at)
  select ${ACCOUNT}, n, 1 + (n * 104729) % ${debtors}, 'whatsapp', concat('CO/rule_', n % 6), ${date("at")}, floor(((at - ${OFFSET}) % ${DAY}) / 3600000), at
    from (select n, ${NOW} - ${dice(18, days * 86_400)} * 1000 - 1 as at from (select seq as n from seq_{first}_to_{last}) numbers) d`;

/** When each part of an attempt was known: an answer proves that it arrived and was read. */
const KNOWN = {
  "attempts.made": "made_recorded",
  "attempts.delivered": "least(coalesce(delivered_recorded, answered_recorded), coalesce(answered_recorded, delivered_recorded))",
  "attempts.read": "least(coalesce(read_recorded, answered_recorded), coalesce(answered_recorded, read_recorded))",
  "attempts.failed": "failed_recorded",
  "attempts.answered": "answered_recorded",
};
const MONEY = { "cash.net": "-amount_minor", "cash.days": "-amount_minor * age", "cash.recovered": "if(age > 0, -amount_minor, 0)" };

const TALLY = "insert into figure_tally (account_id, grain, measure, day, currency, recorded_from, total)";

/** What the projector leaves after so long a history, set by set: the queries are asked of it, and both sides must answer the same. */
export async function fillHistory(sql, { debts: count, debtors, messages, days }) {
  const spans = [
    [`${span(0, "t0", `coalesce(t1, t2, ${NO_END})`, "open", "minor")} from (${states(days, debtors)}) s`, count],
    [
      `${span(1, "t1", `coalesce(t2, ${NO_END})`, "open", "minor - minor div 3")} from (${states(days, debtors)}) s where t1 is not null`,
      count,
    ],
    [`${span(2, "t2", NO_END, "paid", "0")} from (${states(days, debtors)}) s where t2 is not null`, count],
  ];
  const indexed = await withoutIndexes(sql, ["debt_span", "money_flow", "contact_try", "contact_denial"]);
  for (const [select, rows] of spans) await inBatches(sql, `insert into debt_span (${SPAN_COLUMNS}) ${select}`, rows);
  await inBatches(
    sql,
    `insert into money_flow (${FLOW_COLUMNS}) ${flow(1, "t1", "minor div 3")} from (${states(days, debtors)}) s where t1 is not null`,
    count,
  );
  const rest = "if(t1 is null, minor, minor - minor div 3)";
  await inBatches(
    sql,
    `insert into money_flow (${FLOW_COLUMNS}) ${flow(2, "t2", rest)} from (${states(days, debtors)}) s where t2 is not null`,
    count,
  );
  await inBatches(sql, attempt(days, debtors), messages);
  await inBatches(sql, denial(days, debtors), Math.ceil(messages / 20));
  await indexed();
  await sql.query("set session sort_buffer_size = 67108864");
  for (const [measure, at] of Object.entries(KNOWN)) {
    await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', '${measure}', day, '', ${hour("known")} as recorded, count(*)
                       from (select day, ${at} as known from contact_try where account_id = ${ACCOUNT}) t where known is not null group by day, recorded`);
  }
  for (const [measure, minor] of Object.entries(MONEY)) {
    await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', '${measure}', day, currency, ${hour("recorded_at")} as recorded, sum(${minor}) as total
                       from money_flow where account_id = ${ACCOUNT} group by day, currency, recorded having total <> 0`);
  }
  await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', concat('attempts.dropped ', rule), day, '', ${hour("recorded_at")} as recorded, count(*)
                     from contact_denial where account_id = ${ACCOUNT} group by rule, day, recorded`);
  await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', 'attempts.denied', day, '', ${hour("recorded_at")} as recorded, count(*)
                     from contact_denial where account_id = ${ACCOUNT} group by day, recorded`);
  await fillPeople(sql);
  await fillCohorts(sql);
  await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', 'balance.newly_overdue', placed_on, currency, ${hour("from_at")} as recorded, sum(placed_minor)
                     from debt_span where account_id = ${ACCOUNT} and from_at = placed_at and overdue_at < placed_at group by placed_on, currency, recorded`);
  for (const [grain, day, recorded] of [
    ["day.day", "day", midnight("recorded_from")],
    ["month.hour", month("day"), "recorded_from"],
    ["month.day", month("day"), midnight("recorded_from")],
    ["month.month", month("day"), monthOf("recorded_from")],
  ]) {
    await sql.query(`${TALLY} select ${ACCOUNT}, '${grain}', measure, ${day} as counted, currency, ${recorded} as recorded, sum(total) as added
                       from figure_tally where account_id = ${ACCOUNT} and grain = 'day.hour' group by measure, counted, currency, recorded having added <> 0`);
  }
  // What the live statements are asked of: an index that holds all they read.
  await sql.query(
    "create index bench_came on debt_span (account_id, placed_on, from_at, to_at, overdue_at, placed_at, currency, placed_minor)",
  );
  await sql.query("create index bench_moved on money_flow (account_id, recorded_at, kind, payment, debtor_id, currency, amount_minor)");
  await sql.query(
    "create index bench_brought on money_flow (account_id, debt_id, kind, recorded_at, since_placed, amount_minor, payment, seq, line)",
  );
  await sql.query(
    "create index bench_placed on debt_span (account_id, placed_on, to_at, from_at, closed_how, placed_minor, currency, debt_id)",
  );
  await sql.query("create index bench_paying on money_flow (account_id, day, kind, recorded_at, debtor_id, currency, amount_minor)");
  await sql.query("create index bench_flow on money_flow (account_id, day, recorded_at, kind, currency, amount_minor, age)");
  await sql.query(
    "create index bench_try on contact_try (account_id, day, made_recorded, delivered_recorded, read_recorded, answered_recorded, failed_recorded)",
  );
  await sql.query("create index bench_fell on debt_span (account_id, overdue_at, from_at, to_at, status, currency, balance_minor)");
  await sql.query("analyze table debt_span, money_flow, contact_try, contact_denial, figure_tally");
}

/** Different people of months and years: each since the first time that it was known of him in it. Nobody promised or was paid back. */
async function fillPeople(sql) {
  const first = (at) => `min(greatest(made_recorded, ${at}))`;
  for (const [period, start] of [
    ["month", month("day")],
    ["year", "cast(concat(left(day, 4), '-01-01') as char(10))"],
  ]) {
    await sql.query("drop temporary table if exists bench_first, bench_paid, bench_kept");
    await sql.query(`create temporary table bench_first (primary key (start, debtor_id))
                     select ${start} as start, debtor_id, min(made_recorded) as attempted, ${first(KNOWN["attempts.delivered"])} as delivered,
                            ${first(KNOWN["attempts.read"])} as seen, ${first("answered_recorded")} as answering
                       from contact_try force index (contact_try_debtor) where account_id = ${ACCOUNT} and day is not null group by start, debtor_id`);
    await sql.query(`create temporary table bench_paid (primary key (start, debtor_id)) select ${start} as start, debtor_id, min(recorded_at) as paid
                       from money_flow where account_id = ${ACCOUNT} group by start, debtor_id`);
    await sql.query(`create temporary table bench_kept (primary key (start, debtor_id)) select ${start} as start, debtor_id, min(recorded_at) as kept
                       from contact_denial where account_id = ${ACCOUNT} group by start, debtor_id`);
    const paying = "bench_first join bench_paid using (start, debtor_id)";
    const keeping = "bench_kept left join bench_first using (start, debtor_id)";
    const back = "kept < coalesce(attempted, kept + 1)";
    for (const [measure, at, from, total] of [
      ["attempted", "attempted", "bench_first", "count(*)"],
      ["delivered", "delivered", "bench_first", "count(*)"],
      ["read", "seen", "bench_first", "count(*)"],
      ["answering", "answering", "bench_first", "count(*)"],
      ["paid_at_all", "greatest(attempted, paid)", paying, "count(*)"],
      ["kept_back", `if(${back}, kept, null)`, keeping, "count(*)"],
      ["kept_back", `if(${back}, attempted, null)`, keeping, "-count(*)"],
    ]) {
      for (const [grain, recorded] of [
        ["hour", hour("since")],
        ["day", midnight("since")],
        ["month", monthOf("since")],
      ]) {
        await sql.query(`${TALLY} select ${ACCOUNT}, grain, measure, start, '', recorded, n from (select '${period}.${grain}' as grain, 'debtors.${measure}' as measure, start, ${recorded} as recorded, ${total} as n
                           from (select start, ${at} as since from ${from}) f where since is not null group by start, recorded) s
                           on duplicate key update total = total + s.n`);
      }
    }
  }
  await sql.query(`delete from figure_tally where account_id = ${ACCOUNT} and total = 0`);
}

/** What was placed on each day and what it brought: nothing was placed anew or undone, and no debt brought more than was placed. */
async function fillCohorts(sql) {
  for (const [measure, total] of [
    ["debts", "count(*)"],
    ["placed", "sum(placed_minor)"],
  ]) {
    await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', 'cohort.${measure}', placed_on, currency, ${hour("from_at")} as recorded, ${total}
                       from debt_span where account_id = ${ACCOUNT} and from_at = placed_at group by placed_on, currency, recorded`);
  }
  const placed = "cast(date_sub(day, interval since_placed day) as char(10))";
  const money = `(select ${placed} as placed, since_placed, currency, recorded_at, -amount_minor as minor from money_flow where account_id = ${ACCOUNT}) f`;
  for (const most of [30, 60, 90]) {
    await sql.query(`${TALLY} select ${ACCOUNT}, 'day.hour', 'cohort.by_${most}', placed, currency, ${hour("recorded_at")} as recorded, sum(minor)
                       from ${money} where since_placed <= ${most} group by placed, currency, recorded`);
  }
  const aged = `cast(date_add(${month("placed")}, interval since_placed day) as char(10))`;
  for (const [grain, recorded] of [
    ["hour", hour("recorded_at")],
    ["day", midnight("recorded_at")],
    ["month", monthOf("recorded_at")],
  ]) {
    await sql.query(`${TALLY} select ${ACCOUNT}, 'cohort.${grain}', concat('cohort.brought ', left(placed, 7)) as cohort, ${aged} as aged, currency,
                            ${recorded} as recorded, sum(minor) from ${money} where since_placed <= 366 group by cohort, aged, currency, recorded`);
  }
}

/** Takes the indexes off tables: built after the rows they take a part of the time. @returns puts them back */
async function withoutIndexes(sql, tables) {
  const again = [];
  for (const table of tables) {
    const [keys] = await sql.query(`select index_name as name, group_concat(column_name order by seq_in_index) as columns
                                      from information_schema.statistics where table_schema = database() and table_name = '${table}' and index_name <> 'PRIMARY'
                                     group by index_name`);
    await sql.query(`alter table ${table} ${keys.map(({ name }) => `drop index ${name}`).join(", ")}`);
    again.push(`alter table ${table} ${keys.map(({ name, columns }) => `add index ${name} (${columns})`).join(", ")}`);
  }
  return async () => {
    for (const statement of again) await sql.query(statement);
  };
}

/** A journal of so many records: each debt as it came, and messages that were sent, taken, delivered and read. */
export async function fillJournal(sql, { debts: count, debtors, records }) {
  const columns = "account_id, seq, record_id, type, version, at, recorded_at, actor, debtor_id, payload, prev_hash, hash";
  const common = (seq) => `${ACCOUNT}, ${seq}, concat('r', ${seq})`;
  const imported = Math.min(count, Math.floor(records / 10));
  const start = NOW - 1095 * DAY;
  const at = (seq) => `${start} + floor(${seq} * ${(1094 * DAY) / records})`;
  await inBatches(
    sql,
    `insert into journal_record (${columns})
     select ${common("n")}, 'debt.imported', 1, ${at("n")}, ${at("n")}, 'system:bench', 1 + floor((n - 1) * 0.7),
            json_object('debt', concat('01933f02-0000-7000-8000-', lpad(hex(n), 12, '0')), 'amountMinor', 10000 + ${dice(3, 9_000_000)},
                        'principalMinor', 10000 + ${dice(3, 9_000_000)}, 'currency', elt(1 + ${dice(2, 3)}, 'COP', 'MXN', 'BRL'),
                        'dueDate', ${date(at("n"))}, 'product', null), '', ''
       from (select seq as n from seq_{first}_to_{last}) numbers`,
    imported,
  );
  await inBatches(
    sql,
    `insert into journal_record (${columns})
     select ${common(`${imported} + n`)}, elt(1 + (n - 1) % 4, 'message.intended', 'message.accepted', 'message.delivered', 'message.read'), 1,
            ${at(`(${imported} + n)`)}, ${at(`(${imported} + n)`)}, 'system:bench', 1 + ((n - 1) div 4 * 7919) % ${debtors},
            json_object('kind', 'cadence', 'ref', concat('m', (n - 1) div 4), 'channel', 'whatsapp', 'step', 'first', 'template', 'saldo_due_reminder'), '', ''
       from (select seq as n from seq_{first}_to_{last}) numbers`,
    records - imported,
  );
  await sql.query(
    `insert into journal_head values (${ACCOUNT}, '01933f00-0000-7000-8000-000000000001', ${records}, '') on duplicate key update seq = ${records}`,
  );
}

/** By MariaDB's sequence engine: a table of numbers that exists by being named. */
async function inBatches(sql, statement, rows) {
  for (let first = 1; first <= rows; first += BATCH) {
    await sql.query(statement.replaceAll("{first}", first).replaceAll("{last}", Math.min(rows, first + BATCH - 1)));
  }
}
