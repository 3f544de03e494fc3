import type { Recording, SentMessage } from "../days/recording.js";

const DAY = 86_400_000;

/** What reached Meta and was not refused. */
export function reached({ sent }: Pick<Recording, "sent">): readonly SentMessage[] {
  return sent.filter(({ refusal }) => refusal === null).toSorted((a, b) => a.at - b.at || a.id - b.id);
}

/** Messages that begin a contact. What answers the debtor within 24 hours is none; the check `answers` sees to it that they do. */
export function contacts(recording: Pick<Recording, "sent">): readonly SentMessage[] {
  return reached(recording).filter(({ kind }) => kind === "template");
}

/** Whether somebody had written within the 24 hours before. */
export function isAnswer(message: SentMessage, written: ReadonlyMap<string, readonly number[]>): boolean {
  return (written.get(message.to) ?? []).some((at) => at <= message.at && message.at - at < DAY);
}

/** When each number wrote. */
export function writings({ received }: Pick<Recording, "received">): ReadonlyMap<string, readonly number[]> {
  const byPhone = new Map<string, number[]>();
  for (const { from, at } of received) byPhone.set(from, [...(byPhone.get(from) ?? []), at]);
  return byPhone;
}

/** What a message says it is about: the creditor's references in it. */
export function referencesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\b[A-Z]{2,5}-\d{7}\b/gu))];
}

/** Whether a message names only the first of its accounts and counts the rest. */
export function shortens(text: string): boolean {
  return /\d+ (?:más|mais|more)\)/u.test(text);
}

/** What is on its way when something is said cannot be called back: a send is given up after twenty seconds at the latest. */
export const ON_ITS_WAY = 20_000;
