import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { CadenceEditor } from "./cadence-editor.service.js";
import { CadenceSimulations } from "./cadence-simulation.service.js";
import { CadenceTrials } from "./cadence-trials.service.js";
import { CadencesView } from "./cadences.view.js";

const api = routes.cadences;
type View = ResponseOf<typeof api.one>;
type List = ResponseOf<typeof api.list>;

@Controller()
export class CadencesController {
  constructor(
    private readonly view: CadencesView,
    private readonly editor: CadenceEditor,
    private readonly simulation: CadenceSimulations,
    private readonly trials: CadenceTrials,
  ) {}

  @Endpoint(api.list)
  async list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof api.list>): Promise<List> {
    return { items: await this.view.list(accountOf(actor), query.lang) };
  }

  @Endpoint(api.create)
  async create(@CurrentActor() actor: Actor, @Input() { query, body }: HandlerInput<typeof api.create>): Promise<View> {
    const account = accountOf(actor);
    return this.view.one(account, await this.editor.create(account, actor, body), query.lang);
  }

  @Endpoint(api.order)
  async order(@CurrentActor() actor: Actor, @Input() { query, body }: HandlerInput<typeof api.order>): Promise<List> {
    await this.editor.reorder(accountOf(actor), actor, body.ids);
    return { items: await this.view.list(accountOf(actor), query.lang) };
  }

  @Endpoint(api.one)
  one(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof api.one>): Promise<View> {
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.save)
  async save(@CurrentActor() actor: Actor, @Input() { params, query, body }: HandlerInput<typeof api.save>): Promise<View> {
    await this.editor.save(accountOf(actor), params.id, body.revision, body.body);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.discard)
  async discard(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof api.discard>): Promise<View> {
    await this.editor.discard(accountOf(actor), params.id);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.publish)
  async publish(@CurrentActor() actor: Actor, @Input() { params, query, body }: HandlerInput<typeof api.publish>): Promise<View> {
    await this.editor.publish(accountOf(actor), actor, params.id, body.revision, body.note);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.pause)
  async pause(@CurrentActor() actor: Actor, @Input() { params, query, body }: HandlerInput<typeof api.pause>): Promise<View> {
    await this.editor.pause(accountOf(actor), actor, params.id, body.reason);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.resume)
  async resume(@CurrentActor() actor: Actor, @Input() { params, query, body }: HandlerInput<typeof api.resume>): Promise<View> {
    await this.editor.resume(accountOf(actor), actor, params.id, body.reason);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.archive)
  async archive(@CurrentActor() actor: Actor, @Input() { params, query, body }: HandlerInput<typeof api.archive>): Promise<View> {
    await this.editor.archive(accountOf(actor), actor, params.id, body.reason);
    return this.view.one(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(api.versions)
  async versions(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: HandlerInput<typeof api.versions>,
  ): Promise<ResponseOf<typeof api.versions>> {
    return { items: await this.view.versions(accountOf(actor), params.id, query.lang) };
  }

  @Endpoint(api.simulate)
  simulate(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: HandlerInput<typeof api.simulate>,
  ): Promise<ResponseOf<typeof api.simulate>> {
    return this.simulation.run(accountOf(actor), params.id, query);
  }

  @Endpoint(api.trial)
  trial(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof api.trial>): Promise<ResponseOf<typeof api.trial>> {
    return this.trials.trial(accountOf(actor), params.id, query);
  }
}
