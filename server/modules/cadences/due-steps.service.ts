import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { wholeDay } from "../../shared/zone.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { TemplateCatalogue } from "../templates/index.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { CadenceSoundness } from "./cadence-soundness.reader.js";
import { CadencesStore } from "./cadences.store.js";
import { CADENCE } from "./cadences.tables.js";
import type { PlannedStep } from "./planning.plan.js";
import { type Cadence, stepsDueOn } from "./rules.js";

/** The steps that fall due on a day, of every cadence that can be planned by. */
@Injectable()
export class DueSteps {
  constructor(
    private readonly store: CadencesStore,
    private readonly predicates: CadencePredicates,
    private readonly templates: TemplateCatalogue,
    private readonly soundness: CadenceSoundness,
    private readonly rows: WorkRows,
  ) {}

  /** A cadence that cannot be planned by is parked, and the others go on without it. */
  async parkUnsound(accountId: number): Promise<void> {
    const check = await this.soundness.check(accountId);
    const ids = new Map((await this.store.list(accountId)).map(({ key, id }) => [key, id]));
    const subjectOf = ({ key }: Cadence) => ({ subject: CADENCE, subjectId: ids.get(key) ?? 0 });
    const cadences = await this.store.inForce(accountId);
    await this.rows.each({ accountId, work: "plan", subjectOf }, cadences, (cadence) => Promise.resolve(check(cadence)));
  }

  /** In the order of planning. */
  async on(accountId: number, zone: string, day: CalendarDate): Promise<PlannedStep[]> {
    const check = await this.soundness.check(accountId);
    const cadences = (await this.store.inForce(accountId)).filter((cadence) => passes(check, cadence));
    const where = await this.predicates.of(accountId, { day, zone });
    return stepsDueOn(cadences, day).map((due) => ({
      ...due,
      templateVersion: this.templates.versionOf(due.step.template),
      notBefore: wholeDay(zone, due.stepDate).start,
      notAfter: wholeDay(zone, addDays(due.lastDate, 1)).start,
      where: where(due.cadence, due.step, due.stepDate),
    }));
  }
}

function passes(check: (cadence: Cadence) => void, cadence: Cadence): boolean {
  try {
    check(cadence);
    return true;
  } catch {
    return false;
  }
}
