import { Controller, Req } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import {
  accountsRoutes,
  type AccountSettings,
  type ApiKeyView,
  type ConnectResult,
  type HelpdeskPerson,
  type HelpdeskTeam,
} from "../../contract/accounts.contract.js";
import type { HandlerInput } from "../../contract/route.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import type { Actor } from "../../shared/actor.js";
import { ApiKeys } from "./sessions/api-keys.service.js";
import { Connection } from "./connection.service.js";
import { DispatchSwitch } from "./dispatch-switch.service.js";
import { People } from "./sessions/people.service.js";
import { Settings } from "./settings.service.js";
import { NO_ACCOUNT, SignInLimit } from "./sessions/sign-in-limit.service.js";

type Person = Extract<Actor, { kind: "person" }>;

@Controller()
export class AccountsController {
  constructor(
    private readonly connection: Connection,
    private readonly limit: SignInLimit,
    private readonly settings: Settings,
    private readonly dispatch: DispatchSwitch,
    private readonly apiKeys: ApiKeys,
    private readonly people: People,
  ) {}

  @Endpoint(accountsRoutes.connect)
  connect(
    @Input() { body }: HandlerInput<typeof accountsRoutes.connect>,
    @Req() request: FastifyRequest,
  ): Promise<z.output<typeof ConnectResult>> {
    return this.limit.guard(NO_ACCOUNT, request.ip, () => this.connection.connect(body));
  }

  @Endpoint(accountsRoutes.settings)
  view(@CurrentActor() actor: Person): Promise<AccountSettings> {
    return this.settings.view(actor.accountId);
  }

  @Endpoint(accountsRoutes.updateSettings)
  update(@CurrentActor() actor: Person, @Input() { body }: HandlerInput<typeof accountsRoutes.updateSettings>): Promise<AccountSettings> {
    return this.settings.update(actor.accountId, actor, body);
  }

  @Endpoint(accountsRoutes.turnOn)
  async turnOn(@CurrentActor() actor: Person, @Input() { body }: HandlerInput<typeof accountsRoutes.turnOn>): Promise<AccountSettings> {
    await (body.enabled ? this.dispatch.enable(actor.accountId, actor, body.seenPlan) : this.dispatch.disable(actor.accountId, actor));
    return this.settings.view(actor.accountId);
  }

  @Endpoint(accountsRoutes.stopAll)
  async stopAll(@CurrentActor() actor: Person, @Input() { body }: HandlerInput<typeof accountsRoutes.stopAll>): Promise<AccountSettings> {
    await this.dispatch.stop(actor.accountId, actor, body.reason);
    return this.settings.view(actor.accountId);
  }

  @Endpoint(accountsRoutes.resume)
  async resume(@CurrentActor() actor: Person, @Input() { body }: HandlerInput<typeof accountsRoutes.resume>): Promise<AccountSettings> {
    await this.dispatch.resume(actor.accountId, actor, body.reason);
    return this.settings.view(actor.accountId);
  }

  @Endpoint(accountsRoutes.apiKeys)
  async listKeys(@CurrentActor() actor: Person): Promise<{ items: z.output<typeof ApiKeyView>[] }> {
    return { items: await this.apiKeys.list(actor.accountId) };
  }

  @Endpoint(accountsRoutes.createApiKey)
  createKey(
    @CurrentActor() actor: Person,
    @Input() { body }: HandlerInput<typeof accountsRoutes.createApiKey>,
  ): Promise<{ key: z.output<typeof ApiKeyView>; secret: string }> {
    return this.apiKeys.create(actor.accountId, actor, body);
  }

  @Endpoint(accountsRoutes.revokeApiKey)
  revokeKey(@CurrentActor() actor: Person, @Input() { params }: HandlerInput<typeof accountsRoutes.revokeApiKey>): Promise<void> {
    return this.apiKeys.revoke(actor.accountId, actor, params.id);
  }

  @Endpoint(accountsRoutes.people)
  async listPeople(@CurrentActor() actor: Person): Promise<{ items: z.output<typeof HelpdeskPerson>[] }> {
    return { items: await this.people.list(actor.accountId) };
  }

  @Endpoint(accountsRoutes.teams)
  async listTeams(@CurrentActor() actor: Person): Promise<{ items: HelpdeskTeam[] }> {
    return { items: await this.settings.teams(actor.accountId) };
  }

  @Endpoint(accountsRoutes.grantCompliance)
  async grantCompliance(
    @CurrentActor() actor: Person,
    @Input() { params, body }: HandlerInput<typeof accountsRoutes.grantCompliance>,
  ): Promise<{ items: z.output<typeof HelpdeskPerson>[] }> {
    return { items: await this.people.setCompliance(actor.accountId, actor, params.hostUserId, body.granted) };
  }
}
