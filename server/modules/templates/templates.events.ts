/** Journal event types of the templates; version 1 each. */
export const templateEvents = { statusChanged: "template.status_changed" } as const;
