import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import type { Instant } from "../../../shared/instant.js";
import { CaseEventsStore, type NewCaseEvent } from "./case-events.store.js";
import { type CaseAsked, CaseFactsReader } from "./case-facts.reader.js";
import { ClockKeeping } from "./clock-keeping.service.js";
import { ClockPlans, pinKey } from "./clock-plans.service.js";
import { CaseReadings } from "./case-readings.reader.js";

/** Takes what happens to cases, in the caller's unit of work, and has their clocks go by it. */
@Injectable()
export class CaseEvents {
  constructor(
    private readonly clock: Clock,
    private readonly store: CaseEventsStore,
    private readonly facts: CaseFactsReader,
    private readonly plans: ClockPlans,
    private readonly readings: CaseReadings,
    private readonly keeping: ClockKeeping,
  ) {}

  /** A case was opened. @param since when its debtor has waited: its clocks begin there */
  async opened(accountId: number, asked: CaseAsked, since: Instant): Promise<void> {
    const facts = (await this.facts.of(accountId, [asked])).get(asked.id)!;
    const at = Math.min(since, this.clock.now());
    const pin = await this.plans.pinFor(accountId, facts);
    await this.record(accountId, asked.id, [
      { kind: "planned", at, pin, source: "opened/plan" },
      { kind: "opened", at, source: "opened" },
    ]);
  }

  /** Its reason is another: the policy is asked again, and what has run stays counted. */
  async replanned(accountId: number, asked: CaseAsked): Promise<void> {
    const now = this.clock.now();
    const facts = (await this.facts.of(accountId, [asked])).get(asked.id)!;
    const before = (await this.readings.of(accountId, [asked.id], now)).get(asked.id)?.plan.pin;
    const pin = await this.plans.pinFor(accountId, facts);
    if (!before || before.entry === pin.entry) return;
    await this.record(accountId, asked.id, [{ kind: "planned", at: now, pin, source: `plan/${pinKey(pin)}/${now}`.slice(0, 64) }]);
  }

  /** What was told before changes nothing. */
  async record(accountId: number, caseId: number, events: readonly NewCaseEvent[]): Promise<void> {
    if ((await this.store.add(accountId, caseId, events)) > 0) await this.keeping.keep(accountId, [caseId]);
  }
}
