import type { SandboxContext } from "../context.js";
import { recordInvalid, unauthorized } from "../host/host-error.js";
import type { Call, HostRouter } from "../http/host-router.js";
import { agentJson, teamJson } from "../serializers/rest.js";
import { labelJson } from "../serializers/settings.js";
import type { LabelRecord, TeamRecord } from "../state/records.js";
import { findTeam } from "./lookup.js";

const LABEL_TITLE = /^[\p{L}\p{N}]+[\p{L}\p{N}_-]+$/u;

export function teamAndLabelRoutes(router: HostRouter, context: SandboxContext): void {
  const { world, clock } = context;
  const admin = { administrators: true };

  router.on("GET", "/teams", {}, (call) =>
    world.teams.where((row) => row.accountId === call.account.id).map((row) => teamJson(row, call.userId)),
  );
  router.on("GET", "/teams/:id", {}, (call) => teamJson(findTeam(world, call, call.params.integer("id")), call.userId));
  router.on("POST", "/teams", admin, (call) => {
    const params = call.params.required("team");
    const now = clock.now();
    const name = teamName(call, params.text("name"));
    const team = world.teams.insert({
      id: world.teams.nextId(),
      accountId: call.account.id,
      name,
      description: params.text("description") ?? null,
      allowAutoAssign: params.flag("allow_auto_assign") ?? true,
      icon: params.text("icon") ?? "",
      iconColor: params.text("icon_color") ?? "",
      memberIds: [],
      createdAt: now,
      updatedAt: now,
    });
    return teamJson(team, call.userId);
  });
  router.on(["PATCH", "PUT"], "/teams/:id", admin, (call) => {
    const team = findTeam(world, call, call.params.integer("id"));
    const params = call.params.required("team");
    if (params.has("name")) team.name = teamName(call, params.text("name"), team);
    team.description = params.text("description") ?? team.description;
    team.allowAutoAssign = params.flag("allow_auto_assign") ?? team.allowAutoAssign;
    team.updatedAt = clock.now();
    return teamJson(team, call.userId);
  });
  router.on("DELETE", "/teams/:id", admin, (call) => {
    world.teams.delete(findTeam(world, call, call.params.integer("id")).id);
    return undefined;
  });

  const membersJson = (team: TeamRecord, ids: readonly number[]) => ids.map((id) => agentJson(world, team.accountId, world.users.must(id)));
  const knownUsers = (call: Call): number[] => {
    const ids = call.params.ids("user_ids");
    if (ids.some((id) => !world.membership(call.account.id, id))) throw unauthorized("Invalid User IDs");
    return ids;
  };
  router.on("GET", "/teams/:team_id/team_members", {}, (call) => {
    const team = findTeam(world, call, call.params.integer("team_id"));
    return membersJson(team, team.memberIds);
  });
  router.on("POST", "/teams/:team_id/team_members", admin, (call) => {
    const team = findTeam(world, call, call.params.integer("team_id"));
    const added = knownUsers(call).filter((id) => !team.memberIds.includes(id));
    team.memberIds.push(...added);
    return membersJson(team, added);
  });
  router.on(["PATCH", "PUT"], "/teams/:team_id/team_members", admin, (call) => {
    const team = findTeam(world, call, call.params.integer("team_id"));
    team.memberIds = knownUsers(call);
    return membersJson(team, team.memberIds);
  });
  router.on("DELETE", "/teams/:team_id/team_members", admin, (call) => {
    const team = findTeam(world, call, call.params.integer("team_id"));
    const gone = knownUsers(call);
    team.memberIds = team.memberIds.filter((id) => !gone.includes(id));
    return undefined;
  });

  const labelsOf = (call: Call): LabelRecord[] =>
    world.labels.where((row) => row.accountId === call.account.id).sort((a, b) => a.title.localeCompare(b.title));
  router.on("GET", "/labels", {}, (call) => ({ payload: labelsOf(call).map(labelJson) }));
  router.on("POST", "/labels", admin, (call) => {
    const params = call.params.required("label");
    const title = params.text("title")?.toLowerCase() ?? "";
    if (title === "") throw recordInvalid("Title must not be blank, Title is invalid", "title");
    if (!LABEL_TITLE.test(title)) throw recordInvalid("Title is invalid", "title");
    if (labelsOf(call).some((row) => row.title === title)) throw recordInvalid("Title has already been taken", "title");
    const label = world.labels.insert({
      id: world.labels.nextId(),
      accountId: call.account.id,
      title,
      description: params.text("description") ?? null,
      color: params.text("color") ?? "#1f93ff",
      showOnSidebar: params.flag("show_on_sidebar") ?? false,
    });
    return labelJson(label);
  });

  /** The host lower-cases team names and keeps them unique. */
  function teamName(call: Call, given: string | undefined, self?: TeamRecord): string {
    const name = (given ?? "")
      .replace(/\p{Cc}/gu, "")
      .trim()
      .toLowerCase();
    if (name === "") throw recordInvalid("Name must not be blank", "name");
    if (world.teams.find((row) => row.accountId === call.account.id && row.name === name && row !== self)) {
      throw recordInvalid("Name has already been taken", "name");
    }
    return name;
  }
}
