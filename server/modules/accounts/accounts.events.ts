/** Journal event types of the accounts module, payload version 1 each. */
export const AccountEvent = {
  /** { hostAccount, inbox, declaration, again }; personal: { acceptedBy } */
  connected: "account.connected",
  /** { changed: names of the settings } */
  changed: "account.changed",
  /** { trouble, halts }: something is wrong with the account's place in the helpdesk, and is over again */
  troubled: "account.troubled",
  recovered: "account.recovered",
  /** { bot, again }: the sender's token had been reset, or the bot was gone, and Saldo has the new one */
  senderRenewed: "account.sender_renewed",
  /** { plan: digest of the plan the administrator saw } */
  dispatchEnabled: "dispatch.enabled",
  dispatchDisabled: "dispatch.disabled",
  /** personal: { reason }; by the system { code } instead */
  dispatchStopped: "dispatch.stopped",
  /** personal: { reason } */
  dispatchResumed: "dispatch.resumed",
  /** { session, role } */
  sessionStarted: "session.started",
  /** { session, reason: signed_out | ended_elsewhere | replaced | access_lost } */
  sessionEnded: "session.ended",
  /** { refusal, code, count, since, until }: requests refused at the account's doors */
  refusalsCounted: "refusals.counted",
  /** { key, scopes } */
  apiKeyCreated: "api_key.created",
  apiKeyRevoked: "api_key.revoked",
  /** { mail, purpose, about, data, to, attempts, problem }: the mail server took it, refused it for good, or never took it in two days */
  mailSent: "mail.sent",
  mailRefused: "mail.refused",
  mailGivenUp: "mail.given_up",
  /** { user } */
  complianceGranted: "compliance.granted",
  complianceWithdrawn: "compliance.withdrawn",
  /** Scheduled work could not be done for the account: { work, problem } */
  workInterrupted: "work.interrupted",
  /** One row could not be worked on: { work, subject: its table, problem } */
  workParked: "work.parked",
  /** Somebody said to try again: { work, subject or null, problem } */
  workReleased: "work.released",
  /** It is done again: { work, subject or null, since, attempts } */
  workResumed: "work.resumed",
} as const;
