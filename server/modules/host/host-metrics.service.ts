import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Metrics, type GaugeReading } from "../../platform/observability/metrics.js";
import { AccountDirectory } from "../accounts/index.js";
import { WebhookBacklog } from "./webhooks/webhook-backlog.view.js";

/** How much of what helpdesks told is still unread. */
@Injectable()
export class HostMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly accounts: AccountDirectory,
    private readonly backlog: WebhookBacklog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.gauge("webhooks_waiting", "Webhooks that are stored and not worked on yet", [], async () => [
      { value: (await this.all()).reduce((sum, { waiting }) => sum + waiting, 0) },
    ]);
    this.metrics.gauge("webhooks_parked", "Webhooks set aside after repeated failure", [], async () => [
      { value: (await this.all()).reduce((sum, { parked }) => sum + parked, 0) },
    ]);
    this.metrics.gauge("webhooks_overdue_seconds", "How long the longest waiting webhook has been due", [], () => this.overdue());
  }

  private async overdue(): Promise<GaugeReading[]> {
    const now = this.clock.now();
    const oldest = (await this.all()).map(({ oldestDueAt }) => oldestDueAt ?? now);
    return [{ value: Math.max(0, now - Math.min(now, ...oldest)) / 1_000 }];
  }

  private async all(): Promise<Awaited<ReturnType<WebhookBacklog["of"]>>[]> {
    const all = [];
    for (const { id } of await this.accounts.list()) all.push(await this.backlog.of(id));
    return all;
  }
}
