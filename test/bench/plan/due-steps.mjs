import { built, DAY } from "../harness/saldo.mjs";

const ZONE = "America/Bogota";

/** The steps that are due on the day, as plain rows: what both comparisons are given for free. */
export async function dueSteps() {
  const { DEFAULT_CADENCE, stepsDueOn } = await built("modules/cadences/rules.js");
  const { wholeDay } = await built("shared/zone.js");
  const { addDays } = await built("shared/calendar.js");
  return stepsDueOn(DEFAULT_CADENCE, DAY).map(({ step, dueDate, stepDate, lastDate }) => ({
    stepId: step.id,
    cadenceVersion: DEFAULT_CADENCE.version,
    dueDate,
    stepDate,
    template: step.template,
    templateVersion: "1",
    notBefore: wholeDay(ZONE, stepDate).start,
    notAfter: wholeDay(ZONE, addDays(lastDate, 1)).start,
  }));
}
