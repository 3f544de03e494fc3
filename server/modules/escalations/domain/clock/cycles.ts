import type { Instant } from "../../../../shared/instant.js";
import type { CaseEvent } from "./case-event.js";
import { CLOCK_KINDS, type ClockKind, type Reopening } from "./clock-plan.js";
import { type PlanSpan, planAt } from "./plan-spans.js";
import type { Intervals } from "./intervals.js";

/** `met`: what it waited for came; `dropped`: it was closed or handed over before that came; `cancelled`: the case was merged away or deleted. */
export type CycleEnd = "met" | "dropped" | "cancelled";

/** One run of a clock, from what started it to what ended it. */
export interface Cycle {
  /** 1, 2, …: part of the key of each level. */
  readonly number: number;
  /** When the case was open in it; the last part has no end while it goes on. */
  readonly alive: Intervals;
  readonly ending: CycleEnd | null;
}

export type CyclesByClock = Readonly<Record<ClockKind, readonly Cycle[]>>;

/** What the events start and stop. Pauses, calendars and targets do not matter here. @param events in time */
export function cyclesOf(events: readonly CaseEvent[], spans: readonly PlanSpan[]): CyclesByClock {
  const runs = new Runs();
  for (const event of events) runs.take(event, planAt(spans, event.at)?.reopening ?? "nothing");
  return runs.cycles;
}

class Runs {
  readonly cycles: Record<ClockKind, Cycle[]> = {
    first_answer: [],
    next_answer: [],
    first_resolution: [],
    total_resolution: [],
    owner: [],
  };
  private state: "unopened" | "open" | "resolved" | "gone" = "unopened";
  private owner: string | null = null;

  take(event: CaseEvent, reopening: Reopening): void {
    if (this.state === "gone") return;
    if (event.kind === "merged" || event.kind === "deleted") {
      for (const clock of CLOCK_KINDS) this.stop(clock, event.at, "cancelled");
      this.state = "gone";
    } else if (event.kind === "opened" && this.state === "unopened") this.open(event.at);
    else if (event.kind === "reopened" && this.state === "resolved") this.reopen(event.at, reopening);
    else if (event.kind === "assigned") this.assign(event.at, event.owner);
    else if (this.state === "open") this.work(event);
  }

  private open(at: Instant): void {
    this.state = "open";
    for (const clock of ["first_answer", "first_resolution", "total_resolution"] as const) this.begin(clock, at);
    if (this.owner !== null) this.begin("owner", at);
  }

  private work(event: CaseEvent): void {
    if (event.kind === "debtor_wrote") this.wait(event.at);
    else if (event.kind === "wrote" && event.author === "person") this.answer(event.at);
    else if (event.kind === "absorbed" && event.waitingSince !== null) this.wait(event.waitingSince);
    else if (event.kind === "resolved") {
      this.state = "resolved";
      // Closing a case answers nobody.
      for (const clock of ["first_answer", "next_answer"] as const) this.stop(clock, event.at, "dropped");
      for (const clock of ["first_resolution", "total_resolution", "owner"] as const) this.stop(clock, event.at, "met");
    }
  }

  private reopen(at: Instant, reopening: Reopening): void {
    this.state = "open";
    if (reopening === "new_cycle") for (const clock of ["first_answer", "total_resolution"] as const) this.begin(clock, at);
    if (reopening !== "resume") return;
    this.goOn("total_resolution", at);
    if (this.cycles.first_answer.at(-1)?.ending === "dropped") this.goOn("first_answer", at);
  }

  /** Somebody waits already: an earlier message counts from its own time, a later one changes nothing. */
  private wait(since: Instant): void {
    const running = (["first_answer", "next_answer"] as const).find((clock) => this.isRunning(clock));
    if (running === undefined) this.begin("next_answer", since);
    else {
      this.change(running, ({ alive: [first, ...more], ...cycle }) => ({
        ...cycle,
        alive: [{ ...first!, start: Math.min(first!.start, since) }, ...more],
      }));
    }
  }

  private answer(at: Instant): void {
    for (const clock of ["first_answer", "next_answer", "owner"] as const) this.stop(clock, at, "met");
  }

  private assign(at: Instant, owner: string | null): void {
    if (owner === this.owner) return;
    this.owner = owner;
    this.stop("owner", at, "dropped");
    if (owner !== null && this.state === "open") this.begin("owner", at);
  }

  private isRunning(clock: ClockKind): boolean {
    return this.cycles[clock].at(-1)?.ending === null;
  }

  private begin(clock: ClockKind, at: Instant): void {
    const alive = [{ start: at, end: Number.POSITIVE_INFINITY }];
    this.cycles[clock].push({ number: this.cycles[clock].length + 1, alive, ending: null });
  }

  private goOn(clock: ClockKind, at: Instant): void {
    this.change(clock, (cycle) => ({
      ...cycle,
      alive: [...cycle.alive, { start: at, end: Number.POSITIVE_INFINITY }],
      ending: null,
    }));
  }

  private stop(clock: ClockKind, at: Instant, ending: CycleEnd): void {
    if (!this.isRunning(clock)) return;
    this.change(clock, (cycle) => ({
      ...cycle,
      alive: cycle.alive.map(({ start, end }) => ({ start, end: Math.min(end, Math.max(start, at)) })),
      ending,
    }));
  }

  private change(clock: ClockKind, changed: (cycle: Cycle) => Cycle): void {
    const last = this.cycles[clock].pop();
    if (last) this.cycles[clock].push(changed(last));
  }
}
