import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { SignedIn } from "../../shared/actor.js";
import { readCursor, writeCursor } from "../../shared/cursor.js";
import { invalid, notFound } from "../../shared/errors.js";
import { fromDecimal } from "../../shared/money.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { PortfolioReader } from "../portfolio/index.js";
import { Credits } from "./credits.service.js";
import { Payments } from "./payments.service.js";
import { PaymentsView, paymentView } from "./payments.view.js";

const { list, record, reverse, identify, credit } = routes.payments;

@Controller()
export class PaymentsController {
  constructor(
    private readonly service: Payments,
    private readonly view: PaymentsView,
    private readonly portfolio: PortfolioReader,
    private readonly credits: Credits,
  ) {}

  @Endpoint(list)
  async list(@Input() { query }: HandlerInput<typeof list>, @CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof list>> {
    const cursor = readCursor(query.cursor, ["number", "number"]);
    const before = cursor && { at: Number(cursor[0]), id: Number(cursor[1]) };
    const debtorId = query.debtor === undefined ? null : await this.debtorId(accountId, query.debtor);
    const rows = await this.view.list(accountId, { status: query.status ?? null, debtorId }, before, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: await this.view.of(accountId, shown),
      next: rows.length > query.limit && last ? writeCursor(last.received_at, last.id) : null,
      total: null,
    };
  }

  @Endpoint(record)
  async record(@Input() { body }: HandlerInput<typeof record>, @CurrentActor() actor: SignedIn): Promise<ResponseOf<typeof record>> {
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

  @Endpoint(reverse)
  async reverse(
    @Input() { params, body }: HandlerInput<typeof reverse>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof reverse>> {
    return paymentView(await this.service.reverse(actor.accountId, params.id, body.reason, actor));
  }

  @Endpoint(identify)
  async identify(
    @Input() { params, body }: HandlerInput<typeof identify>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof identify>> {
    const claim = { debtReference: body.debtReference ?? null, debtorExternalId: body.debtorExternalId ?? null };
    return paymentView(await this.service.identify(actor.accountId, params.id, claim, actor));
  }

  @Endpoint(credit)
  async credit(
    @Input() { params }: HandlerInput<typeof credit>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof credit>> {
    return { inHand: await this.credits.inHandOf(accountId, await this.debtorId(accountId, params.id)) };
  }

  private async debtorId(accountId: number, publicId: string): Promise<number> {
    const debtor = await this.portfolio.findDebtor(accountId, publicId);
    if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
    return debtor.id;
  }
}
