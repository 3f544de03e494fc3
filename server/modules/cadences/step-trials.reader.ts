import { Injectable } from "@nestjs/common";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { addDays, type CalendarDate, daysBetween } from "../../shared/calendar.js";
import { notFound } from "../../shared/errors.js";
import type { Instant } from "../../shared/instant.js";
import { localDate, wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import { PolicyFactsView } from "../policy/index.js";
import { type ContactIntent, decide, type Decision, PACKS, type PolicyFacts } from "../policy/rules.js";
import { type RecordedDebt, type DebtorFacts, PortfolioReader } from "../portfolio/index.js";
import { SegmentFactsReader } from "../segmentation/index.js";
import { meetsRule, type SegmentFacts, type SegmentRule } from "../segmentation/rules.js";
import { CadenceExitFacts } from "./cadence-exits.reader.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { type CadenceBody, type CadenceStep, exitOf, type ExitFacts, type ExitReason } from "./rules.js";

/** How far ahead a trial looks: the longest way a cadence reaches. */
const TRIAL_DAYS = 720;

/** Everything a trial knows of its debtor. */
export interface TrialSubject {
  readonly debtor: DebtorFacts;
  /** Those that are still owed. */
  readonly debts: readonly RecordedDebt[];
  readonly facts: ReadonlyMap<number, SegmentFacts>;
  readonly policy: PolicyFacts;
  /** In the account's zone. */
  readonly today: CalendarDate;
  readonly zone: string;
  readonly now: Instant;
}

/** A step ahead of a debtor for one debt. */
export interface StepTrial {
  readonly step: CadenceStep;
  readonly date: CalendarDate;
  readonly debt: RecordedDebt;
  /** When it would leave; null where it would not. */
  readonly at: Instant | null;
  /** Why it would not be planned. */
  readonly closed: "outside_then" | "condition" | ExitReason | null;
  /** What the policy would say; null for what is not planned. */
  readonly decision: Decision | null;
}

/** The steps a cadence has ahead of one debtor, if nothing else happened until then. Nothing is written. */
@Injectable()
export class StepTrials {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly predicates: CadencePredicates,
    private readonly portfolio: PortfolioReader,
    private readonly segmentFacts: SegmentFactsReader,
    private readonly exitFacts: CadenceExitFacts,
    private readonly policy: PolicyFactsView,
  ) {}

  /** @throws DomainError `debtor.not_found` */
  async subject(accountId: number, publicId: string): Promise<TrialSubject> {
    const debtor = await this.portfolio.findDebtor(accountId, publicId);
    const now = this.clock.now();
    const { zone } = await this.accounts.get(accountId);
    const policy = debtor && (await this.policy.load(accountId, [debtor.id], now)).get(debtor.id);
    if (!debtor || !policy) throw notFound("debtor.not_found", "There is no such debtor in this account.");
    const today = localDate(zone, now);
    const debts = (await this.portfolio.debts(accountId, [debtor.id])).get(debtor.id) ?? [];
    return {
      debtor,
      debts: debts.filter((debt) => debt.status === "open" && debt.balanceMinor > 0),
      facts: await this.segmentFacts.ofDebtor(accountId, debtor.id, { day: today, zone }),
      policy,
      today,
      zone,
      now,
    };
  }

  /** @returns whether a debt is in the segment today, and what lies ahead by day; of one day in the order of the debts and steps */
  async of(accountId: number, subject: TrialSubject, body: CadenceBody): Promise<{ inSegment: boolean; items: StepTrial[] }> {
    const { today, zone, debtor } = subject;
    const exits = (await this.exitFacts.of(accountId, [debtor.id], body.exits, { day: today, zone })).get(debtor.id);
    const rule = body.segment === null ? null : await this.predicates.rule(accountId, body.segment);
    const items = subject.debts.flatMap((debt) =>
      body.steps.flatMap((step) => this.item({ ...subject, exits: exits ?? NO_CONDUCT }, { body, rule }, step, debt) ?? []),
    );
    return {
      inSegment: subject.debts.some((debt) => belongs(rule, body.segment, subject.facts.get(debt.id), today)),
      items: items.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    };
  }

  /** Null for what lies behind, grace included, or too far ahead. */
  private item(
    subject: TrialSubject & { readonly exits: ExitFacts },
    { body, rule }: { readonly body: CadenceBody; readonly rule: SegmentRule | null },
    step: CadenceStep,
    debt: RecordedDebt,
  ): StepTrial | null {
    const ahead = daysBetween(subject.today, debt.dueDate) + step.offsetDays;
    if (ahead + step.graceDays < 0 || ahead > TRIAL_DAYS) return null;
    const date = addDays(subject.today, ahead);
    const facts = subject.facts.get(debt.id);
    const base = { step, date, debt };
    const not = (closed: StepTrial["closed"]): StepTrial => ({ ...base, at: null, closed, decision: null });
    if (!belongs(rule, body.segment, facts, date)) return not("outside_then");
    const condition = step.condition === null ? null : this.predicates.conditionOf(step.condition);
    if (step.condition !== null && !(facts && condition && meetsRule(condition, facts, date))) return not("condition");
    const exit = exitOf(body.exits, debt.currency, subject.exits);
    return exit === null ? { ...base, closed: null, ...decided(subject, step, date, debt) } : not(exit);
  }
}

const NO_CONDUCT: ExitFacts = { replied: false, promised: false, owed: new Map() };

/** The policy's answer as if nothing else happened until then: at the first lawful opening of the step's days, else at their beginning. */
function decided(subject: TrialSubject, step: CadenceStep, date: CalendarDate, debt: RecordedDebt): Pick<StepTrial, "at" | "decision"> {
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
  return { at: decision.verdict === "allow" ? (opens ?? start) : null, decision };
}

function belongs(rule: SegmentRule | null, segment: string | null, facts: SegmentFacts | undefined, day: CalendarDate): boolean {
  if (segment === null) return true;
  return rule !== null && facts !== undefined && meetsRule(rule, facts, day);
}
