/** What a debtor can mean by pressing a button. Templates name intents; the words are each language's. */
export const INTENTS = [
  "pay_now",
  "already_paid",
  "remind_me",
  "question",
  "talk_to_person",
  "more_time",
  "payment_plan",
  "dispute",
  "wrong_person",
  "opt_out",
] as const;

export type Intent = (typeof INTENTS)[number];
