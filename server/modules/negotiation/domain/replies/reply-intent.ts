/**
 * What a debtor's own words can mean, what must be seen to first standing first: where a message says several things, the first is what it
 * is taken for. What each means is told beside the labelled replies, in `test/replies/README.md`.
 */
export const REPLY_INTENTS = [
  "self_harm",
  "deceased",
  "opt_out",
  "adviser",
  "court",
  "regulator",
  "illness",
  "hardship",
  "complaint",
  "threat",
  "wrong_person",
  "dispute",
  "already_paid",
  "partial_promise",
  "payment_plan",
  "promise",
  "more_time",
  "shared_number",
  "talk_to_person",
  "pay_now",
  "question",
  "acknowledgement",
  "unrelated",
  "unclear",
] as const;

export type ReplyIntent = (typeof REPLY_INTENTS)[number];

export function isReplyIntent(name: string): name is ReplyIntent {
  return (REPLY_INTENTS as readonly string[]).includes(name);
}
