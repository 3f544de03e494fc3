import { DAY, HOUR, type Instant, MINUTE } from "../../../../shared/instant.js";

/** What a mail is for. */
export const MAIL_PURPOSES = ["report", "alert", "escalation"] as const;
export type MailPurpose = (typeof MAIL_PURPOSES)[number];

/** `given_up`: the server never took it in two days. */
export const MAIL_STATES = ["due", "sent", "refused", "given_up"] as const;
export type MailState = (typeof MAIL_STATES)[number];

const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR] as const;
const LATER = 4 * HOUR;
/** News two days old is no news; the report itself stays in Saldo. */
const WORTH_SENDING = 2 * DAY;

/** When a mail that was not taken is tried again; null when that is not worth it any more. @param attempts so far, at least one */
export function triedAgainAt(attempts: number, createdAt: Instant, now: Instant): Instant | null {
  const at = now + (PAUSES[attempts - 1] ?? LATER);
  return at - createdAt > WORTH_SENDING ? null : at;
}
