import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { ClocksView } from "./clocks.view.js";

const { caseClock, debtorClocks } = routes.escalations;

@Controller()
export class ClocksController {
  constructor(private readonly view: ClocksView) {}

  @Endpoint(caseClock)
  ofCase(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof caseClock>): Promise<ResponseOf<typeof caseClock>> {
    return this.view.ofCase(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(debtorClocks)
  async ofDebtor(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: HandlerInput<typeof debtorClocks>,
  ): Promise<ResponseOf<typeof debtorClocks>> {
    return { items: await this.view.ofDebtor(accountOf(actor), params.id, query.lang) };
  }
}
