import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { BenchmarksStore } from "./benchmarks.store.js";
import { type Benchmark, type BenchmarkInForce, benchmarksInForce, checkBenchmark, type OwnBenchmark } from "./domain/benchmark.js";

export type BenchmarkInput = Pick<Benchmark, "from" | "to" | "label" | "source" | "dated">;

/** What others reach: published figures, which an account may correct, hide and add to. */
@Injectable()
export class Benchmarks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly accounts: AccountDirectory,
    private readonly store: BenchmarksStore,
    private readonly journal: Journal,
  ) {}

  async inForce(accountId: number): Promise<BenchmarkInForce[]> {
    return benchmarksInForce(await this.store.of(accountId));
  }

  /** @throws DomainError `figures.metric_unknown`, and as `checkBenchmark` does */
  async add(accountId: number, metric: string, input: BenchmarkInput, reason: string, actor: Actor): Promise<void> {
    const key = this.ids.next();
    await this.put(accountId, { ...input, key, metric, part: null, hidden: false }, null, reason, actor);
  }

  /** Puts the account's own in place of one. @throws DomainError `benchmark.not_found`, and as `checkBenchmark` does */
  async set(accountId: number, key: string, input: BenchmarkInput, reason: string, actor: Actor): Promise<void> {
    const before = await this.known(accountId, key);
    const { metric, part } = before;
    await this.put(accountId, { ...input, key, metric, part, hidden: false }, before, reason, actor);
  }

  /** Takes one out of sight; one of the account's own is gone. @throws DomainError `benchmark.not_found` */
  async remove(accountId: number, key: string, reason: string, actor: Actor): Promise<void> {
    const before = await this.known(accountId, key);
    await this.db.inUnitOfWork("benchmark.remove", async () => {
      const { metric, from, to, part, label, source, dated, published } = before;
      if (published) {
        await this.store.set(accountId, { ...told(before), key, hidden: true, setAt: this.clock.now(), setBy: actorRef(actor) });
      } else await this.store.remove(accountId, key);
      this.journal.append(accountId, {
        type: kpisEvents.benchmarkRemoved,
        version: 1,
        actor,
        payload: { benchmark: key, metric, from, to, part, label, source, dated },
        personal: { note: reason },
      });
    });
  }

  /** Shows the published one again. @throws DomainError `benchmark.not_own` */
  async reset(accountId: number, key: string, reason: string, actor: Actor): Promise<void> {
    const before = await this.known(accountId, key);
    if (!before.own || !before.published) {
      throw notFound("benchmark.not_own", "This is no published benchmark that was changed.", {
        remedy: "The published one holds already.",
      });
    }
    await this.db.inUnitOfWork("benchmark.reset", async () => {
      await this.store.remove(accountId, key);
      this.journal.append(accountId, {
        type: kpisEvents.benchmarkReset,
        version: 1,
        actor,
        payload: { benchmark: key, metric: before.metric, from: before.from, to: before.to },
        personal: { note: reason },
      });
    });
  }

  private async put(
    accountId: number,
    benchmark: Omit<OwnBenchmark, "setAt" | "setBy">,
    before: BenchmarkInForce | null,
    reason: string,
    actor: Actor,
  ): Promise<void> {
    const { zone } = await this.accounts.get(accountId);
    checkBenchmark(metricNamed(benchmark.metric, "metric"), benchmark, localDate(zone, this.clock.now()));
    await this.db.inUnitOfWork("benchmark.set", async () => {
      await this.store.set(accountId, { ...benchmark, setAt: this.clock.now(), setBy: actorRef(actor) });
      const { key, metric, from, to, part, label, source, dated } = benchmark;
      this.journal.append(accountId, {
        type: kpisEvents.benchmarkSet,
        version: 1,
        actor,
        payload: { benchmark: key, metric, from, to, part, label, source, dated, before: before && { from: before.from, to: before.to } },
        personal: { note: reason },
      });
    });
  }

  private async known(accountId: number, key: string): Promise<BenchmarkInForce> {
    const found = (await this.inForce(accountId)).find((benchmark) => benchmark.key === key);
    if (found) return found;
    throw notFound("benchmark.not_found", "There is no such benchmark.", { remedy: "GET /api/benchmarks lists those there are." });
  }
}

const told = ({ metric, from, to, part, label, source, dated }: Benchmark) => ({ metric, from, to, part, label, source, dated });
