/** Journal event types of escalations; version 1 each. */
export const escalationEvents = {
  /** payload: case, conversation, reason */
  escalated: "case.escalated",
  /** The debtor wrote again after an answer. payload: case, conversation, reason */
  reopened: "case.reopened",
  /** An agent answered. payload: case, conversation, message */
  answered: "case.answered",
  /** Resolved in the helpdesk. payload: case, conversation, answered */
  closed: "case.closed",
  /** A clock of a case reached a level. payload: case, conversation, clock, cycle, level, due (ISO), told */
  levelReached: "case.level_reached",
  /** The helpdesk did not do what was asked. payload: action, kind, case, conversation, problem, attempts */
  actionParked: "host_action.parked",
} as const;
