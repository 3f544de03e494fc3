/** Journal event types of the numbers; version 1 each. */
export const kpisEvents = {
  /** { metric, part, from, to, attention, before }; personal: { note } */
  objectiveSet: "objective.set",
  /** { metric, part, before } */
  objectiveReset: "objective.reset",
} as const;
