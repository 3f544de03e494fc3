import { Injectable } from "@nestjs/common";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { Clock } from "../clock/clock.js";
import { within } from "../clock/within.js";

/** Values a label may take. They are all ours (codes, route patterns, names of jobs), so there are few; a mistake must not grow without end. */
const MOST_VALUES = 300;
const OTHER = "other";
/** Whoever scrapes does not wait for a database that is away: what it would have told is left out. */
const PATIENCE_MS = 2_000;
const SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60];

type Labels = Readonly<Record<string, string>>;
export interface GaugeReading {
  readonly labels?: Labels;
  readonly value: number;
}

/**
 * What a process counts, in the words of Prometheus. No account, debtor, address or text is ever a label: only codes of ours.
 * Each application has a registry of its own, because tests run several in one process.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly seen = new Map<string, Set<string>>();
  private readonly readings: { readonly gauge: Gauge; readonly read: () => Promise<readonly GaugeReading[]> | readonly GaugeReading[] }[] =
    [];
  private defaults = false;

  constructor(private readonly clock: Clock) {}

  /** @param name without the prefix */
  counter(name: string, help: string, labelNames: readonly string[]): (labels: Labels, by?: number) => void {
    const counter = new Counter({ name: `saldo_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
    return (labels, by = 1) => counter.inc(this.bounded(name, labels), by);
  }

  /** Seconds something took. */
  timer(name: string, help: string, labelNames: readonly string[]): (labels: Labels, seconds: number) => void {
    const registers = [this.registry];
    const histogram = new Histogram({ name: `saldo_${name}`, help, labelNames: [...labelNames], buckets: SECONDS, registers });
    return (labels, seconds) => histogram.observe(this.bounded(name, labels), seconds);
  }

  /** Read when somebody scrapes. What cannot be read then has no value, which is not the same as zero. */
  gauge(
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => Promise<readonly GaugeReading[]> | readonly GaugeReading[],
  ): void {
    const gauge = new Gauge({ name: `saldo_${name}`, help, labelNames: [...labelNames], registers: [this.registry] });
    this.readings.push({ gauge, read });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    // They watch the process and cost a little: whoever never asks does not pay.
    if (!this.defaults) collectDefaultMetrics({ register: this.registry });
    this.defaults = true;
    await Promise.all(this.readings.map((reading) => this.take(reading)));
    return this.registry.metrics();
  }

  private async take({ gauge, read }: (typeof this.readings)[number]): Promise<void> {
    gauge.reset();
    try {
      const values = await within(this.clock, PATIENCE_MS, Promise.resolve(read()), []);
      for (const { labels = {}, value } of values) gauge.set(labels, value);
    } catch {
      gauge.remove();
    }
  }

  private bounded(name: string, labels: Labels): Labels {
    return Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, this.known(`${name} ${label}`, value)]));
  }

  private known(key: string, value: string): string {
    const values = this.seen.get(key) ?? new Set<string>();
    if (!values.has(value)) {
      if (values.size >= MOST_VALUES) return OTHER;
      this.seen.set(key, values.add(value));
    }
    return value;
  }
}
