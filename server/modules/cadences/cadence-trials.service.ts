import { Injectable } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { toIsoOrNull } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { decisionView } from "../policy/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { CadencesView } from "./cadences.view.js";
import { type StepTrial, StepTrials, type TrialSubject } from "./step-trials.reader.js";
import { trialNote } from "./trials.words.js";

type Trial = ResponseOf<typeof routes.cadences.trial>;

/** Beyond that nobody reads the list. */
const TRIAL_ITEMS = 60;

/** What a cadence would do for one debtor, step by step. Nothing is written. */
@Injectable()
export class CadenceTrials {
  constructor(
    private readonly view: CadencesView,
    private readonly portfolio: PortfolioReader,
    private readonly trials: StepTrials,
  ) {}

  /** @throws DomainError `cadence.not_found`, `debtor.not_found` */
  async trial(accountId: number, publicId: string, query: HandlerInput<typeof routes.cadences.trial>["query"]): Promise<Trial> {
    const { body } = await this.view.body(accountId, publicId, query.of);
    const subject = await this.trials.subject(accountId, query.debtorId);
    const name = (await this.portfolio.names(accountId, [subject.debtor.id])).get(subject.debtor.id) ?? "";
    const { inSegment, items } = await this.trials.of(accountId, subject, body);
    const place = body.segment === null ? "everybody" : inSegment ? "inside" : "outside";
    return {
      debtor: { id: subject.debtor.publicId, name },
      inSegment,
      why: trialNote(subject.debts.length === 0 ? "nothing_owed" : place, query.lang),
      zone: subject.policy.zones?.[0] ?? null,
      items: items.slice(0, TRIAL_ITEMS).map((item) => itemView(item, subject, query.lang)),
    };
  }
}

function itemView({ step, date, debt, at, closed, decision }: StepTrial, { now }: TrialSubject, lang: Locale): Trial["items"][number] {
  return {
    step: step.id,
    date,
    debt: debt.reference,
    at: toIsoOrNull(at),
    note: closed && trialNote(closed, lang),
    decision: decision && decisionView(decision, lang, decision.at > now ? "then" : "now"),
  };
}
