import { Controller } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { CurrentActor, Endpoint } from "../../platform/http/endpoint.js";
import { accountOf } from "../../platform/http/account-of.js";
import { TemplatesService } from "./templates.service.js";
import { TemplatesView } from "./templates.view.js";

@Controller()
export class TemplatesController {
  constructor(
    private readonly view: TemplatesView,
    private readonly service: TemplatesService,
  ) {}

  @Endpoint(routes.templates.list)
  list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof routes.templates.list>> {
    return this.view.list(accountOf(actor));
  }

  @Endpoint(routes.templates.sync)
  async sync(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof routes.templates.list>> {
    await this.service.syncNow(accountOf(actor));
    return this.view.list(accountOf(actor));
  }
}
