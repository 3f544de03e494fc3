import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { readRowCursor, writeCursor } from "../../../shared/cursor.js";
import { fromDecimal } from "../../../shared/money.js";
import { CostEntriesPage } from "./cost-entries.view.js";
import { CostSplitPage } from "./cost-split.view.js";
import { Costs } from "./costs.service.js";
import { CostsPage } from "./costs.view.js";

const { costs: list, costSplit, costEntries, recordCost, reverseCost } = routes.kpis;

@Controller()
export class CostsController {
  constructor(
    private readonly page: CostsPage,
    private readonly splits: CostSplitPage,
    private readonly entries: CostEntriesPage,
    private readonly costs: Costs,
  ) {}

  @Endpoint(list)
  list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof list>): Promise<ResponseOf<typeof list>> {
    return this.page.show(accountOf(actor), query);
  }

  @Endpoint(costSplit)
  split(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof costSplit>): Promise<ResponseOf<typeof costSplit>> {
    return this.splits.show(accountOf(actor), query);
  }

  @Endpoint(costEntries)
  async ledger(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof costEntries>,
  ): Promise<ResponseOf<typeof costEntries>> {
    const { items, last } = await this.entries.page(accountOf(actor), readRowCursor(query.cursor) || null, query.limit);
    return { items, next: last === null ? null : writeCursor(last), total: null };
  }

  @Endpoint(recordCost)
  async record(@CurrentActor() actor: Actor, @Input() { body }: HandlerInput<typeof recordCost>): Promise<ResponseOf<typeof recordCost>> {
    const { amount, to, ...rest } = body;
    const { minor } = fromDecimal(amount, body.currency);
    const source = actor.kind === "machine" ? "api" : "hand";
    const entry = await this.costs.record(accountOf(actor), { ...rest, minor, to: to ?? body.from }, source, actor);
    return (await this.entries.shown(accountOf(actor), [entry]))[0]!;
  }

  @Endpoint(reverseCost)
  async reverse(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: HandlerInput<typeof reverseCost>,
  ): Promise<ResponseOf<typeof reverseCost>> {
    const entry = await this.costs.reverse(accountOf(actor), params.id, body.reason, actor);
    return (await this.entries.shown(accountOf(actor), [entry]))[0]!;
  }
}
