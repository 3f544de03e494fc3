import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { TodayPage } from "./today.view.js";

@Controller()
export class TodayController {
  constructor(private readonly page: TodayPage) {}

  @Endpoint(routes.kpis.today)
  today(
    @CurrentActor() actor: Actor,
    @Input() input: HandlerInput<typeof routes.kpis.today>,
  ): Promise<ResponseOf<typeof routes.kpis.today>> {
    return this.page.show(accountOf(actor), input.query);
  }
}
