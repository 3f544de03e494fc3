import { createConnection } from "mysql2/promise";
import { ACCOUNT } from "../harness/account.mjs";
import { DAY, NOW } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";

// One INSERT … SELECT that writes the same rows: no chunks, no journal, no look at holds, exits and what was planned before, one commit.
await measured(async ({ columns, steps }) => {
  const sql = await createConnection({ uri: process.env.SALDO_DATABASE_URL, charset: "utf8mb4_bin" });
  const step = `select ${columns.map((column) => `? as ${column}`).join(", ")}`;
  const statement = `
    insert into outbox_message
      (account_id, debtor_id, channel, kind, dedupe_key, planned_on, language, state, attempt_no, fence, times_absent, planned_at, ${columns.join(", ")})
    select ${ACCOUNT}, debtor_id, 'whatsapp', 'cadence', concat(debtor_id, '/whatsapp/', step_id, '/', anchor_date), '${DAY}', language, 'planned',
           0, 0, 0, ${NOW}, ${columns.join(", ")}
      from (select d.debtor_id, p.language, ${columns.map((column) => `s.${column}`).join(", ")},
                   row_number() over (partition by d.debtor_id order by d.due_date, d.id) as lead_rank
              from debt d
              join (${steps.map(() => step).join(" union all ")}) s on s.anchor_date = d.due_date
              join debtor p on p.id = d.debtor_id
             where d.account_id = ${ACCOUNT} and d.status = 'open' and d.balance_minor > 0) l
     where lead_rank = 1`;
  const params = steps.flatMap((due) => columns.map((column) => due[column]));
  const work = async () => {
    const [{ affectedRows }] = await sql.query(statement, params);
    return affectedRows;
  };
  return { work, close: () => sql.end() };
});
