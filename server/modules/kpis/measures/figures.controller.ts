import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { FigureSeriesPage } from "./figure-series.view.js";
import { CohortsPage } from "./cohorts/cohorts-page.view.js";
import { FiguresPage } from "./figures.view.js";
import { RollMatrixPage } from "./moves/roll-matrix.view.js";

@Controller()
export class FiguresController {
  constructor(
    private readonly page: FiguresPage,
    private readonly series: FigureSeriesPage,
    private readonly rolls: RollMatrixPage,
    private readonly cohortsPage: CohortsPage,
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

  @Endpoint(routes.kpis.matrix)
  matrix(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.matrix>,
  ): Promise<ResponseOf<typeof routes.kpis.matrix>> {
    return this.rolls.show(accountOf(actor), query);
  }

  @Endpoint(routes.kpis.cohorts)
  cohorts(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.cohorts>,
  ): Promise<ResponseOf<typeof routes.kpis.cohorts>> {
    return this.cohortsPage.show(accountOf(actor), query);
  }
}
