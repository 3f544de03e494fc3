import { notAuthorized, notFound } from "../host/host-error.js";
import type { Call } from "../http/host-router.js";
import type { ContactRecord, ConversationRecord, InboxRecord, TeamRecord } from "../state/records.js";
import type { World } from "../state/world.js";

/** Finding a record inside the call's account, with the host's policy on it: 404 when absent, 401 when out of sight. */

export function findInbox(world: World, call: Call, id: number | undefined): InboxRecord {
  const inbox = world.inboxes.get(id);
  if (inbox?.accountId !== call.account.id || inbox.removed) throw notFound();
  if (!seesInbox(call, inbox)) throw notAuthorized();
  return inbox;
}

export function findContact(world: World, call: Call, key = "contact_id"): ContactRecord {
  const contact = world.contacts.get(call.params.id(key));
  if (contact?.accountId !== call.account.id) throw notFound();
  return contact;
}

export function findTeam(world: World, call: Call, id: number | undefined): TeamRecord {
  const team = world.teams.get(id);
  if (team?.accountId !== call.account.id) throw notFound();
  return team;
}

export function findConversation(world: World, call: Call): ConversationRecord {
  const conversation = world.conversation(call.account.id, call.params.id("conversation_id"));
  if (!conversation || world.inboxes.must(conversation.inboxId).removed) throw notFound();
  const team = world.teams.get(conversation.teamId);
  const byTeam = team?.memberIds.includes(call.userId) ?? false;
  if (!byTeam && !seesInbox(call, world.inboxes.must(conversation.inboxId))) throw notAuthorized();
  return conversation;
}

/** Administrators and bots see every inbox of the account, agents those they are members of. */
export function seesInbox(call: Call, inbox: InboxRecord): boolean {
  if (inbox.removed) return false;
  return call.isAdministrator || call.actor.kind === "bot" || inbox.memberIds.includes(call.userId);
}
