import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { Endpoint, Input } from "../../../platform/http/endpoint.js";
import { MetricDefinitionsPage } from "./metric-definitions.view.js";

@Controller()
export class MetricDefinitionsController {
  constructor(private readonly page: MetricDefinitionsPage) {}

  @Endpoint(routes.kpis.metrics)
  list(@Input() { query }: HandlerInput<typeof routes.kpis.metrics>): ResponseOf<typeof routes.kpis.metrics> {
    return this.page.show(query.lang);
  }
}
