import { invalid } from "../../../../shared/errors.js";
import { type Dimension, DIMENSIONS } from "../../metrics/domain/metric.js";

/** Only what is of one of these values. */
export interface CutFilter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
}

/** More than so many at once nobody tells apart. */
const MOST = 20;

/**
 * What `where` says: `dimension:value`, several values with `|`, several dimensions with commas; what is of no known value is `dimension:-`.
 * @throws DomainError `figures.dimension_unknown`, `figures.filter_unreadable`
 */
export function filtersIn(where: string | undefined): CutFilter[] {
  if (where === undefined || where === "") return [];
  return where.split(",").map((part) => {
    const [name = "", ...rest] = part.split(":");
    const values = rest.join(":").split("|").map(decodeURIComponent);
    if (rest.length === 0 || values.some((value) => value === "") || values.length > MOST) throw unreadable(part);
    return { dimension: dimensionNamed(name, "where"), values };
  });
}

/**
 * The same filters for somebody who may look at no other agent: of agents only the reader and what nobody did is left.
 * @param own the reader's number; null where the reader sees all
 */
export function ownAgentsOnly(where: readonly CutFilter[], own: string | null): CutFilter[] {
  if (own === null) return [...where];
  return where.map((filter) =>
    filter.dimension === "agent" ? { ...filter, values: filter.values.filter((value) => value === own || value === "-") } : filter,
  );
}

/** @throws DomainError `figures.dimension_unknown` */
export function dimensionNamed(name: string, field: string): Dimension {
  const found = DIMENSIONS.find((dimension) => dimension === name);
  if (found) return found;
  const remedy = `Name one of ${DIMENSIONS.join(", ")}.`;
  throw invalid("figures.dimension_unknown", "Figures are not cut by that.", { field, remedy, params: { name } });
}

function unreadable(part: string) {
  const remedy = `Write dimension:value, with | between up to ${MOST} values.`;
  return invalid("figures.filter_unreadable", "This filter cannot be read.", { field: "where", remedy, params: { part } });
}
