import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { wholeDay } from "../../shared/zone.js";
import type { Fragment } from "../../platform/database/fragment.js";
import { OPT_OUT } from "../policy/index.js";
import { DEBT, HOLD } from "../portfolio/index.js";
import type { DebtorConduct, Predicate, RowNames } from "../segmentation/index.js";
import type { CadenceExits } from "./rules.js";

/** What the plans of this module call the debts and debtors that rules and exits are about. */
export const PLANNED: RowNames = { debt: "d", debtor: "p" };

/** A piece of a WHERE clause over `PLANNED` rows; empty where there is nothing to ask. */
export type Where = Predicate;

/** Hold and opt-out, which end every cadence for as long as they last; paid is in the planner's own WHERE. */
export function standing(now: Instant, { debt }: Pick<RowNames, "debt"> = PLANNED): Fragment {
  return {
    sql: `not exists (select 1 from ${HOLD} h where h.account_id = ${debt}.account_id and h.debtor_id = ${debt}.debtor_id and (h.debt_id is null or h.debt_id = ${debt}.id)
              and h.released_at is null and h.from_at <= ? and (h.until_at is null or h.until_at > ?))
          and not exists (select 1 from ${OPT_OUT} o where o.account_id = ${debt}.account_id and o.debtor_id = ${debt}.debtor_id and o.ended_at is null and o.channel in ('${WRITTEN_CHANNEL}', 'all'))`,
    params: [now, now],
  };
}

/** The exits a cadence has chosen, as `exitOf` decides them in memory. */
export function chosen(exits: CadenceExits, at: { readonly day: CalendarDate; readonly zone: string }, conduct: DebtorConduct): Where {
  const { debt } = PLANNED;
  const parts: Fragment[] = [];
  if (exits.repliedWithinDays !== null) parts.push(not(conduct.repliedSince(debt, repliesFrom(exits.repliedWithinDays, at))));
  if (exits.activePromise) parts.push(not(conduct.promised(debt)));
  if (exits.smallBalance.length > 0) {
    parts.push({
      sql: `(select sum(b.balance_minor) from ${DEBT} b where b.account_id = ${debt}.account_id and b.debtor_id = ${debt}.debtor_id and b.status = 'open' and b.currency = ${debt}.currency)
              > case ${debt}.currency ${exits.smallBalance.map(() => "when ? then ?").join(" ")} else 0 end`,
      params: exits.smallBalance.flatMap(({ currency, minor }) => [currency, minor]),
    });
  }
  return { sql: parts.map(({ sql }) => sql).join(" and "), params: parts.flatMap(({ params }) => params), readsDebtor: false };
}

/** From when on replies count: whole days of the account's calendar, so that the answer is the same all day. */
export function repliesFrom(days: number, { day, zone }: { readonly day: CalendarDate; readonly zone: string }): Instant {
  return wholeDay(zone, addDays(day, 1 - days)).start;
}

function not({ sql, params }: Fragment): Fragment {
  return { sql: `not ${sql}`, params };
}
