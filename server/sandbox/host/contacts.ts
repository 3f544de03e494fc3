import type { SandboxContext } from "../context.js";
import type { Changes } from "../events.js";
import type { ContactInboxRecord, ContactRecord, InboxRecord, JsonObject } from "../state/records.js";
import { toIso } from "../../shared/instant.js";
import { secureToken } from "../tokens.js";
import { recordInvalid, unprocessable } from "./host-error.js";

export interface ContactDraft {
  name?: string;
  email?: string | null;
  phoneNumber?: string | null;
  identifier?: string | null;
  blocked?: boolean;
  additionalAttributes?: JsonObject;
  customAttributes?: JsonObject;
}

const E164 = /^\+[1-9]\d{1,14}$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;
const WHATSAPP_SOURCE_ID = /^(?:\d{1,15}|[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128})$/;

/** Contacts and the numbers they are reached at in an inbox. */
export class Contacts {
  constructor(private readonly context: SandboxContext) {}

  create(accountId: number, draft: ContactDraft): ContactRecord {
    this.validate(accountId, draft, undefined);
    const { world, clock, events } = this.context;
    const now = clock.now();
    const contact = world.contacts.insert({
      id: world.contacts.nextId(),
      accountId,
      name: draft.name ?? "",
      email: draft.email?.toLowerCase() || null,
      phoneNumber: draft.phoneNumber || null,
      identifier: draft.identifier || null,
      blocked: draft.blocked ?? false,
      additionalAttributes: draft.additionalAttributes ?? {},
      customAttributes: draft.customAttributes ?? {},
      labels: [],
      lastActivityAt: null,
      createdAt: now,
      updatedAt: now,
    });
    events.emit({ name: "contact_created", contact });
    return contact;
  }

  /** Attribute hashes are merged, as the host does for contacts (and only for contacts). */
  update(contact: ContactRecord, draft: ContactDraft): void {
    this.validate(contact.accountId, draft, contact.id);
    const before = { ...contact };
    if (draft.name !== undefined) contact.name = draft.name;
    if (draft.email !== undefined) contact.email = draft.email?.toLowerCase() || null;
    if (draft.phoneNumber !== undefined) contact.phoneNumber = draft.phoneNumber || null;
    if (draft.identifier !== undefined) contact.identifier = draft.identifier || null;
    if (draft.blocked !== undefined) contact.blocked = draft.blocked;
    if (draft.additionalAttributes) contact.additionalAttributes = { ...contact.additionalAttributes, ...draft.additionalAttributes };
    if (draft.customAttributes) contact.customAttributes = { ...contact.customAttributes, ...draft.customAttributes };
    this.announce(contact, before);
  }

  /** The base keeps what it has and takes what it lacks; the other is gone. Nothing is announced but what changed of the base. */
  merge(base: ContactRecord, mergee: ContactRecord): void {
    const { world } = this.context;
    const before = { ...base };
    world.reassign(mergee.id, base.id);
    world.contacts.delete(mergee.id);
    base.email ??= mergee.email;
    base.phoneNumber ??= mergee.phoneNumber;
    base.identifier ??= mergee.identifier;
    base.additionalAttributes = { ...mergee.additionalAttributes, ...base.additionalAttributes };
    base.customAttributes = { ...mergee.customAttributes, ...base.customAttributes };
    this.announce(base, before);
  }

  removeCustomAttributes(contact: ContactRecord, keys: readonly string[]): void {
    const before = { ...contact };
    contact.customAttributes = Object.fromEntries(Object.entries(contact.customAttributes).filter(([key]) => !keys.includes(key)));
    this.announce(contact, before);
  }

  touch(contact: ContactRecord): void {
    const before = { ...contact };
    contact.lastActivityAt = this.context.clock.now();
    this.announce(contact, before);
  }

  /** Binds a number to an inbox, or returns the binding there is. Without `sourceId` it is the contact's phone without `+`. */
  bind(contact: ContactRecord, inbox: InboxRecord, sourceId?: string): ContactInboxRecord {
    const { world, clock, entropy } = this.context;
    const wanted = this.bindable(inbox, sourceId ?? contact.phoneNumber?.slice(1), contact.id);
    const existing = world.contactInbox(inbox.id, wanted);
    if (existing) return existing;
    const now = clock.now();
    return world.addContactInbox({
      id: world.contactInboxes.nextId(),
      contactId: contact.id,
      inboxId: inbox.id,
      sourceId: wanted,
      pubsubToken: secureToken(entropy),
      createdAt: now,
      updatedAt: now,
    });
  }

  /** The WhatsApp id, when the contact may have it in this inbox; a contact that does not exist yet may have no one else's. */
  bindable(inbox: InboxRecord, sourceId: string | undefined, contactId?: number): string {
    if (!sourceId) throw unprocessable("param is missing or the value is empty: contact phone number");
    const holder = this.context.world.contactInbox(inbox.id, sourceId);
    // The host tries to rename the other contact's binding, and its own validation refuses the new name (issue 12251).
    if ((holder && holder.contactId !== contactId) || !WHATSAPP_SOURCE_ID.test(sourceId)) {
      throw recordInvalid(
        "Source invalid source id for whatsapp inbox. valid Regex (?-mix:\\A(?:\\d{1,15}|[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128})\\z)",
        "source_id",
      );
    }
    return sourceId;
  }

  private validate(accountId: number, draft: ContactDraft, self: number | undefined): void {
    const others = (test: (row: ContactRecord) => boolean) =>
      this.context.world.contacts.find((row) => row.accountId === accountId && row.id !== self && test(row)) !== undefined;
    const failed: [attribute: string, sentence: string][] = [];
    const email = draft.email?.toLowerCase();
    if (email && others((row) => row.email === email)) failed.push(["email", "Email has already been taken"]);
    if (email && !EMAIL.test(email)) failed.push(["email", "Email Invalid email"]);
    if (draft.identifier && others((row) => row.identifier === draft.identifier)) {
      failed.push(["identifier", "Identifier has already been taken"]);
    }
    if (draft.phoneNumber && others((row) => row.phoneNumber === draft.phoneNumber)) {
      failed.push(["phone_number", "Phone number has already been taken"]);
    }
    if (draft.phoneNumber && !E164.test(draft.phoneNumber)) failed.push(["phone_number", "Phone number should be in e164 format"]);
    if (failed.length > 0) {
      throw recordInvalid(failed.map(([, sentence]) => sentence).join(", "), ...new Set(failed.map(([attribute]) => attribute)));
    }
  }

  private announce(contact: ContactRecord, before: ContactRecord): void {
    const changes: Changes = {};
    const note = (column: string, from: Changes[string][0], to: Changes[string][0]) => {
      if (JSON.stringify(from) !== JSON.stringify(to)) changes[column] = [from, to];
    };
    note("name", before.name, contact.name);
    note("email", before.email, contact.email);
    note("phone_number", before.phoneNumber, contact.phoneNumber);
    note("identifier", before.identifier, contact.identifier);
    note("blocked", before.blocked, contact.blocked);
    note("additional_attributes", before.additionalAttributes, contact.additionalAttributes);
    note("custom_attributes", before.customAttributes, contact.customAttributes);
    const iso = (instant: number | null) => (instant === null ? null : toIso(instant));
    note("last_activity_at", iso(before.lastActivityAt), iso(contact.lastActivityAt));
    if (Object.keys(changes).length === 0) return;
    contact.updatedAt = this.context.clock.now();
    changes["updated_at"] = [toIso(before.updatedAt), toIso(contact.updatedAt)];
    this.context.events.emit({ name: "contact_updated", contact, changes });
  }
}
