import { FIRST_CONTACT_CONVERSION } from "./definitions/contact/conversion.js";
import { DELIVERED, FAILED, READ } from "./definitions/contact/delivery.js";
import { DENIED } from "./definitions/contact/denied.js";
import { FIRST_CALL_RESOLUTION } from "./definitions/contact/first-call.js";
import { RESOLVED_ALONE } from "./definitions/contact/resolved-alone.js";
import { RESOLVED_BY_FIRST, RESOLVED_BY_SECOND, RESOLVED_BY_THIRD } from "./definitions/contact/resolved-by-contact.js";
import { SUCCESSFUL_CONTACT, SUCCESSFUL_CONTACT_DEBTORS, SUCCESSFUL_CONTACT_DELIVERED } from "./definitions/contact/successful-contact.js";
import { COST_PER_RECOVERED } from "./definitions/money/cost.js";
import { RETURN_ATTRIBUTABLE, RETURN_GROSS } from "./definitions/money/return.js";
import { DEBTORS } from "./definitions/portfolio/debtors.js";
import { AVERAGE_DAYS_DELINQUENT, DAYS_TO_PAY, DSO_BEST_POSSIBLE, DSO_COUNTBACK, DSO_SIMPLE } from "./definitions/portfolio/dso.js";
import { OUTSTANDING } from "./definitions/portfolio/outstanding.js";
import { OVERDUE } from "./definitions/portfolio/overdue.js";
import { FORECAST_COLLECTABLE, FORECAST_LOST } from "./definitions/portfolio/roll-forecast.js";
import { ROLL_MATRIX, ROLL_MATRIX_ACCOUNTS } from "./definitions/portfolio/roll-matrix.js";
import { ROLL_RATE, ROLL_RATE_ACCOUNTS } from "./definitions/portfolio/roll-rate.js";
import { CALL_TO_PROMISE, PROMISE_RATE } from "./definitions/promises/promise-rate.js";
import { PROMISED_AMOUNT_KEPT, PROMISES_KEPT } from "./definitions/promises/promises-kept.js";
import { RENEGOTIATED } from "./definitions/promises/renegotiated.js";
import { COMMUNICATION_QUALITY } from "./definitions/quality/communication.js";
import { COMPLAINT_RATE, DISPUTE_RATE } from "./definitions/quality/complaints.js";
import { DOCUMENTATION } from "./definitions/quality/documentation.js";
import { RECOMMENDATION } from "./definitions/quality/recommendation.js";
import { RETENTION } from "./definitions/quality/retention.js";
import { SCHEDULE_COMPLIANCE, SCHEDULE_PREVENTED } from "./definitions/quality/schedule.js";
import { RECOVERY_AFTER_WRITE_OFF } from "./definitions/recovery/after-write-off.js";
import { COLLECTED, COLLECTED_EACH_OPEN, COLLECTED_EACH_PAYING } from "./definitions/recovery/collected.js";
import { COLLECTIONS_TO_OPENING, EFFECTIVENESS, EFFECTIVENESS_MONTHLY } from "./definitions/recovery/effectiveness.js";
import { RECOVERY_OVERPAID } from "./definitions/recovery/overpaid.js";
import { RECOVERY_DAY_30, RECOVERY_DAY_60, RECOVERY_DAY_90 } from "./definitions/recovery/recovery-cohort.js";
import { RECOVERY_NET_OF_WRITE_OFF, RECOVERY_PERIOD, RECOVERY_RESOLVED } from "./definitions/recovery/recovery-period.js";
import { RECOVERY_TIME_MEAN, RECOVERY_TIME_MEDIAN, RECOVERY_TIME_SURVIVAL } from "./definitions/recovery/recovery-time.js";
import { AUTOMATION } from "./definitions/work/automation.js";
import { CONCURRENCY_MEAN, CONCURRENCY_PEAK } from "./definitions/work/concurrency.js";
import { ESCALATION_ON_TIME, ESCALATION_PRECISION, ESCALATION_RECALL } from "./definitions/work/escalation.js";
import { PRODUCTIVITY } from "./definitions/work/productivity.js";
import { ANSWERED_IN_TIME, RESOLVED_IN_TIME, RESPONSE_TIME } from "./definitions/work/response.js";
import type { Metric } from "./metric.js";

/** Every figure there is, in the order it is read in. The page of definitions, the API and the heads of files come from this list. */
export const METRICS: readonly Metric[] = [
  OUTSTANDING,
  DEBTORS,
  OVERDUE,
  ROLL_RATE,
  ROLL_RATE_ACCOUNTS,
  ROLL_MATRIX,
  ROLL_MATRIX_ACCOUNTS,
  FORECAST_COLLECTABLE,
  FORECAST_LOST,
  DSO_SIMPLE,
  DSO_BEST_POSSIBLE,
  AVERAGE_DAYS_DELINQUENT,
  DSO_COUNTBACK,
  DAYS_TO_PAY,
  RECOVERY_PERIOD,
  RECOVERY_NET_OF_WRITE_OFF,
  RECOVERY_RESOLVED,
  RECOVERY_AFTER_WRITE_OFF,
  RECOVERY_OVERPAID,
  RECOVERY_DAY_30,
  RECOVERY_DAY_60,
  RECOVERY_DAY_90,
  EFFECTIVENESS,
  EFFECTIVENESS_MONTHLY,
  COLLECTIONS_TO_OPENING,
  RECOVERY_TIME_MEAN,
  RECOVERY_TIME_MEDIAN,
  RECOVERY_TIME_SURVIVAL,
  COLLECTED,
  COLLECTED_EACH_PAYING,
  COLLECTED_EACH_OPEN,
  PROMISE_RATE,
  CALL_TO_PROMISE,
  PROMISES_KEPT,
  PROMISED_AMOUNT_KEPT,
  RENEGOTIATED,
  SUCCESSFUL_CONTACT,
  SUCCESSFUL_CONTACT_DELIVERED,
  SUCCESSFUL_CONTACT_DEBTORS,
  FIRST_CONTACT_CONVERSION,
  RESOLVED_BY_FIRST,
  RESOLVED_BY_SECOND,
  RESOLVED_BY_THIRD,
  FIRST_CALL_RESOLUTION,
  RESOLVED_ALONE,
  DELIVERED,
  READ,
  FAILED,
  DENIED,
  AUTOMATION,
  RESPONSE_TIME,
  ANSWERED_IN_TIME,
  RESOLVED_IN_TIME,
  PRODUCTIVITY,
  CONCURRENCY_PEAK,
  CONCURRENCY_MEAN,
  ESCALATION_RECALL,
  ESCALATION_ON_TIME,
  ESCALATION_PRECISION,
  SCHEDULE_COMPLIANCE,
  SCHEDULE_PREVENTED,
  DOCUMENTATION,
  COMPLAINT_RATE,
  DISPUTE_RATE,
  COMMUNICATION_QUALITY,
  RECOMMENDATION,
  RETENTION,
  COST_PER_RECOVERED,
  RETURN_GROSS,
  RETURN_ATTRIBUTABLE,
];

export function metricOf(id: string): Metric | undefined {
  return METRICS.find((entry) => entry.id === id);
}
