/** Journal event types of the numbers; version 1 each. */
export const kpisEvents = {
  /** { metric, part, from, to, attention, before }; personal: { note } */
  objectiveSet: "objective.set",
  /** { report, kind, from, to, asOf, cause, data }: `data` is the SHA-256 of what it says */
  reportMade: "report.made",
  /** { kind, enabled, minute, workingDays, holidaysOf, pdf, xlsx, people } */
  reportScheduled: "report_schedule.changed",
  /** { kind, to }; personal: { note, address }: a report may leave the account */
  reportLetOut: "report_recipient.allowed",
  /** { kind, to } */
  reportKeptIn: "report_recipient.removed",
  /** { metric, part, before } */
  objectiveReset: "objective.reset",
  /** { cost, kind, amountMinor, currency, from, to, cadence, stage, source, batch }; personal: { note } */
  costRecorded: "cost.recorded",
  /** { cost, of, kind, amountMinor, currency }; personal: { note } */
  costReversed: "cost.reversed",
  /** { batch, costs, refused }; personal: { file } */
  costsImported: "costs.imported",
  /** { batch, costs }; personal: { note } */
  costsUndone: "costs.undone",
  /** { country, category, micros, currency, from, before } */
  priceSet: "message_price.set",
  /** { country, category, micros, currency, from } */
  priceRemoved: "message_price.removed",
  /** { currency, into, day, rate, source, before } */
  rateSet: "exchange_rate.set",
  /** { currency, into, day, rate, source } */
  rateRemoved: "exchange_rate.removed",
  /** { metric, side, raise, clear, readings, days, least, note, mail, on, before }; personal: { note } */
  alertRuleSet: "alert_rule.set",
  /** { metric, before } */
  alertRuleReset: "alert_rule.reset",
  /** { alert, metric, currency, day, figure, n, side, raise, clear, readings, days } */
  alertRaised: "alert.raised",
  /** { alert, metric, currency, day, figure, because }: `well` or `unwatched` */
  alertCleared: "alert.cleared",
  /** { benchmark, metric, from, to, part, label, source, dated, before }; personal: { note } */
  benchmarkSet: "benchmark.set",
  /** { benchmark, metric, from, to, part, label, source, dated }; personal: { note } */
  benchmarkRemoved: "benchmark.removed",
  /** { benchmark, metric, from, to }; personal: { note } */
  benchmarkReset: "benchmark.reset",
  /** { alert, metric, currency }; personal: { note } */
  alertAcknowledged: "alert.acknowledged",
} as const;
