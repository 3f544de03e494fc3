import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { FigureSeriesPage } from "./figure-series.view.js";
import { FiguresPage } from "./figures.view.js";

@Controller()
export class FiguresController {
  constructor(
    private readonly page: FiguresPage,
    private readonly series: FigureSeriesPage,
  ) {}

  @Endpoint(routes.kpis.figures)
  figures(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.figures>,
  ): Promise<ResponseOf<typeof routes.kpis.figures>> {
    return this.page.show(accountOf(actor), query);
  }

  @Endpoint(routes.kpis.series)
  ofPeriods(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.series>,
  ): Promise<ResponseOf<typeof routes.kpis.series>> {
    return this.series.show(accountOf(actor), query);
  }
}
