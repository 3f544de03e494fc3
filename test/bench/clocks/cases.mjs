import { ACCOUNT, addAccount } from "../harness/account.mjs";
import { NOW } from "../harness/saldo.mjs";

const MINUTE = 60_000;
/** What the policy that ships gives an inquiry. */
const ANSWER = 120 * MINUTE;
const RESOLUTION = 7 * 24 * 60 * MINUTE;

/**
 * Open cases with two clocks each: the first answer in desk hours, the resolution in every hour. The nth was opened a little before the one before
 * it, on the same morning.
 * @param {{ cases: number, before: number, markNow: number }} how `before`: milliseconds from the first opening to `NOW`; `markNow`: open time of the desk until `NOW`
 */
export async function fillCases(sql, { cases, before, markNow }) {
  await addAccount(sql);
  await sql.query("create temporary table digit (d int primary key)");
  await sql.query("insert into digit values (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
  await sql.query("create temporary table number (n int primary key)");
  for (let from = 0; from < cases; from += 100_000) {
    // A temporary table may be named once in a statement.
    const five = Array.from({ length: 5 }, (_, place) => `(select d from (${DIGITS}) x${place}) d${place}`).join(" cross join ");
    const value = `d0.d + 10 * d1.d + 100 * d2.d + 1000 * d3.d + 10000 * d4.d + 1 + ${from}`;
    await sql.query(`insert into number select ${value} as n from ${five} having n <= ${cases}`);
  }
  const opened = `${NOW - before} - (n % 3000) * 1000`;
  await sql.query(`insert into escalation
    (id, account_id, public_id, conversation_id, reason, opened_at, waiting_since, last_message_id, open_slot)
    select n, ${ACCOUNT}, concat('case-', n), n, 'question', ${opened}, ${opened}, 1, 1 from number`);
  await sql.query(`insert into case_event (account_id, case_id, kind, at, policy_version, entry, calendar, calendar_version, source)
    select ${ACCOUNT}, n, 'planned', ${opened}, 1, 'inquiry', 'desk', 1, 'opened/plan' from number`);
  await sql.query(`insert into case_event (account_id, case_id, kind, at, source)
    select ${ACCOUNT}, n, 'opened', ${opened}, 'opened' from number`);
  const clock = (kind, target, mark, calendar, level) => `insert into case_clock
    (account_id, case_id, clock, cycle, state, started_at, due_at, target_ms, left_ms, mark, policy_version, entry, calendar, calendar_version, level_ms, wake_at)
    select ${ACCOUNT}, n, '${kind}', 1, 'running', ${opened}, ${opened} + ${target}, ${target}, ${target}, ${mark}, 1, 'inquiry', ${calendar}, ${level}, ${opened} + ${target} + ${level.split(", ")[1]}
    from number`;
  const passed = `(${NOW} - (${opened}))`;
  await sql.query(clock("first_answer", ANSWER, `${markNow} - ${passed} + ${ANSWER}`, "'desk'", `1, ${-30 * MINUTE}`));
  await sql.query(clock("total_resolution", RESOLUTION, `${opened} + ${RESOLUTION}`, "null", "null, null"));
  await sql.query("analyze table case_clock, case_event, escalation");
}

const DIGITS =
  "select 0 as d union all select 1 union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9";
