import { Controller } from "@nestjs/common";
import type { PriceView } from "../../../contract/kpis/costs.contract.js";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import type { MessagePriceRecord } from "../kpis.tables.js";
import { decimalFraction, decimalText, fraction } from "../metrics/domain/arithmetic/fraction.js";
import { MICROS } from "./domain/message-price.js";
import { Prices } from "./prices.service.js";

const { prices: list, setPrice, removePrice } = routes.kpis;

@Controller()
export class PricesController {
  constructor(private readonly prices: Prices) {}

  @Endpoint(list)
  async list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof list>> {
    return shown(await this.prices.list(accountOf(actor)));
  }

  @Endpoint(setPrice)
  async set(@CurrentActor() actor: Actor, @Input() { body }: HandlerInput<typeof setPrice>): Promise<ResponseOf<typeof setPrice>> {
    const { country, category, currency, from: validFrom } = body;
    const { over, under } = decimalFraction(body.price);
    const micros = Number((over * BigInt(MICROS)) / under);
    return shown(await this.prices.set(accountOf(actor), { country, category, micros, currency, validFrom }, actor));
  }

  @Endpoint(removePrice)
  async remove(
    @CurrentActor() actor: Actor,
    @Input() { params }: HandlerInput<typeof removePrice>,
  ): Promise<ResponseOf<typeof removePrice>> {
    return shown(await this.prices.remove(accountOf(actor), params.id, actor));
  }
}

function shown(rows: readonly MessagePriceRecord[]): { items: PriceView[] } {
  return {
    items: rows.map(({ public_id: id, country, category, micros, currency, valid_from: from }) => ({
      id,
      country,
      category,
      price: decimalText(fraction(micros, MICROS), 6).replace(/0{1,4}$/, ""),
      currency,
      from,
    })),
  };
}
