/** Journal event types of the cadences; version 1 each. */
export const cadenceEvents = { published: "cadence.published", planned: "messages.planned" } as const;
