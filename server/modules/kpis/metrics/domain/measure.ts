/** `money_days`: an amount in minor units times days. `milliseconds`: of working time. */
export type MeasureUnit = "money" | "money_days" | "count" | "days" | "milliseconds";

/**
 * By which date something is in a period. `value_date`: the day money counts from. `event`: the instant it happened, on the reporting
 * zone's wall. `due`: its due day; of a promise with the days of grace. `opening`: as it stood when the period began. `as_of`: as it
 * stands at its end. `cohort`: counted from each debt's own day of placement.
 */
export type MeasureDate = "value_date" | "event" | "due" | "opening" | "as_of" | "cohort";

export interface MeasureFacts {
  readonly unit: MeasureUnit;
  readonly by: MeasureDate;
}

const money = (by: MeasureDate): MeasureFacts => ({ unit: "money", by });
const count = (by: MeasureDate): MeasureFacts => ({ unit: "count", by });

/**
 * Everything that is counted, and nothing else: figures are made of these alone. What each one holds stands in `words/` under `measures`.
 * An account is all that one debtor owes in one currency.
 */
export const MEASURES = {
  "balance.outstanding": money("as_of"),
  "balance.overdue": money("as_of"),
  "balance.overdue.opening": money("opening"),
  "balance.newly_overdue": money("due"),
  "balance.written_off": money("event"),
  "balance.forgiven": money("event"),
  "debtors.owing": count("as_of"),
  "stage.opening.balance": money("opening"),
  "stage.opening.accounts": count("opening"),
  "stage.worse.balance": money("as_of"),
  "stage.worse.accounts": count("as_of"),
  "stage.moved.balance": money("as_of"),
  "stage.moved.accounts": count("as_of"),
  "receivables.opening": money("opening"),
  "receivables.closing": money("as_of"),
  "receivables.current": money("as_of"),
  "sales.credit": money("event"),
  "cash.net": money("value_date"),
  "cash.recovered": money("value_date"),
  "cash.excess": money("value_date"),
  "cash.after_write_off": money("value_date"),
  "cash.days": { unit: "money_days", by: "value_date" },
  "cohort.placed": money("cohort"),
  "cohort.collected": money("cohort"),
  "debts.regularised": count("event"),
  "debts.days_to_regularise": { unit: "days", by: "event" },
  "debts.days_open": { unit: "days", by: "as_of" },
  "accounts.paying": count("value_date"),
  "accounts.open": count("opening"),
  "debtors.reached": count("event"),
  "debtors.promising": count("event"),
  "promises.received": count("event"),
  "promises.due": count("due"),
  "promises.kept": count("due"),
  "promises.due.amount": money("due"),
  "promises.paid.amount": money("due"),
  "debts.in_collection": count("as_of"),
  "debts.in_agreement": count("as_of"),
  "attempts.made": count("event"),
  "attempts.delivered": count("event"),
  "attempts.read": count("event"),
  "attempts.failed": count("event"),
  "attempts.answered": count("event"),
  "attempts.denied": count("event"),
  "debtors.attempted": count("event"),
  "debtors.answering": count("event"),
  "debtors.first_contacted": count("event"),
  "debtors.converted": count("event"),
  "cases.reached": count("event"),
  "cases.resolved_by_contact": count("event"),
  "calls.made": count("event"),
  "calls.first": count("event"),
  "calls.first_paid": count("event"),
  "contacts.handled": count("event"),
  "contacts.resolved_alone": count("event"),
  "activities.all": count("event"),
  "activities.automatic": count("event"),
  "inquiries.received": count("event"),
  "inquiries.answered_in_time": count("event"),
  "inquiries.resolved_in_time": count("event"),
  "inquiries.wait": { unit: "milliseconds", by: "event" },
  "agents.days": count("event"),
  "agents.accounts_worked": count("event"),
  "conversations.open_together": count("event"),
  "conversations.open_time": { unit: "milliseconds", by: "event" },
  "agents.busy_time": { unit: "milliseconds", by: "event" },
  "escalations.needed": count("event"),
  "escalations.made": count("event"),
  "escalations.right": count("event"),
  "escalations.right_in_time": count("event"),
  "contacts.regulated": count("event"),
  "contacts.permitted": count("event"),
  "contacts.prevented": count("event"),
  "cases.all": count("as_of"),
  "cases.documented": count("as_of"),
  "accounts.contacted": count("event"),
  "accounts.complaining": count("event"),
  "accounts.disputing": count("event"),
  "messages.sampled": count("event"),
  "messages.sound": count("event"),
  "surveys.answers": count("event"),
  "surveys.promoters": count("event"),
  "surveys.detractors": count("event"),
  "customers.closed": count("event"),
  "customers.staying": count("event"),
  "costs.all": money("event"),
  "cash.attributable": money("value_date"),
} as const satisfies Readonly<Record<string, MeasureFacts>>;

export type Measure = keyof typeof MEASURES;

/** Whether it is an amount, which never stands without its currency. */
export function isMoney(measure: Measure): boolean {
  const { unit }: MeasureFacts = MEASURES[measure];
  return unit === "money" || unit === "money_days";
}
