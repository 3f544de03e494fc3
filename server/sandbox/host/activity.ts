import type { ConversationRecord, JsonObject } from "../state/records.js";
import type { World } from "../state/world.js";

interface ActivityLine {
  readonly text: string;
  readonly attributes?: JsonObject;
}

const STATUS_SENTENCES = {
  open: "Conversation was reopened by",
  resolved: "Conversation was marked resolved by",
  pending: "Conversation was marked as pending by",
  snoozed: "Conversation was snoozed by",
} as const;

/** The grey lines the host writes into a conversation. A change nobody made by hand (the debtor's reply) leaves none. */
export function describeChange(world: World, before: ConversationRecord, after: ConversationRecord, by: string | null): ActivityLine[] {
  if (by === null) return [];
  const lines: ActivityLine[] = [];
  if (before.status !== after.status) {
    lines.push({
      text: `${STATUS_SENTENCES[after.status]} ${by}`,
      attributes: { activity: { type: "conversation_status_changed", status: after.status } },
    });
  }
  const added = after.labels.filter((label) => !before.labels.includes(label));
  const removed = before.labels.filter((label) => !after.labels.includes(label));
  if (added.length > 0) lines.push({ text: `${by} added ${added.join(", ")}` });
  if (removed.length > 0) lines.push({ text: `${by} removed ${removed.join(", ")}` });
  if (before.assigneeId !== after.assigneeId) {
    const assignee = world.users.get(after.assigneeId);
    lines.push({ text: assignee ? `Assigned to ${assignee.name} by ${by}` : `Conversation unassigned by ${by}` });
  }
  if (before.teamId !== after.teamId) {
    const team = world.teams.get(after.teamId);
    const former = world.teams.get(before.teamId);
    lines.push({ text: team ? `Assigned to ${team.name} by ${by}` : `Unassigned from ${former?.name ?? "team"} by ${by}` });
  }
  if (before.priority !== after.priority) {
    lines.push({ text: after.priority ? `${by} set the priority to ${after.priority}` : `${by} removed the priority` });
  }
  return lines;
}
