import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { FiguresPage } from "./figures.view.js";

@Controller()
export class FiguresController {
  constructor(private readonly page: FiguresPage) {}

  @Endpoint(routes.kpis.figures)
  figures(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.figures>,
  ): Promise<ResponseOf<typeof routes.kpis.figures>> {
    return this.page.show(accountOf(actor), query);
  }
}
