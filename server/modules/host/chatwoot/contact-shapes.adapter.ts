import { z } from "zod";
import { anyReadable, eachReadable, orNull } from "./readable.adapter.js";
import { id, PersonShape } from "./shapes.adapter.js";

/** What Saldo reads of Chatwoot's contacts. */

/** A binding of our inbox whose id cannot be read is not left out: it stands for somebody whom nobody knows. */
const ContactInbox = z.looseObject({ source_id: z.string().catch(""), inbox: orNull(z.looseObject({ id })) });

export type Contact = z.output<typeof PersonShape>;
export const ContactAnswer = z.object({ payload: z.looseObject({ ...PersonShape.shape, contact_inboxes: anyReadable(ContactInbox) }) });
export const ContactList = z.object({ payload: eachReadable(z.looseObject({ id })) });
export const CreatedContact = z.object({
  payload: z.looseObject({ contact: PersonShape, contact_inbox: orNull(z.looseObject({ source_id: z.string() })) }),
});
/** `contact_inboxes/filter` answers with the bare contact. */
export const FoundContact = z.union([z.object({ payload: PersonShape }).transform(({ payload }) => payload), PersonShape]);
export const ValidationError = z.looseObject({ attributes: z.array(z.string()).catch([]) }).catch({ attributes: [] });
