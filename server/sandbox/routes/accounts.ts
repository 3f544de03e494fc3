import type { HostRouter } from "../http/host-router.js";
import { agentJson } from "../serializers/rest.js";
import { accountJson, profileJson } from "../serializers/settings.js";
import type { World } from "../state/world.js";

/** Who is asking, and the account with its people. */
export function accountRoutes(router: HostRouter, world: World): void {
  router.onProfile((user) => profileJson(world, user));
  router.on("GET", "", {}, (call) => accountJson(call.account));
  router.on("GET", "/agents", {}, (call) => world.usersOf(call.account.id).map((user) => agentJson(world, call.account.id, user)));
}
