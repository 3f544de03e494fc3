import { phoneKey } from "../../../shared/phone-key.js";

/** Digits as WhatsApp writes a number. */
const NUMBER = /^\d{1,15}$/;

/** The key of the number a WhatsApp id is; null for the id of a username (`CO.7712…`, `CO.ENT.…`) and for anything else: no digits of it are a number. */
export function numberOf(whatsappId: string): string | null {
  return NUMBER.test(whatsappId) ? phoneKey(whatsappId) : null;
}

/** What the WhatsApp ids of one contact in one inbox say about a number. */
export type Whose =
  /** Every number among them is this one, whichever its spelling; `ids` are those that are it. */
  | { readonly is: "the_number"; readonly ids: readonly string[] }
  /** One number, and not this one. */
  | { readonly is: "another_number" }
  /** Two lines under one contact: what one of them writes stands under the name of the other. */
  | { readonly is: "several_numbers" }
  /** Usernames alone, or nothing. */
  | { readonly is: "no_number" };

/**
 * Whether a contact that has these ids is the person behind the number. A username beside the number is no second number: the helpdesk binds
 * it when the same person writes under it. Which of the ids a conversation sends to is another question.
 */
export function whoseNumber(ids: readonly string[], number: string): Whose {
  const wanted = phoneKey(number);
  const keys = new Set(ids.flatMap((id) => numberOf(id) ?? []));
  if (keys.size > 1) return { is: "several_numbers" };
  if (keys.size === 0) return { is: "no_number" };
  return keys.has(wanted) ? { is: "the_number", ids: ids.filter((id) => numberOf(id) === wanted) } : { is: "another_number" };
}
