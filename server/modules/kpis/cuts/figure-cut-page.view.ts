import { Injectable } from "@nestjs/common";
import type { FigureCutView } from "../../../contract/kpis/cuts.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Words } from "../../../platform/words/words.js";
import type { SignedIn } from "../../../shared/actor.js";
import { toIso } from "../../../shared/instant.js";
import { SegmentsReader } from "../../segmentation/index.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import type { Dimension } from "../metrics/domain/metric.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { AgentSight } from "./agent-sight.reader.js";
import { dimensionNamed } from "./domain/cut-filter.js";
import { type CutRow, FigureCuts } from "./figure-cuts.reader.js";

type Query = HandlerInput<typeof routes.kpis.cut>["query"];

/** Figures of parts for a reader, who sees of other agents what the account lets agents see. */
@Injectable()
export class FigureCutPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly cuts: FigureCuts,
    private readonly words: Words,
    private readonly sight: AgentSight,
    private readonly segments: SegmentsReader,
    private readonly objectives: ObjectivesStore,
    private readonly projector: Projector,
  ) {}

  /** @throws DomainError `figures.metric_unknown`, as `ReportingPeriods.of`, `filtersIn` and `FigureCuts.of` */
  async show(reader: SignedIn, { ids, by: byName, where: filter, currency: given, lang, ...asked }: Query): Promise<FigureCutView> {
    const { accountId } = reader;
    const metrics = [...new Set(ids.split(",").map((id) => id.trim()))].map((id) => metricNamed(id, "ids"));
    const by = byName === undefined ? null : dimensionNamed(byName, "by");
    const sees = await this.sight.seesAll(reader);
    const where = await this.sight.filters(reader, filter);
    const currency = given ?? null;
    const { question, first, last } = await this.periods.of(accountId, asked);
    const rows = await this.cuts.of({ question, metrics, by, where, currency });
    const ofAgents = by === "agent" || where.some(({ dimension }) => dimension === "agent");
    const own = this.sight.own(reader);
    const shown = by === "agent" && !sees ? rows.filter(({ value }) => value === own || value === null) : rows;
    const names = by === "segment" ? await this.segmentNames(accountId) : new Map<string, string | null>();
    const objectives = await this.objectives.of(accountId);
    const { share } = await this.projector.freshness(accountId);
    const named = (code: Dimension) => ({ code, name: this.words.say("metric_dimensions", code, lang) ?? code });
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      by: by && named(by),
      where: where.map(({ dimension, values }) => ({ dimension: named(dimension), values: [...values] })),
      currency,
      metrics: metrics.map((metric) => ({
        id: metric.id,
        name: this.words.say("metrics", `${metric.id}.name`, lang) ?? metric.id,
        unit: metric.unit,
        cutBy: this.cuts.dimensionsOf(metric).map(named),
      })),
      rows: shown.toSorted(mostFirst).map(({ value, figures }) => ({
        value,
        name: (value === null ? null : names.get(value)) ?? null,
        own: by === "agent" && value !== null && value === own,
        figures: figures.map(({ metric, values }) => ({
          id: metric.id,
          values: values.map((one) => figureInWords(this.words, metric, objectives, one, lang)),
        })),
      })),
      hidden: ofAgents && !sees,
    };
  }

  private async segmentNames(accountId: number): Promise<Map<string, string | null>> {
    return new Map([...(await this.segments.byKey(accountId))].map(([key, { name }]) => [key, name]));
  }
}

/** By what is below the line of the first figure, or by the figure itself; what is not known comes last. */
function mostFirst(a: CutRow, b: CutRow): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  const [one, other] = [sizeOf(a), sizeOf(b)];
  if (one !== other) return one > other ? -1 : 1;
  return (a.value ?? "") < (b.value ?? "") ? -1 : 1;
}

function sizeOf({ figures: [first] }: CutRow): bigint {
  const [value] = first?.values ?? [];
  if (value?.state !== "value") return 0n;
  return first!.metric.denominator === null ? value.numerator : value.denominator;
}
