import { Injectable } from "@nestjs/common";
import type { CutValuesView } from "../../../contract/kpis/cuts.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Words } from "../../../platform/words/words.js";
import type { SignedIn } from "../../../shared/actor.js";
import { SegmentsReader } from "../../segmentation/index.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import type { Measure } from "../metrics/domain/measure.js";
import { DIMENSIONS, type Dimension } from "../metrics/domain/metric.js";
import { CONTACT_DIMENSIONS, DEBT_DIMENSIONS } from "../metrics/domain/usual-parts.js";
import { AgentSight } from "./agent-sight.reader.js";
import { CutSources } from "./cut-sources.reader.js";
import { dimensionNamed } from "./domain/cut-filter.js";

type Query = HandlerInput<typeof routes.kpis.cutValues>["query"];

/** By what pages are filtered: a currency is picked beside, and nobody picks among the hours of a week. */
const OFFERED = DIMENSIONS.filter((dimension) => dimension !== "currency" && dimension !== "hour");
/** More are not told apart in a list. */
const MOST = 100;

/** What figures can be filtered by, and the values there are: of open debts, or where debts do not tell it, of the attempts of the period. */
@Injectable()
export class CutValuesPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly sources: CutSources,
    private readonly sight: AgentSight,
    private readonly segments: SegmentsReader,
    private readonly words: Words,
  ) {}

  /** @throws DomainError `figures.dimension_unknown`, as `ReportingPeriods.of` */
  async show(reader: SignedIn, { dimension: name, currency, lang, ...asked }: Query): Promise<CutValuesView> {
    const { accountId } = reader;
    const dimensions = OFFERED.map((code) => ({ code, name: this.words.say("metric_dimensions", code, lang) ?? code }));
    if (name === undefined) return { dimensions, of: null, values: [], more: 0 };
    const dimension = dimensionNamed(name, "dimension");
    const { question } = await this.periods.of(accountId, asked);
    const ofDebts = (DEBT_DIMENSIONS as readonly Dimension[]).includes(dimension);
    if (!ofDebts && !(CONTACT_DIMENSIONS as readonly Dimension[]).includes(dimension)) return { dimensions, of: null, values: [], more: 0 };
    const counted: Measure = ofDebts ? "balance.outstanding" : "attempts.made";
    const lines = await this.sources.lines(question, [counted], [dimension]);
    const hidden = dimension === "agent" && !(await this.sight.seesAll(reader));
    const own = this.sight.own(reader);
    const names = dimension === "segment" ? await this.segments.byKey(accountId) : undefined;
    const sizes = new Map<string | null, number>();
    for (const { values, currency: code, rows } of lines) {
      const value = values[dimension] ?? null;
      const elsewhere = currency !== undefined && code !== null && code !== currency;
      if (elsewhere || (hidden && value !== own && value !== null)) continue;
      sizes.set(value, (sizes.get(value) ?? 0) + rows);
    }
    const values = [...sizes].toSorted(
      ([a, one], [b, other]) => Number(a === null) - Number(b === null) || other - one || ((a ?? "") < (b ?? "") ? -1 : 1),
    );
    return {
      dimensions,
      of: ofDebts ? "debts" : "attempts",
      values: values
        .slice(0, MOST)
        .map(([value, n]) => ({ value, name: (value === null ? undefined : names?.get(value)?.name) ?? null, n })),
      more: Math.max(0, values.length - MOST),
    };
  }
}
