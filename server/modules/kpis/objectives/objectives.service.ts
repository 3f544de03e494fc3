import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { notFound } from "../../../shared/errors.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { Metric } from "../metrics/domain/metric.js";
import { metricOf } from "../metrics/domain/registry.js";
import { type Bounds, checkBounds, objectivesInForce, type ObjectiveInForce, type ObjectivePart } from "./domain/objective.js";
import { ObjectivesStore } from "./objectives.store.js";

/** What an account measures its figures by. */
@Injectable()
export class Objectives {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: ObjectivesStore,
    private readonly journal: Journal,
  ) {}

  /**
   * Sets the account's own objective for a metric, or for one part of the portfolio.
   * @throws DomainError `metric.not_found`, and as `checkBounds` does
   */
  async set(
    accountId: number,
    id: string,
    of: ObjectivePart | null,
    bounds: Bounds,
    reason: string,
    actor: Actor,
  ): Promise<ObjectiveInForce[]> {
    const metric = known(id);
    checkBounds(metric, bounds);
    return this.db.inUnitOfWork("objective.set", async () => {
      const before = await this.inForce(accountId, metric, of);
      await this.store.set(accountId, id, { ...bounds, of, setAt: this.clock.now(), setBy: actorRef(actor) });
      this.journal.append(accountId, {
        type: kpisEvents.objectiveSet,
        version: 1,
        actor,
        payload: { metric: id, part: of, ...bounds, before: before ? boundsOf(before) : null },
        personal: { note: reason },
      });
      return objectivesInForce(metric, await this.store.of(accountId));
    });
  }

  /** Takes the account's own objective back; the published one holds again. @throws DomainError `metric.not_found`, `objective.not_own` */
  async reset(accountId: number, id: string, of: ObjectivePart | null, actor: Actor): Promise<ObjectiveInForce[]> {
    const metric = known(id);
    return this.db.inUnitOfWork("objective.reset", async () => {
      const before = await this.inForce(accountId, metric, of);
      if (!before?.own) {
        throw notFound("objective.not_own", "This account has no objective of its own here.", {
          remedy: "The published one holds already.",
        });
      }
      await this.store.remove(accountId, id, of);
      this.journal.append(accountId, {
        type: kpisEvents.objectiveReset,
        version: 1,
        actor,
        payload: { metric: id, part: of, before: boundsOf(before) },
      });
      return objectivesInForce(metric, await this.store.of(accountId));
    });
  }

  private async inForce(accountId: number, metric: Metric, of: ObjectivePart | null): Promise<ObjectiveInForce | undefined> {
    return objectivesInForce(metric, await this.store.of(accountId)).find((objective) => objective.of === of);
  }
}

function known(id: string): Metric {
  const metric = metricOf(id);
  if (metric) return metric;
  throw notFound("metric.not_found", "There is no such figure.", { remedy: "GET /api/metrics lists them." });
}

const boundsOf = ({ from, to, attention }: Bounds) => ({ from, to, attention });
