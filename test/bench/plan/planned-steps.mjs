/** Midnight in Bogotá is 05:00 UTC on the same date. */
const dateOf = (instant) => new Date(instant).toISOString().slice(0, 10);

/**
 * The steps that Saldo found due, read off the messages it planned: what both comparisons are given for free. A due date leads to one step.
 * @returns {Promise<{ columns: string[], steps: object[] }>} `columns`: those of a step in a message
 */
export async function plannedSteps(sql) {
  const [all] = await sql.query(
    "select column_name as name from information_schema.columns where table_schema = database() and table_name = 'outbox_message'",
  );
  const wanted = ["cadence_key", "cadence_version", "step_id", "anchor_date", "template", "template_version", "not_before", "not_after"];
  const columns = wanted.filter((column) => all.some(({ name }) => name === column));
  const [rows] = await sql.query(`select distinct ${columns.join(", ")} from outbox_message order by anchor_date`);
  return { columns, steps: rows.map((step) => ({ ...step, stepDate: dateOf(step.not_before) })) };
}
