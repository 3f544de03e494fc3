import { Injectable } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { type CadenceRecord, CadencesStore } from "./cadences.store.js";
import { CadencesView } from "./cadences.view.js";
import type { Cadence, CadenceBody, CadenceStep } from "./rules.js";
import { SimulationPlan } from "./simulation.plan.js";

type Simulation = ResponseOf<typeof routes.cadences.simulate>;
type Of = HandlerInput<typeof routes.cadences.simulate>["query"]["of"];

/** What a cadence would do for everybody, day by day, beside those that are in force. Nothing is written. */
@Injectable()
export class CadenceSimulations {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: CadencesStore,
    private readonly view: CadencesView,
    private readonly predicates: CadencePredicates,
    private readonly simulation: SimulationPlan,
  ) {}

  async run(accountId: number, publicId: string, { of, days }: { of: Of; days: number }): Promise<Simulation> {
    const { cadence, body } = await this.view.body(accountId, publicId, of);
    const { zone } = await this.accounts.get(accountId);
    const now = this.clock.now();
    const from = localDate(zone, now);
    const where = await this.predicates.of(accountId, { day: from, zone });
    const others = (await this.store.inForce(accountId)).filter(({ key }) => key !== cadence.key);
    const simulated = (one: Cadence) => ({ cadence: one, where: (step: CadenceStep, date: CalendarDate) => where(one, step, date) });
    const found = await this.simulation.run(accountId, simulated(asCadence(cadence, body)), others.map(simulated), { from, days, now });
    const messages = found.days.reduce((sum, day) => sum + day.counts.reduce((ofDay, { count }) => ofDay + count, 0), 0);
    return { from, days: found.days.map(({ date, counts }) => ({ date, counts: [...counts] })), messages, debtors: found.debtors };
  }
}

function asCadence({ key, version, priority }: CadenceRecord, body: CadenceBody): Cadence {
  return { ...body, key, version: version ?? 0, priority };
}
