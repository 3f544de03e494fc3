import { Injectable } from "@nestjs/common";
import { Clock } from "../clock/clock.js";
import { Metrics } from "./metrics.js";

/** How lanes and jobs are getting on in this process. */
@Injectable()
export class WorkMetrics {
  private readonly ran: (labels: { kind: string; name: string; outcome: string }) => void;
  private readonly took: (labels: { kind: string; name: string }, seconds: number) => void;
  private readonly endedAt = new Map<string, { readonly kind: string; readonly name: string; at: number }>();

  constructor(
    metrics: Metrics,
    private readonly clock: Clock,
  ) {
    this.ran = metrics.counter("work_runs_total", "Runs of lanes and jobs, by how they ended", ["kind", "name", "outcome"]);
    this.took = metrics.timer("work_run_seconds", "How long runs of lanes and jobs took", ["kind", "name"]);
    metrics.gauge("work_lag_seconds", "How long ago the lane or job last ran to its end without an error here", ["kind", "name"], () =>
      [...this.endedAt.values()].map(({ kind, name, at }) => ({ labels: { kind, name }, value: (this.clock.monotonic() - at) / 1_000 })),
    );
  }

  /** From now on it is expected to run. */
  expect(kind: "lane" | "job", name: string): void {
    this.endedAt.set(`${kind} ${name}`, { kind, name, at: this.clock.monotonic() });
  }

  /** @returns the call that says how it ended */
  begin(kind: "lane" | "job", name: string): (done: boolean) => void {
    const began = this.clock.monotonic();
    return (done) => {
      this.ran({ kind, name, outcome: done ? "done" : "failed" });
      this.took({ kind, name }, (this.clock.monotonic() - began) / 1_000);
      if (done) this.expect(kind, name);
    };
  }
}
