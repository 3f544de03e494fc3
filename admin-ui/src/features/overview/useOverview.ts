import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";
import { useDefinitions } from "@/features/metrics/useDefinitions";
import type { FilteredFigures, FiguresView } from "@/api/types";
import type { Days } from "./periods";
import { useCatchUp } from "./useCatchUp";
import type { Filters } from "./useFilters";

/** What stood there stays while the next is read: nothing flickers when something happens. */
const stay = <T>(earlier: T | undefined) => earlier;

/** Months of a small line. */
const PERIODS = 7;

/** Everything the overview reads, once for all its cards. Live: `useLive` has it read again when something is put on record. */
export function useOverview({ asOf, days, before, currency: chosen, where }: Filters, tiles: Ref<readonly string[]>) {
  const { lang } = useFormat();
  const at = computed(() => (asOf.value === undefined ? {} : { asOf: asOf.value }));
  const filtered = computed(() => where.value !== undefined);
  const whole = computed(() => !filtered.value);
  const period = computed(() => ({ ...days.value, ...at.value }));
  const figuresOf = (of: () => Days | undefined) => ({
    queryKey: computed(() => ["overview", "figures", lang.value, of(), asOf.value, where.value, where.value && tiles.value] as const),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<FiguresView | FilteredFigures> => {
      const query = { ...of(), ...at.value, lang: lang.value };
      if (where.value === undefined) return api("GET /api/figures", { query }, signal);
      return api("GET /api/figures/filtered", { query: { ...query, ids: tiles.value.join(","), where: where.value } }, signal);
    },
    enabled: computed(() => of() !== undefined && (where.value === undefined || tiles.value.length > 0)),
    placeholderData: stay,
  });
  const today = useQuery({
    queryKey: computed(() => ["overview", "today", asOf.value] as const),
    queryFn: ({ signal }) => api("GET /api/overview/today", { query: at.value }, signal),
    placeholderData: stay,
  });
  const standing = useQuery({
    queryKey: computed(() => ["overview", "ages", asOf.value] as const),
    queryFn: ({ signal }) => api("GET /api/overview/ages", { query: at.value }, signal),
    placeholderData: stay,
  });
  const standingOf = useQuery({
    queryKey: computed(() => ["overview", "ages", asOf.value, where.value] as const),
    queryFn: ({ signal }) => api("GET /api/overview/ages", { query: { ...at.value, where: where.value ?? "" } }, signal),
    enabled: filtered,
  });
  /** Which currencies there are is told of everything, what is owed in them of what the filters leave. */
  const ages = {
    data: computed(() => (filtered.value ? standingOf : standing).data.value),
    error: computed(() => (filtered.value ? standingOf : standing).error.value),
    refetch: () => (filtered.value ? standingOf : standing).refetch(),
  };
  const matrix = useQuery({
    queryKey: computed(() => ["overview", "matrix", period.value, lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/figures/matrix", { query: { ...period.value, lang: lang.value } }, signal),
    enabled: whole,
    placeholderData: stay,
  });
  const cohorts = useQuery({
    queryKey: computed(() => ["overview", "cohorts", asOf.value, lang.value] as const),
    queryFn: ({ signal }) => api("GET /api/figures/cohorts", { query: { ...at.value, lang: lang.value } }, signal),
    enabled: whole,
    placeholderData: stay,
  });
  const funnel = useQuery({
    queryKey: computed(() => ["overview", "funnel", period.value] as const),
    queryFn: ({ signal }) => api("GET /api/overview/funnel", { query: period.value }, signal),
    enabled: whole,
    placeholderData: stay,
  });
  const denials = useQuery({
    queryKey: computed(() => ["overview", "denials", period.value] as const),
    queryFn: ({ signal }) => api("GET /api/overview/denials", { query: period.value }, signal),
    enabled: whole,
    placeholderData: stay,
  });
  const attention = useQuery({
    queryKey: ["overview", "attention"],
    queryFn: ({ signal }) => api("GET /api/overview/attention", {}, signal),
  });
  useCatchUp(today.dataUpdatedAt, () => (today.data.value?.share ?? 1) === 1);
  const figures = useQuery(figuresOf(() => days.value));
  const earlier = useQuery(figuresOf(() => before.value));
  const definitions = useDefinitions();
  const currencies = computed(() => standing.data.value?.currencies.map((entry) => entry.currency) ?? []);
  /** The one that was picked, else that of the account's country, else the one most debtors owe in: amounts are never added across currencies. */
  const currency = computed(() => chosen.value ?? currencies.value[0]);
  /** The one that was picked, where nobody owes in it and nothing of it was ever counted in these days. */
  const unknown = computed(() => {
    const code = chosen.value;
    if (code === undefined || currencies.value.length === 0 || currencies.value.includes(code) || !figures.data.value) return undefined;
    return figures.data.value.figures.some(({ values }) => values.some((value) => value.currency === code)) ? undefined : code;
  });
  const series = useQuery({
    queryKey: computed(() => ["overview", "series", lang.value, tiles.value, currency.value, asOf.value] as const),
    queryFn: ({ signal }) => {
      const own = currency.value === undefined ? {} : { currency: currency.value };
      const query = { ids: tiles.value.join(","), step: "month" as const, periods: PERIODS, lang: lang.value, ...own, ...at.value };
      return api("GET /api/figures/series", { query }, signal);
    },
    // What the periods before were of a part is not told yet: a line of everybody beside a part's figure would deceive.
    enabled: computed(() => whole.value && standing.data.value !== undefined && tiles.value.length > 0 && unknown.value === undefined),
    // It adds little to what the figures say, and the last point moves slowly.
    staleTime: 60_000,
    placeholderData: stay,
  });
  const part = computed(() => ({ ...period.value, ...(where.value === undefined ? {} : { where: where.value }) }));
  const read = { today, standing, ages, matrix, cohorts, funnel, denials, attention, figures, earlier, series, definitions };
  return { ...read, period, part, filtered, currencies, currency, unknown };
}

export type Overview = ReturnType<typeof useOverview>;
