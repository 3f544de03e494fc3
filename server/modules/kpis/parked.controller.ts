import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import type { Actor } from "../../shared/actor.js";
import { ParkedPage } from "./parked.view.js";

@Controller()
export class ParkedController {
  constructor(
    private readonly page: ParkedPage,
    private readonly parked: ParkedWork,
  ) {}

  @Endpoint(routes.kpis.parked)
  list(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof routes.kpis.parked>,
  ): Promise<ResponseOf<typeof routes.kpis.parked>> {
    return this.page.show(accountOf(actor), query.lang);
  }

  @Endpoint(routes.kpis.retryParked)
  retry(@CurrentActor() actor: Actor, @Input() { params }: HandlerInput<typeof routes.kpis.retryParked>): Promise<void> {
    return this.parked.release(accountOf(actor), params.id, actor);
  }
}
