import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { conflict, type DomainError } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { type Whose, whoseNumber } from "../domain/whatsapp-id.js";
import { type EnsuredConversation, type HostAccess, HostApi, type HostContact, type HostConversationState } from "../host-api.port.js";

export interface Addressee {
  /** E.164 with `+`. */
  readonly phone: string;
  readonly name: string;
  /** The debtor's public id. */
  readonly identifier: string;
}

export interface FoundConversation {
  /** The one to write into. */
  readonly state: EnsuredConversation;
  readonly contact: HostContact;
  /** When the helpdesk was asked for the contact. */
  readonly askedAt: Instant;
  /** Whatever else the contact has in WhatsApp inboxes: who wrote there is the same person. */
  readonly others: readonly HostConversationState[];
}

/** Finds or makes, in the helpdesk, contact and conversation for a number. Without a message. */
@Injectable()
export class ConversationFinder {
  constructor(
    private readonly api: HostApi,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `host.several_numbers`, `host.number_differs`, `host.number_not_told`, and those of `HostApi` */
  async find(access: HostAccess, inboxId: number, person: Addressee): Promise<FoundConversation> {
    const askedAt = this.clock.now();
    const contact = await this.api.ensureContact(access, inboxId, { ...person, identifier: `saldo:${person.identifier}` });
    const { contactId } = contact;
    if (contact.created) {
      const state = await this.api.createConversation(access, inboxId, contactId, contact.sourceId);
      return { state, contact, askedAt, others: [] };
    }
    const all = await this.api.whatsappIds(access, inboxId, contactId);
    const whose = whoseNumber(all, person.phone);
    if (whose.is !== "the_number") throw unsure(whose.is);
    const [first, ...more] = whose.ids;
    if (first === undefined) throw unsure("no_number");
    const known = await this.api.conversationsOf(access, contactId);
    // Where the contact has other ids, usernames, only the listing by id tells which conversation sends to the number.
    const candidates = whose.ids.length === all.length ? known : await this.sendingTo(access, inboxId, [first, ...more]);
    const usable = candidates.find(
      (conversation) => conversation.inboxId === inboxId && conversation.contactId === contactId && conversation.status !== "resolved",
    );
    const state = usable ? { ...usable, created: false } : await this.api.createConversation(access, inboxId, contactId, first);
    const others = known.filter((conversation) => conversation.id !== state.id && isWhatsapp(conversation));
    return { state, contact, askedAt, others };
  }

  private async sendingTo(access: HostAccess, inboxId: number, ids: readonly string[]): Promise<readonly HostConversationState[]> {
    const found: HostConversationState[] = [];
    for (const id of ids) found.push(...(await this.api.conversationsTo(access, inboxId, id)));
    return found;
  }
}

/** Of another channel's conversations nobody can say that it is the same person who writes. */
function isWhatsapp({ channel }: HostConversationState): boolean {
  return channel === "Channel::Whatsapp";
}

const LOOK = "Look the number up in the helpdesk's contacts.";

function unsure(is: Exclude<Whose["is"], "the_number">): DomainError {
  switch (is) {
    case "several_numbers":
      return conflict("host.several_numbers", "The helpdesk's contact has two different numbers.", {
        remedy: "Find out whose numbers they are and give each person a contact of their own.",
      });
    case "another_number":
      return conflict("host.number_differs", "The helpdesk's contact has another number than the debtor.", { remedy: LOOK });
    case "no_number":
      return conflict("host.number_not_told", "The helpdesk does not tell which number its contact has.", { remedy: LOOK });
  }
}
