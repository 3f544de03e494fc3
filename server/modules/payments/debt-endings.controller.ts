import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import type { SignedIn } from "../../shared/actor.js";
import type { DebtRecord } from "../portfolio/index.js";
import { DebtEndings } from "./debt-endings.service.js";

const { writeOff, settleDebt, restoreDebt } = routes.payments;

@Controller()
export class DebtEndingsController {
  constructor(private readonly endings: DebtEndings) {}

  @Endpoint(writeOff)
  async giveUp(
    @Input() { params, body }: HandlerInput<typeof writeOff>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof writeOff>> {
    return standing(await this.endings.writeOff(actor.accountId, params.id, body.reason, actor));
  }

  @Endpoint(settleDebt)
  async settle(
    @Input() { params, body }: HandlerInput<typeof settleDebt>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof settleDebt>> {
    return standing(await this.endings.settle(actor.accountId, params.id, body.amount ?? null, body.reason, actor));
  }

  @Endpoint(restoreDebt)
  async restore(
    @Input() { params, body }: HandlerInput<typeof restoreDebt>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof restoreDebt>> {
    return standing(await this.endings.restore(actor.accountId, params.id, body.reason, actor));
  }
}

function standing({ public_id: id, reference, status, balance_minor: minor, currency }: DebtRecord) {
  return { id, reference, status, balance: { minor, currency } };
}
