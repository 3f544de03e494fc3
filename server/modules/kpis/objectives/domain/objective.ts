import { invalid } from "../../../../shared/errors.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Metric, ObjectiveBand } from "../../metrics/domain/metric.js";

export type ObjectivePart = NonNullable<ObjectiveBand["of"]>;

/** An accepted range in the figure's own unit, as `ObjectiveBand` writes it. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
  readonly attention: number | null;
}

/** What an account set for itself. */
export interface OwnObjective extends Bounds {
  /** The part of the portfolio it holds for; null for all of it. */
  readonly of: ObjectivePart | null;
  readonly setAt: Instant;
  /** As the journal names who did it. */
  readonly setBy: string;
}

/** By metric. */
export type OwnObjectives = ReadonlyMap<string, readonly OwnObjective[]>;

export interface ObjectiveInForce extends Bounds {
  readonly of: ObjectivePart | null;
  /** Null where the account set it itself. */
  readonly source: ObjectiveBand["source"] | null;
  readonly own: OwnObjective | null;
  /** What holds again when the account's own is taken back; null where nothing is published. */
  readonly published: ObjectiveBand | null;
}

/** The objectives an account measures a metric by: its own, and the published ones it has not replaced. */
export function objectivesInForce(metric: Metric, own: OwnObjectives): ObjectiveInForce[] {
  const mine = own.get(metric.id) ?? [];
  const replaced = metric.objectives.map((published): ObjectiveInForce => {
    const of = published.of ?? null;
    const set = mine.find((objective) => objective.of === of) ?? null;
    const { from, to, attention } = set ?? published;
    return { from, to, attention: attention ?? null, of, source: set ? null : published.source, own: set, published };
  });
  const added = mine.filter(({ of }) => !metric.objectives.some((published) => (published.of ?? null) === of));
  return [
    ...replaced,
    ...added.map((set) => ({
      from: set.from,
      to: set.to,
      attention: set.attention,
      of: set.of,
      source: null,
      own: set,
      published: null,
    })),
  ];
}

/** The metric as the account sees it, for whatever shows or judges its figures: no bound of these is rounded to. */
export function withObjectives(metric: Metric, own: OwnObjectives): Metric {
  if (!own.has(metric.id)) return metric;
  const objectives = objectivesInForce(metric, own).map(({ from, to, attention, of }): ObjectiveBand => ({
    from,
    to,
    source: "whatsapp_guide",
    ...(attention === null ? {} : { attention }),
    ...(of === null ? {} : { of }),
  }));
  return { ...metric, objectives };
}

/** Bounds are kept to a thousandth: finer than any figure is shown. */
export const BOUND_PARTS = 1_000;
const LIMITS: Readonly<Partial<Record<Metric["unit"], readonly [least: number, most: number]>>> = {
  percent: [0, 1_000],
  points: [-100, 100],
};
const USUAL_LIMITS = [0, 1_000_000] as const;

/**
 * @throws DomainError `objective.of_amount` for a figure that is an amount: one bound would hold in every currency; `objective.empty` without
 * the end that can be missed; `objective.backwards` where it begins after its end; `objective.out_of_range` for a bound that the unit cannot have or that is
 * finer than a thousandth; `objective.attention_inside` where the attention bound is not on the bad side
 */
export function checkBounds({ unit, better }: Metric, { from, to, attention }: Bounds): void {
  if (unit === "money") {
    throw invalid("objective.of_amount", "An amount has no objective: it would hold in every currency alike.", {
      remedy: "Set one for a share or a number instead.",
    });
  }
  if ((better === "down" ? null : from) === null && (better === "up" ? null : to) === null) {
    throw invalid("objective.empty", "An objective needs the end that its figure can miss.", {
      field: better === "down" ? "to" : "from",
      remedy: better === "down" ? "Give an upper end." : better === "up" ? "Give a lower end." : "Give a lower or an upper end.",
    });
  }
  const [least, most] = LIMITS[unit] ?? USUAL_LIMITS;
  for (const [field, bound] of Object.entries({ from, to, attention })) {
    if (bound === null) continue;
    if (bound < least || bound > most || !isKept(bound)) {
      throw invalid("objective.out_of_range", `This bound must lie between ${least} and ${most}, with three decimals at the most.`, {
        field,
        params: { least, most },
      });
    }
  }
  if (from !== null && to !== null && from > to) {
    throw invalid("objective.backwards", "The objective begins after its end.", { field: "to", remedy: "Exchange the two." });
  }
  if (attention !== null && !isBad(better, { from, to }, attention)) {
    throw invalid("objective.attention_inside", "What needs a look at once has to lie on the bad side of the objective.", {
      field: "attention",
      remedy: better === "down" ? "Name a bound above the objective." : "Name a bound below the objective.",
    });
  }
}

const isKept = (bound: number) => Math.abs(bound * BOUND_PARTS - Math.round(bound * BOUND_PARTS)) < 1e-6;

/** Where less is better, at the upper end or beyond; where more is, at the lower end or below; else outside on either side. */
function isBad(better: Metric["better"], { from, to }: Omit<Bounds, "attention">, attention: number): boolean {
  const above = attention >= (to ?? from ?? 0);
  const below = attention <= (from ?? to ?? 0);
  if (better === "band") return above || below;
  return better === "down" ? above : below;
}
