/** Journal event types of escalations; version 1 each. */
export const escalationEvents = {
  /** payload: case, conversation, reason */
  escalated: "case.escalated",
  /** The debtor wrote again after an answer. payload: case, conversation, reason */
  reopened: "case.reopened",
  /** An agent answered. payload: case, conversation, message */
  answered: "case.answered",
  /** Resolved in the helpdesk, or closed by a person, then with its outcome. payload: case, conversation, answered, outcome?; personal: note? */
  closed: "case.closed",
  /** A clock of a case reached a level. payload: case, conversation, clock, cycle, level, due (ISO), told */
  levelReached: "case.level_reached",
  /** Resolved in the helpdesk while a hold waits for a person's decision. payload: case, conversation, reason */
  keptOpen: "case.kept_open",
  /** Claimed, given or handed over. payload: case, conversation, from, to (helpdesk users or null); personal: note? */
  assigned: "case.assigned",
  /** payload: case, conversation, until (null: back at once); personal: note */
  snoozed: "case.snoozed",
  /** payload: case, conversation; personal: note */
  noted: "case.noted",
  /** payload: case, conversation, check, done */
  ticked: "case.ticked",
  /** payload: version, before, after (JSON), effect; personal: note */
  policyPublished: "escalation_policy.published",
  /** payload: calendar, version, before, after (JSON), effect; personal: note */
  calendarPublished: "business_calendar.published",
  /** The helpdesk did not do what was asked. payload: action, kind, case, conversation, problem, attempts */
  actionParked: "host_action.parked",
} as const;
