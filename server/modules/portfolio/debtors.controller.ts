import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import type { SignedIn } from "../../shared/actor.js";
import { invalid, notFound } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { ConsentGapView } from "./consent-gap.view.js";
import { DebtorPageView } from "./debtor.view.js";
import { DebtorsView } from "./debtors.view.js";
import { Holds } from "./holds.service.js";
import { PortfolioReader } from "./portfolio.reader.js";

const { debtors, consentGap, debtor, byConversation, hold, releaseHold } = routes.portfolio;

/** As for ending a hold. */
const LEAST_NOTE = 3;

@Controller()
export class DebtorsController {
  constructor(
    private readonly list: DebtorsView,
    private readonly page: DebtorPageView,
    private readonly gap: ConsentGapView,
    private readonly reader: PortfolioReader,
    private readonly holds: Holds,
    private readonly clock: Clock,
  ) {}

  @Endpoint(debtors)
  debtors(@Input() { query }: HandlerInput<typeof debtors>, @CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof debtors>> {
    return this.list.list(accountId, query);
  }

  @Endpoint(consentGap)
  consentGap(@CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof consentGap>> {
    return this.gap.of(accountId);
  }

  @Endpoint(debtor)
  debtor(@Input() { params }: HandlerInput<typeof debtor>, @CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof debtor>> {
    return this.page.one(accountId, params.id);
  }

  @Endpoint(byConversation)
  byConversation(
    @Input() { params }: HandlerInput<typeof byConversation>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof byConversation>> {
    return this.page.byConversation(accountId, params.conversationId);
  }

  @Endpoint(hold)
  async hold(@Input() { params, body }: HandlerInput<typeof hold>, @CurrentActor() actor: SignedIn): Promise<ResponseOf<typeof hold>> {
    const { accountId } = actor;
    const found = await this.reader.findDebtor(accountId, params.id);
    if (!found) throw notFound("debtor.not_found", "There is no such debtor.");
    const until = body.until === null ? null : Date.parse(body.until);
    if (until !== null && until <= this.clock.now()) {
      throw invalid("hold.over", '"until" has passed already.', {
        field: "until",
        remedy: "Give a later time, or none to hold until somebody ends it.",
      });
    }
    if (body.debtId === null && until === null && (body.note ?? "").length < LEAST_NOTE) {
      throw invalid("hold.note_missing", "A hold on everything, without an end, needs a note that says why.", {
        field: "note",
        remedy: "Write why, or give it an end or one debt.",
      });
    }
    const placed = await this.holds.place(accountId, {
      debtorId: found.id,
      debtId: body.debtId === null ? null : await this.debtId(accountId, found.id, body.debtId),
      reason: body.reason,
      until,
      note: body.note,
      actor,
    });
    return this.page.hold(accountId, placed);
  }

  @Endpoint(releaseHold)
  async releaseHold(
    @Input() { params, body }: HandlerInput<typeof releaseHold>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof releaseHold>> {
    return this.page.hold(actor.accountId, await this.holds.release(actor.accountId, params.id, actor, body.note));
  }

  private async debtId(accountId: number, debtorId: number, publicId: string): Promise<number> {
    const debts = (await this.reader.debts(accountId, [debtorId])).get(debtorId) ?? [];
    const debt = debts.find((candidate) => candidate.publicId === publicId);
    if (!debt) throw notFound("debt.not_found", "This debtor has no such debt.", { field: "debtId" });
    return debt.id;
  }
}
