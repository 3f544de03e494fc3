import { addDays, type CalendarDate } from "../../../../../shared/calendar.js";
import type { Currency } from "../../../../../shared/money.js";
import type { StageId } from "../../../../../shared/stage.js";
import { DEFAULT_BANDS, stageOf } from "../../../../portfolio/rules.js";

/** What is owed in a currency and stage, or how much more; less is negative. */
export interface StageSum {
  readonly currency: Currency;
  readonly stage: StageId;
  readonly debts: number;
  readonly balanceMinor: number;
}

/** Due dates of debts that are in an older stage on a day than on the one before. */
export function duesThatMove(day: CalendarDate): CalendarDate[] {
  const [, ...older] = DEFAULT_BANDS;
  return older.map(({ from }) => addDays(day, -from));
}

/** What those debts take from the stage of the day before, and bring to that of the day. */
export function movedByDay(
  due: { readonly currency: Currency; readonly dueDate: CalendarDate; readonly debts: number; readonly balanceMinor: number },
  day: CalendarDate,
): StageSum[] {
  const { currency, dueDate, debts, balanceMinor } = due;
  return [
    { currency, stage: stageOf(dueDate, addDays(day, -1)), debts: -debts, balanceMinor: -balanceMinor },
    { currency, stage: stageOf(dueDate, day), debts, balanceMinor },
  ];
}

/** One row for all of a currency and stage; none where nothing is owed. */
export function stagesAdded(rows: readonly StageSum[]): StageSum[] {
  return [...Map.groupBy(rows, ({ currency, stage }) => `${currency} ${stage}`).values()]
    .map((own) => ({
      currency: own[0]!.currency,
      stage: own[0]!.stage,
      debts: own.reduce((sum, { debts }) => sum + debts, 0),
      balanceMinor: own.reduce((sum, { balanceMinor }) => sum + balanceMinor, 0),
    }))
    .filter(({ debts }) => debts !== 0);
}
