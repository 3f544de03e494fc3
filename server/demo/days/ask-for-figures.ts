import type { FiguresView } from "../../contract/kpis.contract.js";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { HOUR, type Instant, MINUTE, toIso } from "../../shared/instant.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { DEMO_ZONE } from "../demo-installation.js";
import type { SaldoClient } from "../saldo-client.js";
import type { AskedFigures, Recording, SaidFigure } from "./recording.js";

type Happened = Pick<Recording, "start" | "end" | "sent" | "statuses" | "received" | "payments" | "identified" | "files">;

/** Of the days that were lived, where the past ones lie at which Saldo is asked what it knew. */
const PAST = [0.3, 0.55, 0.8];
const FOUR_WEEKS = 28;
/** What happens takes so long at most until Saldo has written it down. */
const ON_ITS_WAY = 2 * MINUTE;

/**
 * Saldo's own figures at the end and at three past days, each of the four weeks up to then and of all days since the first. A past day is
 * asked for at five in the morning after it, when it is over on every clock of the demo's countries.
 */
export async function askForFigures(client: SaldoClient, happened: Happened): Promise<AskedFigures[]> {
  const { start, end } = happened;
  const first = localDate(DEMO_ZONE, start);
  const days = Math.round((end - start) / (24 * HOUR));
  const past = PAST.map((part) => addDays(first, Math.max(1, Math.round(days * part))));
  const asked: AskedFigures[] = [];
  for (const to of [...past, localDate(DEMO_ZONE, end)]) {
    const asOf = quietBefore(Math.min(end, wholeDay(DEMO_ZONE, addDays(to, 1)).start + 5 * HOUR), happened);
    for (const from of [addDays(to, 1 - FOUR_WEEKS), first]) asked.push(await ask(client, from, to, asOf));
  }
  return asked;
}

async function ask(client: SaldoClient, from: CalendarDate, to: CalendarDate, asOf: Instant): Promise<AskedFigures> {
  const view = await client.call<FiguresView>("GET", `/api/figures?from=${from}&to=${to}&asOf=${toIso(asOf)}`);
  const figures = view.figures.flatMap(({ id, values }) =>
    values.map(({ currency, part, state, numerator, denominator }): SaidFigure => {
      return { id, currency, part: part?.code ?? null, state, numerator, denominator };
    }),
  );
  return { asOf, from, to, figures };
}

/** The last moment up to an instant at which nothing was on its way between Meta, the helpdesk, the creditor and Saldo. */
function quietBefore(instant: Instant, { sent, statuses, received, payments, identified, files }: Happened): Instant {
  const all = [sent, statuses, received, payments, identified, files].flatMap((list) => list.map(({ at }) => at)).toSorted((a, b) => b - a);
  let quiet = instant;
  for (const at of all) {
    if (at < quiet - ON_ITS_WAY) break;
    if (at < quiet + ON_ITS_WAY) quiet = Math.min(quiet, at - ON_ITS_WAY);
  }
  return quiet;
}
