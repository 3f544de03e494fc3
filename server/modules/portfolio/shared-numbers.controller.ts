import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { SignedIn } from "../../shared/actor.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { NumberOwners } from "./number-owners.service.js";
import { NumberOwnersView } from "./number-owners.view.js";

const { sharedNumbers, assignNumber } = routes.portfolio;

@Controller()
export class SharedNumbersController {
  constructor(
    private readonly owners: NumberOwners,
    private readonly view: NumberOwnersView,
  ) {}

  @Endpoint(sharedNumbers)
  list(
    @Input() { query }: HandlerInput<typeof sharedNumbers>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof sharedNumbers>> {
    return this.view.list(accountId, query);
  }

  @Endpoint(assignNumber)
  async assign(
    @Input() { params, body }: HandlerInput<typeof assignNumber>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof assignNumber>> {
    const owner = await this.owners.assign(actor.accountId, params.id, body.debtorId, body.note, actor);
    return this.view.one(actor.accountId, owner);
  }
}
