import type { SandboxContext } from "../context.js";
import type { ContactDraft, Contacts } from "../host/contacts.js";
import { CONTAINING, EQUALITY, filterPredicate, PRESENCE } from "../host/filters.js";
import { notFound, unprocessable } from "../host/host-error.js";
import type { Call, HostRouter } from "../http/host-router.js";
import type { Params } from "../http/params.js";
import { contactJson, conversationJson, inboxSlimJson } from "../serializers/rest.js";
import type { ContactRecord, JsonObject } from "../state/records.js";
import { findContact, findInbox, seesInbox } from "./lookup.js";

const PER_PAGE = 15;
const CONVERSATIONS_SHOWN = 20;

const FILTER_COLUMNS = {
  name: { read: (row: ContactRecord) => row.name, operators: CONTAINING },
  phone_number: { read: (row: ContactRecord) => row.phoneNumber, operators: [...CONTAINING, "starts_with"] },
  email: { read: (row: ContactRecord) => row.email, operators: CONTAINING },
  identifier: { read: (row: ContactRecord) => row.identifier, operators: EQUALITY },
  labels: { read: (row: ContactRecord) => row.labels, operators: PRESENCE },
  blocked: { read: (row: ContactRecord) => row.blocked, operators: EQUALITY },
};

export function contactRoutes(router: HostRouter, context: SandboxContext, contacts: Contacts): void {
  const { world, clock } = context;
  const page = (call: Call, rows: readonly ContactRecord[]) => {
    const current = call.params.integer("page") ?? 1;
    return { current, shown: rows.slice((current - 1) * PER_PAGE, current * PER_PAGE) };
  };
  const view = (call: Call, contact: ContactRecord): JsonObject =>
    contactJson(world, contact, call.params.text("include_contact_inboxes") !== "false");
  /** Contacts without email, phone and identifier are nobody yet: lists leave them out. */
  const identified = (call: Call) =>
    world.contacts.where((row) => row.accountId === call.account.id && Boolean(row.email ?? row.phoneNumber ?? row.identifier));

  router.on("GET", "/contacts", {}, (call) => {
    const labels = call.params.texts("labels");
    const rows = identified(call).filter((row) => !labels || row.labels.some((label) => labels.includes(label)));
    const { current, shown } = page(call, rows);
    return { meta: { count: rows.length, current_page: current }, payload: shown.map((row) => view(call, row)) };
  });
  router.on("GET", "/contacts/search", {}, (call) => {
    const wanted = call.params.text("q")?.trim();
    if (!wanted) throw unprocessable("Specify search string with parameter q");
    const folded = wanted.toLowerCase();
    const rows = world.contacts.where(
      (row) =>
        row.accountId === call.account.id &&
        ([row.name, row.email, row.phoneNumber].some((field) => field?.toLowerCase().includes(folded)) ||
          (row.identifier?.includes(wanted) ?? false)),
    );
    const { current, shown } = page(call, rows);
    const meta = { count: shown.length, current_page: current, has_more: rows.length > current * PER_PAGE };
    return { meta, payload: shown.map((row) => view(call, row)) };
  });
  router.on("POST", "/contacts/filter", {}, (call) => {
    const payload = (call.params.list("payload") ?? []).map(withPlus);
    const custom = (key: string) =>
      world.attributeDefinitions.find((row) => row.accountId === call.account.id && row.model === "contact_attribute" && row.key === key)
        ? { read: (row: ContactRecord) => row.customAttributes[key] ?? null, operators: [...CONTAINING, "is_present", "is_not_present"] }
        : undefined;
    const rows = identified(call).filter(filterPredicate(payload, FILTER_COLUMNS, custom, clock.now()));
    const { current, shown } = page(call, rows);
    return { meta: { count: rows.length, current_page: current }, payload: shown.map((row) => view(call, row)) };
  });
  router.on("POST", "/contacts", {}, (call) => {
    const inboxId = call.params.integer("inbox_id");
    const inbox = inboxId === undefined ? undefined : findInbox(world, call, inboxId);
    const draft = draftOf(call.params);
    const sourceId = call.params.text("source_id");
    // One transaction in the host: a number that cannot be bound leaves no contact behind.
    if (inbox) contacts.bindable(inbox, sourceId ?? draft.phoneNumber?.slice(1));
    const contact = contacts.create(call.account.id, draft);
    const binding = inbox && contacts.bind(contact, inbox, sourceId);
    return {
      payload: {
        contact: contactJson(world, contact, true),
        contact_inbox: { inbox: inbox ? inboxSlimJson(inbox) : null, source_id: binding?.sourceId ?? null },
      },
    };
  });
  router.on("GET", "/contacts/:contact_id", {}, (call) => ({ payload: view(call, findContact(world, call)) }));
  router.on("DELETE", "/contacts/:contact_id", { administrators: true }, (call) => {
    world.removeContact(findContact(world, call));
    return undefined;
  });
  router.on(["PATCH", "PUT"], "/contacts/:contact_id", {}, (call) => {
    const contact = findContact(world, call);
    contacts.update(contact, draftOf(call.params));
    return { payload: view(call, contact) };
  });
  router.on("POST", "/actions/contact_merge", {}, (call) => {
    const of = (key: string) => {
      const contact = world.contacts.get(call.params.integer(key));
      if (contact?.accountId !== call.account.id) throw notFound();
      return contact;
    };
    const [base, mergee] = [of("base_contact_id"), of("mergee_contact_id")];
    if (base.id !== mergee.id) contacts.merge(base, mergee);
    return contactJson(world, base, false);
  });
  router.on("POST", "/contacts/:contact_id/destroy_custom_attributes", {}, (call) => {
    const contact = findContact(world, call);
    contacts.removeCustomAttributes(contact, call.params.texts("custom_attributes") ?? []);
    return { payload: contactJson(world, contact, false) };
  });
  router.on("GET", "/contacts/:contact_id/conversations", {}, (call) => {
    const visible = world.conversationsOf(findContact(world, call).id).filter((row) => seesInbox(call, world.inboxes.must(row.inboxId)));
    const newest = [...visible].sort((a, b) => b.lastActivityAt - a.lastActivityAt || b.id - a.id).slice(0, CONVERSATIONS_SHOWN);
    return { payload: newest.map((row) => conversationJson(world, row, clock.now())) };
  });
  router.on("GET", "/contacts/:contact_id/contactable_inboxes", {}, (call) => {
    const contact = findContact(world, call);
    const inboxes = world.inboxes.where((row) => row.accountId === call.account.id && seesInbox(call, row));
    const sourceId = contact.phoneNumber?.slice(1);
    return { payload: sourceId ? inboxes.map((row) => ({ inbox: inboxSlimJson(row), source_id: sourceId })) : [] };
  });
  router.on("GET", "/contacts/:contact_id/labels", {}, (call) => ({ payload: findContact(world, call).labels }));
  router.on("POST", "/contacts/:contact_id/labels", {}, (call) => {
    const contact = findContact(world, call);
    contact.labels = call.params.texts("labels") ?? [];
    return { payload: contact.labels };
  });
  router.on("POST", "/contacts/:contact_id/contact_inboxes", {}, (call) => {
    const contact = findContact(world, call);
    const inbox = findInbox(world, call, call.params.integer("inbox_id"));
    const row = contacts.bind(contact, inbox, call.params.text("source_id"));
    return { source_id: row.sourceId, inbox: inboxSlimJson(inbox) };
  });
}

function draftOf(params: Params): ContactDraft {
  return {
    name: params.text("name"),
    email: params.textOrNull("email"),
    phoneNumber: params.textOrNull("phone_number"),
    identifier: params.textOrNull("identifier"),
    blocked: params.flag("blocked"),
    additionalAttributes: params.hash("additional_attributes"),
    customAttributes: params.hash("custom_attributes"),
  };
}

/** The host normalises phone numbers in filters to `+digits`. */
function withPlus(condition: Parameters<typeof filterPredicate>[0][number]): typeof condition {
  if (condition === null || typeof condition !== "object" || Array.isArray(condition)) return condition;
  const { values, attribute_key: key } = condition;
  if (key !== "phone_number" || !Array.isArray(values)) return condition;
  return { ...condition, values: values.map((value) => `+${String(value).replace(/\+/gu, "")}`) };
}
