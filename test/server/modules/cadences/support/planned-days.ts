import { CadencesService } from "../../../../../server/modules/cadences/index.js";
import type { Desk } from "../../../../support/desk.js";

/** A planned message without what only says when it was written. */
export interface PlannedMessage {
  readonly debtor: string;
  readonly cadence: string | null;
  readonly step: string;
  readonly anchor: string;
  readonly day: string;
}

export async function plannedMessages(desk: Desk): Promise<PlannedMessage[]> {
  return desk.db.rows<PlannedMessage>(
    `select d.external_id as debtor, m.cadence_key as cadence, m.step_id as step, m.anchor_date as anchor, m.planned_on as day
       from outbox_message m join debtor d on d.account_id = m.account_id and d.id = m.debtor_id
      where m.account_id = ? and m.kind = 'cadence' order by d.external_id, m.planned_on, m.step_id`,
    [desk.account.id],
  );
}

export async function planDays(desk: Desk, days: readonly string[]): Promise<void> {
  for (const day of days) await desk.app.get(CadencesService, { strict: false }).planDay(desk.account.id, day);
}

export async function forgetMessages(desk: Desk): Promise<void> {
  await desk.db.inUnitOfWork("test", () => desk.db.run("delete from outbox_message where account_id = ?", [desk.account.id]));
}
