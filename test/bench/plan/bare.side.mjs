import { createConnection } from "mysql2/promise";
import { ACCOUNT } from "../harness/account.mjs";
import { DAY, NOW } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";
import { dueSteps } from "./due-steps.mjs";

// One INSERT … SELECT that writes the same rows: no chunks, no journal, no look at what was planned before, one commit.
const STEP = "select ? as due_date, ? as step_id, ? as template, ? as template_version, ? as not_before, ? as not_after";

await measured(async () => {
  const sql = await createConnection({ uri: process.env.SALDO_DATABASE_URL, charset: "utf8mb4_bin" });
  const steps = await dueSteps();
  const statement = `
    insert into outbox_message
      (account_id, debtor_id, channel, kind, dedupe_key, step_id, anchor_date, cadence_version, planned_on, template, language, template_version,
       state, not_before, not_after, attempt_no, fence, looks, planned_at)
    select ${ACCOUNT}, debtor_id, 'whatsapp', 'cadence', concat(debtor_id, '/whatsapp/', step_id, '/', due_date), step_id, due_date,
           ${steps[0].cadenceVersion}, '${DAY}', template, language, template_version, 'planned', not_before, not_after, 0, 0, 0, ${NOW}
      from (select d.debtor_id, d.due_date, s.step_id, s.template, s.template_version, s.not_before, s.not_after, p.language,
                   row_number() over (partition by d.debtor_id order by d.due_date, d.id) as lead_rank
              from debt d
              join (${steps.map(() => STEP).join(" union all ")}) s on s.due_date = d.due_date
              join debtor p on p.id = d.debtor_id
             where d.account_id = ${ACCOUNT} and d.status = 'open' and d.balance_minor > 0) l
     where lead_rank = 1`;
  const params = steps.flatMap((step) => [step.dueDate, step.stepId, step.template, step.templateVersion, step.notBefore, step.notAfter]);
  const work = async () => {
    const [{ affectedRows }] = await sql.query(statement, params);
    return affectedRows;
  };
  return { work, close: () => sql.end() };
});
