import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { SignedIn } from "../../../shared/actor.js";
import { FigureCutPage } from "./figure-cut-page.view.js";

const { cut } = routes.kpis;

@Controller()
export class FigureCutsController {
  constructor(private readonly page: FigureCutPage) {}

  @Endpoint(cut)
  show(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof cut>): Promise<ResponseOf<typeof cut>> {
    return this.page.show(actor, query);
  }
}
