import { addDays, type CalendarDate, daysBetween, isoWeekday } from "../../../../shared/calendar.js";
import { stageOf } from "../../../portfolio/rules.js";
import type { Dimension } from "../../metrics/domain/metric.js";

/** What a row says of itself: columns by name, as the database gave them. */
export type RawRow = Readonly<Record<string, string | number | null>>;

/** Years of a credit by which its age is told: less than the first, up to the next, and so on. */
const CREDIT_YEARS = [1, 2, 3, 5] as const;

/**
 * Of which value of a dimension a row is; null where that is not known of it.
 *
 * `stage` is told by the due date and the day, as it was then; with `fell`, what was not overdue on that day is of the first stage past due. Bands of amounts are decades of minor units, by their digits: `5` is from 100.00
 * to below 1,000.00 where there are cents. `credit_duration` is told in whole years: `0` less than one, `1` from one, up to `5`. `hour` is the
 * weekday (1 is Monday) and the hour on the account's wall: `1-09`.
 */
export function cutValue(dimension: Dimension, row: RawRow): string | null {
  switch (dimension) {
    case "stage":
      return typeof row["due"] === "string" && typeof row["day"] === "string"
        ? stageIn(row["due"], row["day"], Boolean(row["fell"]))
        : null;
    case "hour":
      return typeof row["day"] === "string" && row["hour"] !== null
        ? `${isoWeekday(row["day"])}-${String(row["hour"]).padStart(2, "0")}`
        : null;
    case "credit_duration":
      return typeof row["credit"] === "string" && typeof row["day"] === "string" ? yearsOf(row["credit"], row["day"]) : null;
    case "cadence":
      return row["cadence"] === null ? null : `${row["cadence"]}@${row["version"]}`;
    case "state":
      return row["country"] === null || row["state"] === null ? null : `${row["country"]}-${row["state"]}`;
    case "agent":
      return agentIn(row["agent"] ?? null);
    default: {
      const value = row[dimension] ?? null;
      return value === null ? null : String(value);
    }
  }
}

/** What fell overdue since that day was of the first stage then. */
function stageIn(due: CalendarDate, day: CalendarDate, fell: boolean): string {
  return stageOf(due, fell && due >= day ? addDays(due, 1) : day);
}

function yearsOf(since: CalendarDate, day: CalendarDate): string {
  const years = daysBetween(since, day) / 365.25;
  return String(CREDIT_YEARS.findLast((bound) => years >= bound) ?? 0);
}

/** `user:12`, or a number alone. */
function agentIn(agent: string | number | null): string | null {
  return /^(?:user:)?(\d+)$/.exec(String(agent))?.[1] ?? null;
}
