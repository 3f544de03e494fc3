import { Injectable } from "@nestjs/common";
import type { CaseView } from "../../../contract/escalations/cases.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { notFound } from "../../../shared/errors.js";
import { type Instant, toIso, toIsoOrNull } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { PAYMENT, type PaymentsTables } from "../../payments/index.js";
import { PortfolioReader } from "../../portfolio/index.js";
import { nextBestText, reasonText } from "../case-reason.words.js";
import { CASE_OUTCOMES, outcomesOf } from "../domain/case-outcome.js";
import { checkListOf, isTicked } from "../domain/check-list.js";
import { CaseClosing } from "./case-closing.service.js";
import { CaseLines } from "./case-lines.view.js";
import { CaseTicks } from "./case-ticks.store.js";
import { type OpenCase, OpenCasesView } from "./open-cases.view.js";
import { QueueView } from "./queue.view.js";

const EARLIER = 20;

/** One case as its page shows it. */
@Injectable()
export class CasePage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cases: OpenCasesView,
    private readonly queue: QueueView,
    private readonly rows: CaseLines,
    private readonly ticks: CaseTicks,
    private readonly closing: CaseClosing,
    private readonly portfolio: PortfolioReader,
  ) {}

  /** @throws DomainError `case.not_found` */
  async row(accountId: number, publicId: string, locale: Locale) {
    const found = await this.found(accountId, publicId);
    return (await this.rows.told(accountId, [await this.queue.one(accountId, found)], locale))[0]!;
  }

  /** @throws DomainError `case.not_found` */
  async one(accountId: number, publicId: string, locale: Locale): Promise<CaseView> {
    const found = await this.found(accountId, publicId);
    const { debtorId } = found;
    const [row] = await this.rows.told(accountId, [await this.queue.one(accountId, found)], locale);
    const undecided = await this.closing.undecided(accountId, debtorId);
    const earlier = debtorId === null ? [] : await this.cases.closedOf(accountId, debtorId, EARLIER);
    return {
      ...row!,
      openedAt: toIso(found.openedAt),
      closedAt: toIsoOrNull(found.closedAt),
      outcome: outcomeOf(found),
      conversationId: found.conversationId,
      next: nextBestText(found.reason, locale),
      checks: await this.checks(accountId, found),
      outcomes: [...outcomesOf(found.reason)],
      undecided: undecided.map(({ publicId: id, reason }) => ({ id, reason })),
      earlier: earlier
        .filter(({ id }) => id !== found.id)
        .map((one) => ({
          id: one.publicId,
          reasonText: reasonText(one.reason, locale),
          closedAt: toIso(one.closedAt ?? one.openedAt),
          outcome: outcomeOf(one),
        })),
    };
  }

  private async checks(accountId: number, one: OpenCase): Promise<CaseView["checks"]> {
    const { debtorId } = one;
    const now = this.clock.now();
    const holds = debtorId === null ? [] : ((await this.portfolio.activeHolds(accountId, [debtorId], now)).get(debtorId) ?? []);
    const facts = {
      held: holds.some(({ reason }) => reason !== "promise" && reason !== "reminder"),
      answered: one.answeredAt !== null,
      paidSince: debtorId !== null && (await this.paidSince(accountId, debtorId, one.openedAt)),
      promised: holds.some(({ reason }) => reason === "promise"),
      undecidedHold: (await this.closing.undecided(accountId, debtorId)).length > 0,
    };
    const ticks = await this.ticks.of(accountId, one.publicId);
    return checkListOf(one.reason, facts, ticks).map(({ check, done, by, at }) => ({
      check,
      done,
      byHand: isTicked(check),
      by,
      at: toIsoOrNull(at),
    }));
  }

  private async paidSince(accountId: number, debtorId: number, since: Instant): Promise<boolean> {
    const payments = this.db.typed<PaymentsTables>().selectFrom(PAYMENT).select("id").where("account_id", "=", accountId);
    const received = payments.where("debtor_id", "=", debtorId).where("received_at", ">=", since).where("status", "!=", "reversed");
    return (await received.limit(1).executeTakeFirst()) !== undefined;
  }

  private async found(accountId: number, publicId: string): Promise<OpenCase> {
    const found = await this.cases.byPublicId(accountId, publicId);
    if (!found) throw notFound("case.not_found", "There is no such case.");
    return found;
  }
}

/** An outcome of a newer version reads as none. */
function outcomeOf({ outcome }: OpenCase): CaseView["outcome"] {
  return CASE_OUTCOMES.find((known) => known === outcome) ?? null;
}
