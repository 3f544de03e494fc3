import { Injectable } from "@nestjs/common";
import { SegmentRuleView as RuleSchema } from "../../contract/segmentation.contract.js";
import { STAGES, type StageId } from "../../shared/stage.js";
import { compileRule, DebtorConduct, type RuleDay, type SegmentName, SegmentsReader } from "../segmentation/index.js";
import type { SegmentRule } from "../segmentation/rules.js";
import { chosen, PLANNED, type Where } from "./exits.plan.js";
import type { Cadence, CadenceStep } from "./rules.js";

const EVERYBODY: Where = { sql: "", params: [], readsDebtor: false };
const NOBODY: Where = { sql: "1 = 0", params: [], readsDebtor: false };

/** Says of a step whose debts it is for: the cadence's segment, the step's condition, the exits the cadence has chosen. */
@Injectable()
export class CadencePredicates {
  constructor(
    private readonly segments: SegmentsReader,
    private readonly conduct: DebtorConduct,
  ) {}

  /**
   * Segment and condition are asked as of the step's own day, so that a step late in its grace is for the same debts as on time; exits as of
   * today. A segment that is gone holds nobody.
   */
  async of(accountId: number, today: RuleDay): Promise<(cadence: Cadence, step: CadenceStep, stepDate: string) => Where> {
    const segments = await this.segments.byKey(accountId);
    return (cadence, step, stepDate) => {
      const on = { day: stepDate, zone: today.zone };
      return both(
        this.segmentWhere(segments, cadence.segment, on),
        this.conditionWhere(step.condition, on),
        chosen(cadence.exits, today, this.conduct),
      );
    };
  }

  async segment(accountId: number, key: string | null, day: RuleDay): Promise<Where> {
    return this.segmentWhere(await this.segments.byKey(accountId), key, day);
  }

  async rule(accountId: number, key: string): Promise<SegmentRule | null> {
    return (await this.segments.byKey(accountId)).get(key)?.rule ?? null;
  }

  /** Null for the segment of a stage: it is called like it. */
  async names(accountId: number): Promise<ReadonlyMap<string, string | null>> {
    return new Map([...(await this.segments.byKey(accountId))].map(([key, { name }]) => [key, name]));
  }

  /** Null where it is no rule: then it is for nobody. */
  conditionOf(condition: unknown): SegmentRule | null {
    return RuleSchema.safeParse(condition).data ?? null;
  }

  /** What is wrong with a condition; null when it is a rule, or none. */
  problemOf(condition: unknown): string | null {
    if (condition === null) return null;
    const parsed = RuleSchema.safeParse(condition);
    return parsed.success ? null : `The condition is no rule: ${parsed.error.issues[0]?.message ?? "it cannot be read"}.`;
  }

  /** Stages of which the segment can hold debts; null when it speaks of none, or of more than stages. */
  async stagesOf(accountId: number, key: string): Promise<"missing" | readonly StageId[] | null> {
    const rule = await this.rule(accountId, key);
    return rule === null ? "missing" : stagesIn(rule);
  }

  private segmentWhere(segments: ReadonlyMap<string, SegmentName>, key: string | null, on: RuleDay): Where {
    if (key === null) return EVERYBODY;
    const segment = segments.get(key);
    return segment ? compileRule(segment.rule, on, this.conduct, PLANNED) : NOBODY;
  }

  private conditionWhere(condition: unknown, on: RuleDay): Where {
    if (condition === null) return EVERYBODY;
    const parsed = RuleSchema.safeParse(condition);
    return parsed.success ? compileRule(parsed.data, on, this.conduct, PLANNED) : NOBODY;
  }
}

function both(...wheres: readonly Where[]): Where {
  const said = wheres.filter(({ sql }) => sql !== "");
  return {
    sql: said.map(({ sql }) => sql).join(" and "),
    params: said.flatMap(({ params }) => params),
    readsDebtor: said.some(({ readsDebtor }) => readsDebtor),
  };
}

/** What a rule leaves of the stages, where that can be read off it: a stage condition, alone or among others that must all hold. */
function stagesIn(rule: SegmentRule): readonly StageId[] | null {
  if ("attribute" in rule) return rule.attribute === "stage" ? rule.in : null;
  if (!("all" in rule)) return null;
  const parts = rule.all.map(stagesIn).filter((stages) => stages !== null);
  return parts.length === 0 ? null : STAGES.filter((stage) => parts.every((stages) => stages.includes(stage)));
}
