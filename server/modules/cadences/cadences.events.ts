/** Journal event types of the cadences; version 1 each. */
export const cadenceEvents = {
  created: "cadence.created",
  published: "cadence.published",
  paused: "cadence.paused",
  resumed: "cadence.resumed",
  archived: "cadence.archived",
  reordered: "cadences.reordered",
  planned: "messages.planned",
} as const;
