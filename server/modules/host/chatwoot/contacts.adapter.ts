import { Injectable } from "@nestjs/common";
import { conflict } from "../../../shared/errors.js";
import type { HostAccess, HostContact } from "../host-api.port.js";
import { ChatwootClient, type HostAnswer, readAnswer, refusal } from "./chatwoot-client.adapter.js";
import { type Contact, ContactAnswer, ContactList, CreatedContact, FoundContact, ValidationError } from "./contact-shapes.adapter.js";
import { personOf } from "./mapping.adapter.js";

/**
 * Finds or makes the contact that owns a number in an inbox. The number is the key: a conversation sends to the number of its contact inbox
 * for ever, so a debtor with a new number gets another contact, never an edited one.
 */
@Injectable()
export class ChatwootContacts {
  constructor(private readonly client: ChatwootClient) {}

  async ensure(access: HostAccess, inboxId: number, contact: { phone: string; name: string; identifier: string }): Promise<HostContact> {
    const sourceId = contact.phone.replace(/\D/g, "");
    const owner = await this.ownerOf(access, inboxId, sourceId);
    if (owner !== null) return hostContact(owner, sourceId);
    return this.create(access, inboxId, sourceId, contact);
  }

  /** Creating a second contact inbox for an owned number makes the host rename the first one, and fail: it is asked first. */
  private async ownerOf(access: HostAccess, inboxId: number, sourceId: string): Promise<Contact | null> {
    const path = `/api/v1/accounts/${access.hostAccountId}/contact_inboxes/filter`;
    const answer = await this.client.ask(access, "POST", path, { inbox_id: inboxId, source_id: sourceId });
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw refusal(answer.status);
    return readAnswer(FoundContact, answer);
  }

  private async byPhone(access: HostAccess, phone: string): Promise<number | null> {
    const filter = { attribute_key: "phone_number", filter_operator: "equal_to", values: [phone], query_operator: null };
    const path = `/api/v1/accounts/${access.hostAccountId}/contacts/filter`;
    const found = await this.client.call(access, ContactList, "POST", path, { payload: [filter] });
    return found.payload[0]?.id ?? null;
  }

  private async bind(access: HostAccess, inboxId: number, contactId: number, sourceId: string): Promise<HostContact> {
    const contact = await this.client.call(access, ContactAnswer, "GET", `/api/v1/accounts/${access.hostAccountId}/contacts/${contactId}`);
    const bound = contact.payload.contact_inboxes.some((row) => row.inbox?.id === inboxId && row.source_id === sourceId);
    if (bound) return hostContact(contact.payload, sourceId);
    const path = `/api/v1/accounts/${access.hostAccountId}/contacts/${contactId}/contact_inboxes`;
    const answer = await this.client.ask(access, "POST", path, { inbox_id: inboxId, source_id: sourceId });
    if (answer.status === 422) return this.takenMeanwhile(access, inboxId, sourceId);
    if (answer.status !== 200) throw refusal(answer.status);
    return hostContact(contact.payload, sourceId);
  }

  private async create(
    access: HostAccess,
    inboxId: number,
    sourceId: string,
    contact: { phone: string; name: string; identifier: string },
  ): Promise<HostContact> {
    const path = `/api/v1/accounts/${access.hostAccountId}/contacts`;
    const fields = { name: contact.name, phone_number: contact.phone, inbox_id: inboxId };
    let answer = await this.client.ask(access, "POST", path, { ...fields, identifier: contact.identifier });
    // The identifier still belongs to the contact of the debtor's former number: the new one does without.
    if (taken(answer, "identifier")) answer = await this.client.ask(access, "POST", path, fields);
    if (taken(answer, "phone_number")) {
      const known = await this.byPhone(access, contact.phone);
      if (known !== null) return this.bind(access, inboxId, known, sourceId);
    }
    if (answer.status === 422) return this.takenMeanwhile(access, inboxId, sourceId);
    if (answer.status !== 200) throw refusal(answer.status);
    const { contact: created, contact_inbox } = readAnswer(CreatedContact, answer).payload;
    return { ...hostContact(created, contact_inbox?.source_id ?? sourceId), created: true };
  }

  /** Someone made it between our look and our write; or the number belongs to a contact the host cannot move it from. */
  private async takenMeanwhile(access: HostAccess, inboxId: number, sourceId: string): Promise<HostContact> {
    const owner = await this.ownerOf(access, inboxId, sourceId);
    if (owner !== null) return hostContact(owner, sourceId);
    throw conflict("host.number_refused", "The helpdesk does not take the debtor's number for this inbox.", {
      remedy: "Look the number up in the helpdesk's contacts: it may be invalid or bound to another contact.",
    });
  }
}

function hostContact(contact: Contact, sourceId: string): HostContact {
  return { contactId: contact.id, sourceId, created: false, person: personOf(contact) };
}

function taken(answer: HostAnswer, attribute: string): boolean {
  return answer.status === 422 && ValidationError.parse(answer.json).attributes.includes(attribute);
}
