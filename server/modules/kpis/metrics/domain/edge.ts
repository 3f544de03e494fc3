/**
 * What a figure does with a case at the edge. `no_data`: it has no value. `not_applicable`: it has none here, another one is offered.
 * `counted`: it is in. `left_out`: it is not, and is listed. `capped`: it counts up to a limit. `subtracted`: it comes off on its own day.
 * `restated`: the past figure is made anew. `apart`: it has a line of its own. `exact`: it is never rounded out of sight.
 */
export type EdgeBehaviour =
  | "no_data"
  | "not_applicable"
  | "counted"
  | "left_out"
  | "capped"
  | "subtracted"
  | "restated"
  | "apart"
  | "exact";

/** Every edge by its code; what to read of it stands in `words/` under `edges`. */
export const EDGES = {
  zero_below: "no_data",
  small_n: "counted",
  each_currency: "apart",
  local_day: "counted",
  partial_payment: "counted",
  reversal_on_its_day: "subtracted",
  reversal_in_cohort: "restated",
  told_late: "restated",
  write_off_stays: "counted",
  write_off_in_closing: "counted",
  paid_after_write_off: "apart",
  settlement: "apart",
  overpaid: "capped",
  too_young: "left_out",
  never_rounded_away: "exact",
  no_sales: "not_applicable",
  month_length: "counted",
  older_than_sales: "no_data",
  over_hundred: "counted",
  same_length_only: "counted",
  oldest_debt: "counted",
  new_and_closed: "apart",
  write_off_no_roll: "apart",
  moves_repeat: "counted",
  never_ends: "no_data",
  still_open: "counted",
  half_not_reached: "no_data",
  closed_only: "counted",
  paid_early: "counted",
  not_due_yet: "left_out",
  superseded: "left_out",
  ended_by_dispute: "left_out",
  partly_paid: "counted",
  too_much_for_promise: "capped",
  right_person: "counted",
  late_answer: "left_out",
  not_delivered: "left_out",
  answered_once: "counted",
  after_second_contact: "left_out",
  corrected_machine: "counted",
  closed_hours: "left_out",
  never_answered: "counted",
  nobody_busy: "no_data",
  prevented_apart: "apart",
  recipient_clock: "counted",
  under_investigation: "counted",
  missing_piece: "counted",
  complaint_or_dispute: "apart",
  one_is_enough: "counted",
  nothing_recovered: "no_data",
  cost_missing: "no_data",
  gross_only: "counted",
  hold_out_only: "counted",
  no_survey_answer: "left_out",
  reviewed_cases: "counted",
} as const satisfies Readonly<Record<string, EdgeBehaviour>>;

export type Edge = keyof typeof EDGES;
