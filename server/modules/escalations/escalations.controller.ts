import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { EscalationsView } from "./escalations.view.js";

@Controller()
export class EscalationsController {
  constructor(private readonly view: EscalationsView) {}

  @Endpoint(routes.escalations.waiting)
  people(
    @CurrentActor() actor: Actor,
    @Input() input: HandlerInput<typeof routes.escalations.waiting>,
  ): Promise<ResponseOf<typeof routes.escalations.waiting>> {
    return this.view.waiting(accountOf(actor), input.query.lang);
  }
}
