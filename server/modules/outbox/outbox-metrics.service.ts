import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Metrics, type GaugeReading } from "../../platform/observability/metrics.js";
import { AccountDirectory } from "../accounts/index.js";
import { type CommittedRecord, RecordObservers } from "../journal/index.js";
import { OutboxAgenda } from "./outbox-agenda.view.js";
import { outboxEvents } from "./outbox.events.js";

/** Events of one message; `messages.planned` is about many. */
const OF_ONE = new Map<string, string>(
  Object.values(outboxEvents)
    .filter((type) => type.startsWith("message."))
    .map((type) => [type, type.slice("message.".length)]),
);

/** Messages by what became of them, why others did not go, and how late the outbox is. */
@Injectable()
export class OutboxMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly observers: RecordObservers,
    private readonly accounts: AccountDirectory,
    private readonly agenda: OutboxAgenda,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const happened = this.metrics.counter("messages_total", "Messages by what this process put on record of them", ["outcome"]);
    const held = this.metrics.counter("messages_refused_total", "Messages that did not go when they fell due, by the rule or reason", [
      "outcome",
      "reason",
    ]);
    this.observers.watch((record) => {
      const outcome = OF_ONE.get(record.type);
      if (outcome === undefined) return;
      happened({ outcome });
      const reason = reasonOf(record);
      if (reason !== null) held({ outcome, reason });
    });
    this.metrics.gauge("messages_waiting", "Messages that are not in an end state, by state", ["state"], () => this.waiting());
    this.metrics.gauge("messages_overdue_seconds", "How long the longest waiting message of an account that sends has been due", [], () =>
      this.overdue(),
    );
  }

  private async waiting(): Promise<GaugeReading[]> {
    const sums = new Map<string, number>(["planned", "sending", "unknown"].map((state) => [state, 0]));
    for (const { id } of await this.accounts.list()) {
      for (const { state, n } of await this.agenda.open(id)) sums.set(state, (sums.get(state) ?? 0) + n);
    }
    return [...sums].map(([state, value]) => ({ labels: { state }, value }));
  }

  private async overdue(): Promise<GaugeReading[]> {
    const now = this.clock.now();
    let oldest = now;
    for (const { id } of await this.accounts.list()) oldest = Math.min(oldest, (await this.agenda.longestDue(id, now)) ?? now);
    return [{ value: (now - oldest) / 1_000 }];
  }
}

/** A rule of a pack, or a code of ours. */
function reasonOf({ payload }: CommittedRecord): string | null {
  const { reason, decision } = payload;
  if (typeof reason === "string") return reason;
  const leading = typeof decision === "object" && decision !== null && "leading" in decision ? decision["leading"] : null;
  return typeof leading === "string" ? leading : null;
}
