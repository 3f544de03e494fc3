/** Journal event types of the host module, payload version 1 each. */
export const HostEvent = {
  /** { delivery, problem, attempts }: a webhook that failed three times is set aside */
  deliveryParked: "host.delivery_parked",
  /** { conversation, expectedMessage }: the helpdesk no longer knows a message it had: it was restored from a backup */
  rolledBack: "host.rolled_back",
  /** { inbox, state }: the inbox says that it does not take what debtors write, or is gone: no reminder leaves */
  inboxClosed: "host.inbox_closed",
  /** { inbox, state: the former one, from, until }: it takes messages again; what was written between may be lost */
  inboxOpened: "host.inbox_opened",
  /** {}: the webhook was gone or changed in the helpdesk and was installed again */
  webhookRestored: "host.webhook_restored",
} as const;
