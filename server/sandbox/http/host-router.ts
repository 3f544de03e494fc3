import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HostError, notAuthorized, notFound, unauthorized } from "../host/host-error.js";
import type { AccountRecord, AgentBotRecord, Json, Role, UserRecord } from "../state/records.js";
import type { World } from "../state/world.js";
import { Params } from "./params.js";

export type Actor =
  | { readonly kind: "user"; readonly user: UserRecord; readonly role: Role }
  | { readonly kind: "bot"; readonly bot: AgentBotRecord };

/** One authorised request inside an account. */
export interface Call {
  readonly account: AccountRecord;
  readonly actor: Actor;
  readonly params: Params;
  /** Name of the actor, as the activity lines show it. */
  readonly by: string;
  readonly isAdministrator: boolean;
  /** User id, or 0 for a bot. */
  readonly userId: number;
}

export interface RouteRule {
  /** In the host's whitelist for agent bot tokens. */
  readonly bots?: boolean;
  readonly administrators?: boolean;
  readonly status?: number;
}

/** What a handler answers: JSON, or undefined for an empty body. */
export type Answer = Json | undefined;
type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Registers routes under `/api/v1/accounts/:account_id` with the host's checks in the host's order. */
export class HostRouter {
  constructor(
    private readonly app: FastifyInstance,
    private readonly world: World,
  ) {}

  on(methods: Method | readonly Method[], path: string, rule: RouteRule, handler: (call: Call) => Answer): void {
    this.app.route({
      method: typeof methods === "string" ? methods : [...methods],
      url: `/api/v1/accounts/:account_id${path}`,
      handler: (request, reply) => {
        const answer = handler(this.authorize(request, rule));
        return send(reply, rule.status ?? 200, answer);
      },
    });
  }

  /** Outside accounts there is only the profile. */
  onProfile(handler: (user: UserRecord) => Answer): void {
    this.app.get("/api/v1/profile", (request, reply) => {
      const owner = this.owner(request);
      if (owner.kind === "bot") throw unauthorized("Access to this endpoint is not authorized for bots");
      return send(reply, 200, handler(owner.user));
    });
  }

  private authorize(request: FastifyRequest, rule: RouteRule): Call {
    const owner = this.owner(request);
    if (owner.kind === "bot" && !rule.bots) throw unauthorized("Access to this endpoint is not authorized for bots");
    const params = paramsOf(request);
    const account = this.world.accounts.get(params.integer("account_id"));
    if (!account) throw notFound();
    if (account.status !== "active") throw unauthorized("Account is suspended");
    if (owner.kind === "bot") {
      const attached = this.world.inboxes.find((row) => row.accountId === account.id && row.agentBotId === owner.bot.id);
      if (owner.bot.accountId !== account.id && !attached) throw unauthorized("Bot is not authorized to access this account");
      return { account, actor: owner, params, by: owner.bot.name, isAdministrator: false, userId: 0 };
    }
    const role = this.world.membership(account.id, owner.user.id)?.role;
    if (!role) throw unauthorized("You are not authorized to access this account");
    if (rule.administrators && role !== "administrator") throw notAuthorized();
    const { user } = owner;
    return {
      account,
      actor: { kind: "user", user, role },
      params,
      by: user.name,
      isAdministrator: role === "administrator",
      userId: user.id,
    };
  }

  private owner(request: FastifyRequest): { kind: "user"; user: UserRecord } | { kind: "bot"; bot: AgentBotRecord } {
    const header = request.headers["api_access_token"] ?? request.headers["api-access-token"];
    const token = Array.isArray(header) ? header[0] : header;
    if (!token) throw new HostError(401, { errors: ["You need to sign in or sign up before continuing."] });
    const user = this.world.users.find((row) => row.accessToken === token);
    if (user) return { kind: "user", user };
    const bot = this.world.agentBots.find((row) => row.accessToken === token && !row.deleted);
    if (bot) return { kind: "bot", bot };
    throw unauthorized("Invalid Access Token");
  }
}

export function paramsOf(request: FastifyRequest): Params {
  const body = request.body;
  const fields = body !== null && typeof body === "object" && !Array.isArray(body) ? body : {};
  return new Params({ ...(request.query as object), ...fields, ...(request.params as object) });
}

export function send(reply: FastifyReply, status: number, answer: Answer): FastifyReply {
  reply.code(status);
  return answer === undefined ? reply.send() : reply.type("application/json; charset=utf-8").send(JSON.stringify(answer));
}
