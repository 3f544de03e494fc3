import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { OutlookView } from "./outlook.view.js";

@Controller()
export class OutlookController {
  constructor(private readonly outlook: OutlookView) {}

  @Endpoint(routes.cadences.outlook)
  contactOutlook(
    @CurrentActor() actor: Actor,
    @Input() input: HandlerInput<typeof routes.cadences.outlook>,
  ): Promise<ResponseOf<typeof routes.cadences.outlook>> {
    return this.outlook.of(accountOf(actor), input.params.id, input.query.lang);
  }
}
