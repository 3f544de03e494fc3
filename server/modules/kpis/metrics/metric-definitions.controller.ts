import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { MetricDefinitionsPage } from "./metric-definitions.view.js";

@Controller()
export class MetricDefinitionsController {
  constructor(
    private readonly page: MetricDefinitionsPage,
    private readonly objectives: ObjectivesStore,
  ) {}

  @Endpoint(routes.kpis.metrics)
  async list(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.metrics>,
  ): Promise<ResponseOf<typeof routes.kpis.metrics>> {
    return this.page.show(query.lang, await this.objectives.of(accountOf(actor)));
  }
}
