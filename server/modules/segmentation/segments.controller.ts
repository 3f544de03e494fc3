import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { readRowCursor, writeCursor } from "../../shared/cursor.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { Membership } from "./membership.service.js";
import { Segments } from "./segments.service.js";
import { SegmentsView } from "./segments.view.js";

const { segments: list, choices, preview, create, change, archive, members, days, ofDebtor } = routes.segmentation;

@Controller()
export class SegmentsController {
  constructor(
    private readonly segments: Segments,
    private readonly view: SegmentsView,
    private readonly membership: Membership,
  ) {}

  @Endpoint(list)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof list>> {
    const accountId = accountOf(actor);
    await this.membership.ensureDefaults(accountId);
    return { items: await this.view.list(accountId) };
  }

  @Endpoint(choices)
  choices(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof choices>> {
    return this.view.choices(accountOf(actor));
  }

  @Endpoint(preview)
  preview(@Input() { body }: HandlerInput<typeof preview>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof preview>> {
    return this.view.preview(accountOf(actor), body.rule);
  }

  @Endpoint(create)
  async create(@Input() { body }: HandlerInput<typeof create>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof create>> {
    const accountId = accountOf(actor);
    return this.view.show(accountId, await this.segments.create(accountId, body.name, body.rule, actor));
  }

  @Endpoint(change)
  async change(@Input() { params, body }: HandlerInput<typeof change>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof change>> {
    const accountId = accountOf(actor);
    return this.view.show(accountId, await this.segments.change(accountId, params.id, body.version, body, actor));
  }

  @Endpoint(archive)
  async archive(@Input() { params }: HandlerInput<typeof archive>, @CurrentActor() actor: Actor): Promise<void> {
    await this.segments.archive(accountOf(actor), params.id, actor);
  }

  @Endpoint(members)
  async members(
    @Input() { params, query }: HandlerInput<typeof members>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof members>> {
    const { items, last } = await this.view.page(accountOf(actor), params.id, readRowCursor(query.cursor), query.limit);
    return { items, next: last === null ? null : writeCursor(last), total: null };
  }

  @Endpoint(days)
  async days(@Input() { params }: HandlerInput<typeof days>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof days>> {
    return { items: await this.view.days(accountOf(actor), params.id) };
  }

  @Endpoint(ofDebtor)
  async ofDebtor(@Input() { params }: HandlerInput<typeof ofDebtor>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof ofDebtor>> {
    return { items: await this.view.ofDebtor(accountOf(actor), params.id) };
  }
}
