import { addDays, isoWeekday } from "../../server/shared/calendar.js";
import { HOUR, type Instant, MINUTE } from "../../server/shared/instant.js";
import { localParts, windowInterval } from "../../server/shared/zone.js";
import { openIntervals, PACKS, type PolicyFacts } from "../../server/modules/policy/rules.js";

const ZONE = "America/Bogota";
/** The demo wants to show sending and its end: it starts at ten, with the working day before it. */
const START_MINUTE = 10 * 60;

/**
 * The instant the demo's clock starts at: now, when a reminder may lawfully go out in Bogotá and the day is not nearly over; else ten in the
 * morning of the last day on which one might. The law is not bent for the demo, the clock is, and the demo says so.
 */
export function lawfulStart(now: Instant): Instant {
  const { minuteOfDay, date } = localParts(ZONE, now);
  if (openAt(now) && minuteOfDay < 17 * 60 && isoWeekday(date) < 6) return now;
  for (let back = 0; back < 14; back++) {
    const day = addDays(date, -back);
    const start = windowInterval(ZONE, day, START_MINUTE, START_MINUTE + 1)?.start;
    if (start !== undefined && start <= now && isoWeekday(day) < 6 && openAt(start)) return start;
  }
  throw new Error("No lawful day within two weeks: the holiday table must be wrong");
}

/** Whether a debtor in Bogotá with nothing against it could be written to. */
function openAt(at: Instant): boolean {
  const facts: PolicyFacts = {
    accountPackIds: [],
    residences: [{ country: "CO", subdivision: null }],
    zones: null,
    zoneData: "demo",
    debtor: {},
    contactPoints: { whatsapp: "debtor" },
    consents: { whatsapp: { status: "granted", source: "contract", on: null } },
    optOuts: [],
    holds: [],
    debts: [{ id: "d", status: "open", balanceMinor: 1 }],
    attempts: [],
    lastInbound: {},
    tightening: null,
    exceptions: [],
  };
  const question = {
    intent: { purpose: "collection", origin: "cadence", debtIds: ["d"], disclosures: ["opt_out", "creditor"] } as const,
    channels: ["whatsapp"] as const,
    zone: ZONE,
  };
  const open = openIntervals(question, facts, PACKS, at, 1)[0]?.days[0]?.open[0];
  return open !== undefined && open.start <= at && open.end - at > HOUR - MINUTE;
}
