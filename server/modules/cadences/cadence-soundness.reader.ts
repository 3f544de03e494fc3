import { Injectable } from "@nestjs/common";
import { invalid } from "../../shared/errors.js";
import { SegmentsReader } from "../segmentation/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import type { Cadence } from "./rules.js";

/** Whether a published cadence can be planned by: it was proven when it was published, and what it leans on may have gone since. */
@Injectable()
export class CadenceSoundness {
  constructor(
    private readonly segments: SegmentsReader,
    private readonly templates: TemplateCatalogue,
    private readonly predicates: CadencePredicates,
  ) {}

  /** @returns a function that throws what is wrong with a cadence: DomainError `cadence.unreadable`, `segment.unreadable`, `template.unknown` */
  async check(accountId: number): Promise<(cadence: Cadence) => void> {
    const segments = await this.segments.byKey(accountId);
    return (cadence) => {
      if (cadence.readable === false) throw invalid("cadence.unreadable", "What is stored of the cadence cannot be read.");
      if (cadence.segment !== null && segments.get(cadence.segment)?.readable === false) {
        throw invalid("segment.unreadable", "What is stored of the cadence's segment is no rule.");
      }
      for (const { template, condition } of cadence.steps) {
        this.templates.versionOf(template);
        if (this.predicates.problemOf(condition) !== null) throw invalid("cadence.unreadable", "The condition of a step is no rule.");
      }
    };
  }
}
