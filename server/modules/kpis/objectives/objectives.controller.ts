import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { MetricDefinitionsPage } from "../metrics/metric-definitions.view.js";
import { Objectives } from "./objectives.service.js";

const { setObjective, resetObjective } = routes.kpis;

@Controller()
export class ObjectivesController {
  constructor(
    private readonly objectives: Objectives,
    private readonly page: MetricDefinitionsPage,
  ) {}

  @Endpoint(setObjective)
  async set(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: HandlerInput<typeof setObjective>,
  ): Promise<ResponseOf<typeof setObjective>> {
    const { of, reason, ...bounds } = body;
    const now = await this.objectives.set(accountOf(actor), params.metric, of, bounds, reason, actor);
    return { objectives: this.page.objectives(now, query.lang) };
  }

  @Endpoint(resetObjective)
  async reset(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: HandlerInput<typeof resetObjective>,
  ): Promise<ResponseOf<typeof resetObjective>> {
    const now = await this.objectives.reset(accountOf(actor), params.metric, query.of ?? null, actor);
    return { objectives: this.page.objectives(now, query.lang) };
  }
}
