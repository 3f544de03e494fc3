import { Injectable } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { addDays, type CalendarDate, daysBetween } from "../../shared/calendar.js";
import { notFound } from "../../shared/errors.js";
import { type Instant, toIsoOrNull } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import { decisionView, PolicyFactsView } from "../policy/index.js";
import { type ContactIntent, decide, PACKS, type PolicyFacts } from "../policy/rules.js";
import { type RecordedDebt, type DebtorFacts, PortfolioReader } from "../portfolio/index.js";
import { SegmentFactsReader } from "../segmentation/index.js";
import { meetsRule, type SegmentFacts, type SegmentRule } from "../segmentation/rules.js";
import { CadenceExitFacts } from "./cadence-exits.reader.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { CadencesView } from "./cadences.view.js";
import { trialNote } from "./trials.words.js";
import { type CadenceBody, type CadenceStep, exitOf, type ExitFacts } from "./rules.js";

type Trial = ResponseOf<typeof routes.cadences.trial>;
type TrialItem = Trial["items"][number];

/** How far ahead a trial looks: the longest way a cadence reaches. */
const TRIAL_DAYS = 720;
/** Beyond that nobody reads the list. */
const TRIAL_ITEMS = 60;

/** Everything a trial knows of its debtor. */
interface Subject {
  readonly debtor: DebtorFacts;
  readonly debts: readonly RecordedDebt[];
  readonly facts: ReadonlyMap<number, SegmentFacts>;
  readonly policy: PolicyFacts;
  readonly exits: ExitFacts;
  readonly today: CalendarDate;
  readonly zone: string;
  readonly now: Instant;
}

/** What a cadence would do for one debtor, step by step. Nothing is written. */
@Injectable()
export class CadenceTrials {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly view: CadencesView,
    private readonly predicates: CadencePredicates,
    private readonly portfolio: PortfolioReader,
    private readonly segmentFacts: SegmentFactsReader,
    private readonly exitFacts: CadenceExitFacts,
    private readonly policy: PolicyFactsView,
  ) {}

  /** @throws DomainError `cadence.not_found`, `debtor.not_found` */
  async trial(accountId: number, publicId: string, query: HandlerInput<typeof routes.cadences.trial>["query"]): Promise<Trial> {
    const { body } = await this.view.body(accountId, publicId, query.of);
    const subject = await this.subject(accountId, query.debtorId, body);
    const rule = body.segment === null ? null : await this.predicates.rule(accountId, body.segment);
    const name = (await this.portfolio.names(accountId, [subject.debtor.id])).get(subject.debtor.id) ?? "";
    const debts = subject.debts.filter((debt) => debt.status === "open" && debt.balanceMinor > 0);
    const inSegment = debts.some((debt) => belongs(rule, body.segment, subject.facts.get(debt.id), subject.today));
    const items = debts.flatMap((debt) => body.steps.flatMap((step) => this.item(subject, { body, rule }, step, debt, query.lang) ?? []));
    return {
      debtor: { id: subject.debtor.publicId, name },
      inSegment,
      why: trialNote(
        debts.length === 0 ? "nothing_owed" : body.segment === null ? "everybody" : inSegment ? "inside" : "outside",
        query.lang,
      ),
      zone: subject.policy.zones?.[0] ?? null,
      items: items.toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, TRIAL_ITEMS),
    };
  }

  private async subject(accountId: number, publicId: string, body: CadenceBody): Promise<Subject> {
    const debtor = await this.portfolio.findDebtor(accountId, publicId);
    const now = this.clock.now();
    const { zone } = await this.accounts.get(accountId);
    const policy = debtor && (await this.policy.load(accountId, [debtor.id], now)).get(debtor.id);
    if (!debtor || !policy) throw notFound("debtor.not_found", "There is no such debtor in this account.");
    const today = localDate(zone, now);
    const exits = await this.exitFacts.of(accountId, [debtor.id], body.exits, { day: today, zone });
    return {
      debtor,
      policy,
      today,
      zone,
      now,
      debts: (await this.portfolio.debts(accountId, [debtor.id])).get(debtor.id) ?? [],
      facts: await this.segmentFacts.ofDebtor(accountId, debtor.id, { day: today, zone }),
      exits: exits.get(debtor.id) ?? { replied: false, promised: false, owed: new Map() },
    };
  }

  /** Null for what lies behind, grace included, or too far ahead. */
  private item(
    subject: Subject,
    { body, rule }: { readonly body: CadenceBody; readonly rule: SegmentRule | null },
    step: CadenceStep,
    debt: RecordedDebt,
    lang: Locale,
  ): TrialItem | null {
    const ahead = daysBetween(subject.today, debt.dueDate) + step.offsetDays;
    if (ahead + step.graceDays < 0 || ahead > TRIAL_DAYS) return null;
    const date = addDays(subject.today, ahead);
    const facts = subject.facts.get(debt.id);
    const base = { step: step.id, date, debt: debt.reference };
    if (!belongs(rule, body.segment, facts, date)) return { ...base, at: null, note: trialNote("outside_then", lang), decision: null };
    const condition = step.condition === null ? null : this.predicates.conditionOf(step.condition);
    if (step.condition !== null && !(facts && condition && meetsRule(condition, facts, date)))
      return { ...base, at: null, note: trialNote("condition", lang), decision: null };
    const exit = exitOf(body.exits, debt.currency, subject.exits);
    if (exit !== null) return { ...base, at: null, note: trialNote(exit, lang), decision: null };
    return { ...base, note: null, ...this.decided(subject, step, date, debt, lang) };
  }

  /** The policy's answer as if nothing else happened until then: at the first lawful opening of the step's days, else at their beginning. */
  private decided(subject: Subject, step: CadenceStep, date: CalendarDate, debt: RecordedDebt, lang: Locale) {
    const start = Math.max(subject.now, wholeDay(subject.zone, date).start);
    const end = wholeDay(subject.zone, addDays(date, step.graceDays + 1)).start;
    const intent: ContactIntent = {
      channel: WRITTEN_CHANNEL,
      purpose: "collection",
      origin: "cadence",
      debtIds: [debt.publicId],
      disclosures: ["opt_out", "creditor"],
    };
    const first = decide(intent, subject.policy, PACKS, start);
    const opens = first.verdict === "not_before" && first.notBefore !== undefined && first.notBefore < end ? first.notBefore : null;
    const decision = opens === null ? first : decide(intent, subject.policy, PACKS, opens);
    const when = decision.at > subject.now ? "then" : "now";
    return { at: toIsoOrNull(decision.verdict === "allow" ? (opens ?? start) : null), decision: decisionView(decision, lang, when) };
  }
}

function belongs(rule: SegmentRule | null, segment: string | null, facts: SegmentFacts | undefined, day: CalendarDate): boolean {
  if (segment === null) return true;
  return rule !== null && facts !== undefined && meetsRule(rule, facts, day);
}
