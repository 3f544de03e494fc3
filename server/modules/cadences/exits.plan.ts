import { addDays, type CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { wholeDay } from "../../shared/zone.js";
import type { Fragment } from "../../platform/database/fragment.js";
import { OPT_OUT } from "../policy/index.js";
import { DEBT, HOLD } from "../portfolio/index.js";
import type { DebtorConduct } from "../segmentation/index.js";
import type { CadenceExits } from "./rules.js";

/** A piece of a WHERE clause over a debt `d`; empty where there is nothing to ask. */
export type Where = Fragment;

/** Hold and opt-out, which end every cadence for as long as they last; paid is in the planner's own WHERE. */
export function standing(now: Instant): Where {
  return {
    sql: `not exists (select 1 from ${HOLD} h where h.account_id = d.account_id and h.debtor_id = d.debtor_id and (h.debt_id is null or h.debt_id = d.id)
              and h.released_at is null and h.from_at <= ? and (h.until_at is null or h.until_at > ?))
          and not exists (select 1 from ${OPT_OUT} o where o.account_id = d.account_id and o.debtor_id = d.debtor_id and o.ended_at is null and o.channel in ('whatsapp', 'all'))`,
    params: [now, now],
  };
}

/** The exits a cadence has chosen, as `exitOf` decides them in memory. */
export function chosen(exits: CadenceExits, at: { readonly day: CalendarDate; readonly zone: string }, conduct: DebtorConduct): Where {
  const parts: Where[] = [];
  if (exits.repliedWithinDays !== null) parts.push(not(conduct.repliedSince(repliesFrom(exits.repliedWithinDays, at))));
  if (exits.activePromise) parts.push(not(conduct.promised()));
  if (exits.smallBalance.length > 0) {
    parts.push({
      sql: `(select sum(b.balance_minor) from ${DEBT} b where b.account_id = d.account_id and b.debtor_id = d.debtor_id and b.status = 'open' and b.currency = d.currency)
              > case d.currency ${exits.smallBalance.map(() => "when ? then ?").join(" ")} else 0 end`,
      params: exits.smallBalance.flatMap(({ currency, minor }) => [currency, minor]),
    });
  }
  return { sql: parts.map(({ sql }) => sql).join(" and "), params: parts.flatMap(({ params }) => params) };
}

/** From when on replies count: whole days of the account's calendar, so that the answer is the same all day. */
export function repliesFrom(days: number, { day, zone }: { readonly day: CalendarDate; readonly zone: string }): Instant {
  return wholeDay(zone, addDays(day, 1 - days)).start;
}

function not({ sql, params }: Where): Where {
  return { sql: `not ${sql}`, params };
}
