import type { ConversationRecord } from "../state/records.js";
import type { World } from "../state/world.js";

/** The host's round robin over online inbox members, only those of the team when the conversation has one; undefined when nobody fits. */
export function pickAgent(world: World, conversation: ConversationRecord): number | undefined {
  const inbox = world.inboxes.must(conversation.inboxId);
  if (!inbox.enableAutoAssignment) return undefined;
  if (conversation.assigneeId !== null && inbox.memberIds.includes(conversation.assigneeId)) return undefined;
  const team = world.teams.get(conversation.teamId);
  if (team && !team.allowAutoAssign) return undefined;
  const candidates = inbox.memberIds.filter(
    (id) => world.membership(inbox.accountId, id)?.availability === "online" && (!team || team.memberIds.includes(id)),
  );
  return candidates.length === 0 ? undefined : candidates[conversation.displayId % candidates.length];
}
