import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { fromDecimal } from "../../shared/money.js";
import { invalid } from "../../shared/errors.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import type { SignedIn } from "./debtors.controller.js";
import { readCursor, writeCursor } from "./paging.js";
import { Payments } from "./payments.service.js";
import { PaymentsView, paymentView } from "./payments.view.js";

const { payments, recordPayment, reversePayment, identifyPayment } = routes.portfolio;

@Controller()
export class PaymentsController {
  constructor(
    private readonly service: Payments,
    private readonly view: PaymentsView,
  ) {}

  @Endpoint(payments)
  async list(
    @Input() { query }: HandlerInput<typeof payments>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof payments>> {
    const cursor = readCursor(query.cursor, ["number", "number"]);
    const before = cursor && { at: Number(cursor[0]), id: Number(cursor[1]) };
    const rows = await this.view.list(accountId, query.status ?? null, before, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.view.of(accountId, shown),
      next: rows.length > query.limit && last ? writeCursor(last.received_at, last.id) : null,
      total: null,
    };
  }

  @Endpoint(recordPayment)
  async record(
    @Input() { body }: HandlerInput<typeof recordPayment>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof recordPayment>> {
    const { minor } = fromDecimal(body.amount, body.currency);
    if (minor === 0) throw invalid("payment.zero", "The amount is zero.", { field: "amount", remedy: "Give the amount that was paid." });
    const input = {
      externalId: body.externalId,
      debtReference: body.debtReference ?? null,
      debtorExternalId: body.debtorExternalId ?? null,
      amountMinor: minor,
      currency: body.currency,
      valueDate: body.valueDate,
    };
    return paymentView(await this.service.record(actor.accountId, input, actor.kind === "machine" ? "api" : "hand", actor));
  }

  @Endpoint(reversePayment)
  async reverse(
    @Input() { params, body }: HandlerInput<typeof reversePayment>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof reversePayment>> {
    return paymentView(await this.service.reverse(actor.accountId, params.id, body.reason, actor));
  }

  @Endpoint(identifyPayment)
  async identify(
    @Input() { params, body }: HandlerInput<typeof identifyPayment>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof identifyPayment>> {
    const claim = { debtReference: body.debtReference ?? null, debtorExternalId: body.debtorExternalId ?? null };
    return paymentView(await this.service.identify(actor.accountId, params.id, claim, actor));
  }
}
