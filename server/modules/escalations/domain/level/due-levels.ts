import type { Instant } from "../../../../shared/instant.js";
import type { CaseEvent } from "../clock/case-event.js";
import type { ClockKind } from "../clock/clock-plan.js";
import { planAt } from "../clock/plan-spans.js";
import { type ClockRun, runsOf } from "../clock/counted-time.js";
import { instantOf } from "../clock/read-clock.js";
import type { EscalationLevel } from "./escalation-level.js";

export interface LevelMark {
  readonly level: EscalationLevel;
  readonly clock: ClockKind;
  readonly cycle: number;
  readonly dueAt: Instant;
}

/** The unique key of a level: whoever writes it first has fired it, and nobody else does. */
export function levelKey(caseId: string, { clock, cycle, level }: LevelMark): string {
  return [caseId, clock, cycle, level.id].join("/");
}

/**
 * The levels of every clock that goes on, in order of time. What has ended (answered, resolved, merged away, deleted) raises nothing any more.
 * A level that would lie before its clock began is left out: it could only fire at the opening.
 */
export function levelMarks(events: readonly CaseEvent[], levels: readonly EscalationLevel[], now: Instant): readonly LevelMark[] {
  const going = runsOf(events, now).filter(({ cycle }) => cycle.ending === null);
  return going
    .flatMap((run) => levels.filter(({ clock }) => clock === run.clock).flatMap((level) => markOf(run, level) ?? []))
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

/** Those that have fallen due and were not fired. @param fired keys, of this case */
export function dueLevels(
  question: { readonly caseId: string; readonly events: readonly CaseEvent[]; readonly levels: readonly EscalationLevel[] },
  fired: ReadonlySet<string>,
  now: Instant,
): readonly LevelMark[] {
  const { caseId, events, levels } = question;
  return levelMarks(events, levels, now).filter((mark) => mark.dueAt <= now && !fired.has(levelKey(caseId, mark)));
}

/** When the case has to be looked at again if nothing happens; null: not before something does. */
export function nextWake(events: readonly CaseEvent[], levels: readonly EscalationLevel[], now: Instant): Instant | null {
  return levelMarks(events, levels, now).find(({ dueAt }) => dueAt > now)?.dueAt ?? null;
}

function markOf(run: ClockRun, level: EscalationLevel): LevelMark | null {
  const { clock, cycle, spans, now } = run;
  const within = planAt(spans, now)?.targets[clock]?.within;
  const of = level.minutes * 60_000;
  if (within === undefined || within + of <= 0) return null;
  const dueAt = instantOf(run, of);
  return dueAt === null ? null : { level, clock, cycle: cycle.number, dueAt };
}
