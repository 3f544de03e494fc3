import type { FastifyInstance } from "fastify";
import { FAULT_KINDS, type FaultKind, type FaultRule } from "../faults/fault.js";
import type { Faults } from "../faults/faults.js";
import { HostError } from "../host/host-error.js";
import { paramsOf } from "../http/host-router.js";
import type { Params } from "../http/params.js";
import { HOST_LIMITS, type Throttles } from "../http/throttles.js";
import type { World } from "../state/world.js";
import type { DeliveryProfile, DeliveryProfiles } from "../whatsapp/profiles.js";

/** Everything that can be made to go wrong, over HTTP. */
export function faultRoutes(app: FastifyInstance, world: World, faults: Faults, profiles: DeliveryProfiles, throttles: Throttles): void {
  app.get("/sandbox/api/faults", () => faults.list());
  app.post("/sandbox/api/faults", (request) => ({ id: faults.add(ruleOf(paramsOf(request))) }));
  app.delete("/sandbox/api/faults", () => {
    faults.clear();
    return {};
  });
  app.delete("/sandbox/api/faults/:id", (request) => {
    faults.remove(paramsOf(request).id("id"));
    return {};
  });

  /** `{inboxId, reauthorise: true|false}`: whether the inbox must be authorised again. */
  app.post("/sandbox/api/inboxes", (request) => {
    const params = paramsOf(request);
    const inbox = world.inboxes.get(params.integer("inboxId"));
    if (!inbox) throw new HostError(404, { error: "No such inbox." });
    inbox.reauthorizationRequired = params.flag("reauthorise") ?? inbox.reauthorizationRequired;
    return { reauthorise: inbox.reauthorizationRequired };
  });

  /** `{phone|inboxId, profile}`; for everyone when neither is given. `{reset: true}` forgets all. */
  app.post("/sandbox/api/profiles", (request) => {
    const params = paramsOf(request);
    const profile = (params.hash("profile") ?? {}) as Partial<DeliveryProfile>;
    const phone = params.text("phone");
    const inboxId = params.integer("inboxId");
    if (params.flag("reset")) profiles.reset();
    else if (phone) profiles.forPhone(phone, profile);
    else if (inboxId !== undefined) profiles.forInbox(inboxId, profile);
    else profiles.forEveryone(profile);
    return {};
  });

  /** `{on: true}` for the host's own limits, `{on: false}` for none, or limits of one's own. */
  app.post("/sandbox/api/throttles", (request) => {
    const params = paramsOf(request);
    const off = { requestsPerMinute: null, contactSearchesPerMinute: null };
    throttles.set(params.flag("on") === false ? off : HOST_LIMITS);
    const own = (key: "requestsPerMinute" | "contactSearchesPerMinute") => (params.has(key) ? { [key]: params.integer(key) ?? null } : {});
    throttles.set({ ...own("requestsPerMinute"), ...own("contactSearchesPerMinute") });
    return {};
  });
}

function ruleOf(params: Params): FaultRule {
  const kind = params.text("kind") ?? "";
  if (!(FAULT_KINDS as readonly string[]).includes(kind)) {
    throw new HostError(422, { error: `kind must be one of ${FAULT_KINDS.join(", ")}` });
  }
  const chance = params.text("probability");
  return {
    kind: kind as FaultKind,
    accountId: params.integer("accountId"),
    times: params.integer("times"),
    skip: params.integer("skip"),
    probability: chance === undefined ? undefined : Number(chance),
    ms: params.integer("ms"),
    match: params.text("match"),
    events: params.texts("events"),
  };
}
