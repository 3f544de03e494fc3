import { computed } from "vue";
import { useCutName } from "../cards/useCutName";
import type { Filters } from "../useFilters";
import { useCutValues } from "./useCutValues";

/** A name as it begins a line. */
export const capital = (name: string) => name.charAt(0).toLocaleUpperCase() + name.slice(1);

/** What filters say in the reader's language: `Customer type`, `company, person`. */
export function useChipText(filters: Filters, currency: () => string | undefined) {
  const nameOf = useCutName();
  const { chips } = filters;
  const dimensions = useCutValues(
    filters,
    () => undefined,
    () => undefined,
    () => chips.value.length > 0,
  );
  // Segments have the names that the account gave them; everything else speaks for itself.
  const segments = useCutValues(
    filters,
    () => "segment",
    () => undefined,
    () => chips.value.some(({ dimension }) => dimension === "segment"),
  );
  return computed(() =>
    chips.value.map(({ dimension, values }) => ({
      dimension,
      values,
      name: dimensions.data.value?.dimensions.find(({ code }) => code === dimension)?.name ?? dimension,
      title: capital(dimensions.data.value?.dimensions.find(({ code }) => code === dimension)?.name ?? dimension),
      text: values
        .map((value) => {
          const given = dimension === "segment" ? segments.data.value?.values.find((one) => one.value === value)?.name : undefined;
          return nameOf(dimension, value === "-" ? null : value, given ?? null, currency());
        })
        .join(", "),
    })),
  );
}
