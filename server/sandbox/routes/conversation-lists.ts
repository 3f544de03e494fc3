import type { SandboxContext } from "../context.js";
import { CONTAINING, DATES, EQUALITY, filterPredicate, PRESENCE } from "../host/filters.js";
import type { Call, HostRouter } from "../http/host-router.js";
import { conversationJson } from "../serializers/rest.js";
import type { ConversationRecord, JsonObject } from "../state/records.js";
import { findTeam, seesInbox } from "./lookup.js";

const PER_PAGE = 25;

const FILTER_COLUMNS = {
  status: { read: (row: ConversationRecord) => [row.status, "all"], operators: EQUALITY },
  assignee_id: { read: (row: ConversationRecord) => row.assigneeId, operators: PRESENCE },
  inbox_id: { read: (row: ConversationRecord) => row.inboxId, operators: PRESENCE },
  team_id: { read: (row: ConversationRecord) => row.teamId, operators: PRESENCE },
  contact_id: { read: (row: ConversationRecord) => row.contactId, operators: EQUALITY },
  priority: { read: (row: ConversationRecord) => row.priority, operators: EQUALITY },
  display_id: { read: (row: ConversationRecord) => row.displayId, operators: CONTAINING },
  labels: { read: (row: ConversationRecord) => row.labels, operators: PRESENCE },
  created_at: { read: (row: ConversationRecord) => row.createdAt, operators: DATES },
  last_activity_at: { read: (row: ConversationRecord) => row.lastActivityAt, operators: DATES },
};

const newestFirst = (a: ConversationRecord, b: ConversationRecord) => b.lastActivityAt - a.lastActivityAt || b.id - a.id;
const SORTS: Record<string, typeof newestFirst> = {
  last_activity_at_asc: (a, b) => newestFirst(b, a),
  created_at_asc: (a, b) => a.createdAt - b.createdAt || a.id - b.id,
  created_at_desc: (a, b) => b.createdAt - a.createdAt || b.id - a.id,
  waiting_since_asc: (a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || a.id - b.id,
  waiting_since_desc: (a, b) => (b.waitingSince ?? 0) - (a.waitingSince ?? 0) || b.id - a.id,
};

export function conversationListRoutes(router: HostRouter, context: SandboxContext): void {
  const { world, clock } = context;
  const visible = (call: Call) =>
    world.conversations.where((row) => row.accountId === call.account.id && seesInbox(call, world.inboxes.must(row.inboxId)));
  const counts = (call: Call, rows: readonly ConversationRecord[]): JsonObject => {
    const unassigned = rows.filter((row) => row.assigneeId === null).length;
    return {
      mine_count: rows.filter((row) => row.assigneeId === call.userId).length,
      assigned_count: rows.length - unassigned,
      unassigned_count: unassigned,
      all_count: rows.length,
    };
  };

  /** Only open ones unless `status` says otherwise; `updated_within` (seconds) switches paging off. */
  const select = (call: Call): ConversationRecord[] => {
    const { params } = call;
    const status = params.text("status") ?? "open";
    const text = params.text("q")?.toLowerCase();
    const inboxId = params.integer("inbox_id");
    const sourceId = params.text("source_id");
    const labels = params.texts("labels");
    const teamId = params.has("team_id") ? findTeam(world, call, params.integer("team_id")).id : undefined;
    return visible(call).filter(
      (row) =>
        (text !== undefined || status === "all" || row.status === status) &&
        (inboxId === undefined || row.inboxId === inboxId) &&
        (teamId === undefined || row.teamId === teamId) &&
        (!labels || row.labels.some((label) => labels.includes(label))) &&
        (sourceId === undefined || world.contactInboxes.must(row.contactInboxId).sourceId === sourceId) &&
        (params.text("conversation_type") !== "unattended" || row.firstReplyCreatedAt === null || row.waitingSince !== null) &&
        (text === undefined || world.messagesOf(row.id).some((item) => item.content?.toLowerCase().includes(text))),
    );
  };

  router.on("GET", "/conversations/meta", {}, (call) => ({ meta: counts(call, select(call)) }));
  router.on("GET", "/conversations", {}, (call) => {
    const rows = select(call);
    const meta = counts(call, rows);
    const type = call.params.text("assignee_type");
    const assigned = rows.filter(
      (row) =>
        (type !== "me" || row.assigneeId === call.userId) &&
        (type !== "unassigned" || row.assigneeId === null) &&
        (type !== "assigned" || row.assigneeId !== null),
    );
    const sorted = assigned.sort(SORTS[call.params.text("sort_by") ?? ""] ?? newestFirst);
    const within = call.params.integer("updated_within");
    const page = call.params.integer("page") ?? 1;
    const now = clock.now();
    const shown =
      within === undefined
        ? sorted.slice((page - 1) * PER_PAGE, page * PER_PAGE)
        : sorted.filter((row) => row.updatedAt > now - within * 1000);
    return { data: { meta, payload: shown.map((row) => conversationJson(world, row, now)) } };
  });
  router.on("POST", "/conversations/filter", {}, (call) => {
    const custom = (key: string) =>
      world.attributeDefinitions.find(
        (row) => row.accountId === call.account.id && row.model === "conversation_attribute" && row.key === key,
      )
        ? {
            read: (row: ConversationRecord) => row.customAttributes[key] ?? null,
            operators: [...CONTAINING, "is_present", "is_not_present"],
          }
        : undefined;
    const rows = visible(call).filter(filterPredicate(call.params.list("payload") ?? [], FILTER_COLUMNS, custom, clock.now()));
    const { mine_count, unassigned_count, all_count } = counts(call, rows) as Record<string, number>;
    const page = call.params.integer("page") ?? 1;
    const shown = rows.sort(newestFirst).slice((page - 1) * PER_PAGE, page * PER_PAGE);
    return {
      meta: { mine_count: mine_count ?? 0, unassigned_count: unassigned_count ?? 0, all_count: all_count ?? 0 },
      payload: shown.map((row) => conversationJson(world, row, clock.now())),
    };
  });
}
