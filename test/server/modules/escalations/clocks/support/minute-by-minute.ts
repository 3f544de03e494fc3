import { holidaysOf } from "../../../../../../server/shared/holidays.js";
import type { WorkingCalendar } from "../../../../../../server/modules/escalations/domain/calendar/working-calendar.js";
import type { CaseEvent } from "../../../../../../server/modules/escalations/domain/clock/case-event.js";
import type { PauseReason } from "../../../../../../server/modules/escalations/domain/clock/pause-reason.js";
import type { ClockKind, ClockPlan } from "../../../../../../server/modules/escalations/domain/clock/clock-plan.js";

const MINUTE = 60_000;

/** What one cycle of one clock has come to, counted by looking at every minute once. */
export interface Counted {
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly elapsed: number;
  readonly paused: number;
  readonly closed: number;
  readonly missedAt: number | null;
  readonly end: "met" | "dropped" | "cancelled" | null;
}

/** What the wall of each zone is ahead of UTC, minute by quarter of an hour: no zone changes its clock within one. */
const aheadOf = new Map<string, number>();
const walls = new Map<string, Intl.DateTimeFormat>();

function ahead(zone: string, quarter: number): number {
  const key = `${zone} ${quarter}`;
  let found = aheadOf.get(key);
  if (found === undefined) {
    let wall = walls.get(zone);
    if (!wall) {
      const digits = "2-digit";
      wall = new Intl.DateTimeFormat("en-CA", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: digits,
        day: digits,
        hour: digits,
        minute: digits,
      });
      walls.set(zone, wall);
    }
    const at = quarter * 15 * MINUTE;
    const [year, month, day, hour, minute] = wall.format(at).match(/\d+/g)!.map(Number);
    found = Date.UTC(year!, month! - 1, day, hour, minute) - at;
    aheadOf.set(key, found);
  }
  return found;
}

/** Whether each minute from `from` on is open, as `Intl` reads the wall; nothing is shared with the engine but the dates of the holidays. */
export class OpenMinutes {
  private readonly open: Uint8Array;

  constructor(
    calendar: WorkingCalendar,
    readonly from: number,
    minutes: number,
  ) {
    this.open = new Uint8Array(minutes);
    for (let i = 0; i < minutes; i += 15) {
      const at = from + i * MINUTE;
      const wall = new Date(at + ahead(calendar.zone, Math.floor(at / (15 * MINUTE))));
      const date = wall.toISOString().slice(0, 10);
      if (calendar.closedOn.has(date) || calendar.holidays.some((list) => holidaysOf(list, wall.getUTCFullYear()).has(date))) continue;
      const first = wall.getUTCHours() * 60 + wall.getUTCMinutes();
      const windows = calendar.week[wall.getUTCDay() || 7] ?? [];
      // A quarter of an hour of the wall is one of UTC: no zone is ahead by less.
      for (let more = 0; more < 15; more++) this.open[i + more] = windows.some(([a, b]) => a <= first + more && first + more < b) ? 1 : 0;
    }
  }

  at(instant: number): boolean {
    const minute = (instant - this.from) / MINUTE;
    if (minute < 0 || minute >= this.open.length) throw new RangeError("Beyond the minutes that were looked at");
    return this.open[minute] === 1;
  }
}

interface Running {
  clock: ClockKind;
  cycle: number;
  elapsed: number;
  paused: number;
  closed: number;
  missedAt: number | null;
  end: Counted["end"];
}

/**
 * Walks from the first event to `now`, minute by minute, as somebody with a list and a stop watch would.
 * @param events on whole minutes, in order, no two on one minute; the first two are `planned` and `opened`
 */
export function countMinuteByMinute(
  events: readonly CaseEvent[],
  now: number,
  minutesOf: (calendar: WorkingCalendar, at: number) => OpenMinutes,
): readonly Counted[] {
  let open: Partial<Record<ClockKind, OpenMinutes>> = {};
  const all: Running[] = [];
  const pauses = new Map<PauseReason, number>();
  let plan: ClockPlan | null = null;
  let state: "new" | "open" | "resolved" | "gone" = "new";
  let owner: string | null = null;
  const going = (clock: ClockKind) => all.findLast((one) => one.clock === clock && one.end === null);
  const begin = (clock: ClockKind) => {
    const cycle = all.filter((one) => one.clock === clock).length + 1;
    all.push({ clock, cycle, elapsed: 0, paused: 0, closed: 0, missedAt: null, end: null });
  };
  const end = (clock: ClockKind, how: Counted["end"]) => {
    const one = going(clock);
    if (one) one.end = how;
  };
  const judge = (at: number) => {
    for (const one of all) {
      const target = plan?.targets[one.clock];
      if (one.end === null && one.missedAt === null && target && one.elapsed >= target.within) one.missedAt = at;
    }
  };
  const wait = () => {
    if (!going("first_answer") && !going("next_answer")) begin("next_answer");
  };
  const apply = (event: CaseEvent) => {
    if (event.kind === "paused") pauses.set(event.reason, event.until ?? Infinity);
    if (event.kind === "unpaused") pauses.delete(event.reason);
    if (event.kind === "debtor_wrote") pauses.delete("debtor");
    if (state === "gone") return;
    switch (event.kind) {
      case "opened":
        state = "open";
        for (const clock of ["first_answer", "first_resolution", "total_resolution"] as const) begin(clock);
        break;
      case "debtor_wrote":
        if (state === "open") wait();
        break;
      case "wrote":
        if (state === "open" && event.author === "person")
          for (const clock of ["first_answer", "next_answer", "owner"] as const) end(clock, "met");
        break;
      case "assigned":
        if (event.owner === owner) break;
        end("owner", "dropped");
        owner = event.owner;
        if (owner !== null && state === "open") begin("owner");
        break;
      case "resolved":
        if (state !== "open") break;
        state = "resolved";
        for (const clock of ["first_answer", "next_answer"] as const) end(clock, "dropped");
        for (const clock of ["first_resolution", "total_resolution", "owner"] as const) end(clock, "met");
        break;
      case "reopened": {
        if (state !== "resolved") break;
        state = "open";
        if (plan?.reopening === "new_cycle") for (const clock of ["first_answer", "total_resolution"] as const) begin(clock);
        if (plan?.reopening !== "resume") break;
        const total = all.findLast(({ clock }) => clock === "total_resolution");
        const first = all.findLast(({ clock }) => clock === "first_answer");
        if (total) total.end = null;
        if (first?.end === "dropped") first.end = null;
        break;
      }
      case "merged":
      case "deleted":
        state = "gone";
        for (const one of all) one.end ??= "cancelled";
        break;
      default:
        break;
    }
  };
  let next = 0;
  for (let at = events[0]!.at; at <= now; at += MINUTE) {
    if (pauses.size > 0) for (const [reason, until] of pauses) if (until <= at) pauses.delete(reason);
    const event = events[next]?.at === at ? events[next++]! : null;
    if (event?.kind === "planned") {
      ({ plan } = event);
      open = Object.fromEntries(Object.entries(plan.targets).map(([clock, { calendar }]) => [clock, minutesOf(calendar, at)]));
    }
    judge(at);
    if (event) {
      apply(event);
      judge(at);
    }
    if (at === now) break;
    for (const one of all) {
      const target = plan?.targets[one.clock];
      if (one.end !== null || !target) continue;
      if (open[one.clock]?.at(at) !== true) one.closed += MINUTE;
      else if (pauses.size > 0 && target.pausedBy.some((reason) => pauses.has(reason))) one.paused += MINUTE;
      else one.elapsed += MINUTE;
    }
  }
  return all.map((one) => ({ ...one }));
}
