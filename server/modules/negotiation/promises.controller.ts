import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { Actor } from "../../shared/actor.js";
import { notFound } from "../../shared/errors.js";
import { fromDecimal } from "../../shared/money.js";
import { accountOf } from "../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { PortfolioReader } from "../portfolio/index.js";
import { Promises } from "./promises.service.js";
import { PromisesView } from "./promises.view.js";
import { RecordedPromises } from "./recorded-promises.service.js";

const { promises, recordPromise, cancelPromise } = routes.negotiation;

@Controller()
export class PromisesController {
  constructor(
    private readonly view: PromisesView,
    private readonly recorded: RecordedPromises,
    private readonly service: Promises,
    private readonly portfolio: PortfolioReader,
  ) {}

  @Endpoint(promises)
  async promises(@Input() { params }: HandlerInput<typeof promises>, @CurrentActor() actor: Actor): Promise<ResponseOf<typeof promises>> {
    const accountId = accountOf(actor);
    return this.view.of(accountId, await this.debtor(accountId, params.id));
  }

  @Endpoint(recordPromise)
  async record(
    @Input() { params, body }: HandlerInput<typeof recordPromise>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof recordPromise>> {
    const accountId = accountOf(actor);
    const debtorId = await this.debtor(accountId, params.id);
    const promised = { amount: fromDecimal(body.amount, body.currency), date: body.date };
    const { promise, confirmed } = await this.recorded.record(accountId, debtorId, promised, actor);
    return { ...(await this.view.one(accountId, promise)), confirmed };
  }

  @Endpoint(cancelPromise)
  async cancel(
    @Input() { params, body }: HandlerInput<typeof cancelPromise>,
    @CurrentActor() actor: Actor,
  ): Promise<ResponseOf<typeof cancelPromise>> {
    const accountId = accountOf(actor);
    return this.view.one(accountId, await this.service.cancel(accountId, params.id, body.reason, actor));
  }

  private async debtor(accountId: number, publicId: string): Promise<number> {
    const found = await this.portfolio.findDebtor(accountId, publicId);
    if (!found) throw notFound("debtor.not_found", "There is no such debtor.");
    return found.id;
  }
}
