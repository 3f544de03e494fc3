import { useInfiniteQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useRoute } from "vue-router";
import { addressOf, api, type Input } from "@/api/client";
import { useFormat } from "@/composables/useFormat";
import type { Filters } from "@/features/overview/useFilters";

type Query = NonNullable<Input<"GET /api/figures/:metric/cases">["query"]>;
const COLUMNS: readonly string[] = ["pre_due", "due", "d1_30", "d31_90", "d91_plus", "paid", "written_off", "closed"];

/** The cases behind a figure, page by page, as the address asks for them. Every page is of the instant of the first one. */
export function useCases(id: Ref<string>, filters: Filters) {
  const route = useRoute();
  const { lang } = useFormat();
  const text = (name: string) => (typeof route.query[name] === "string" ? route.query[name] : "");
  const part = computed<NonNullable<Query["part"]>>(() => (text("part") === "denominator" ? "denominator" : "numerator"));
  const asked = computed<Query>(() => {
    const query: Query = { ...filters.days.value, part: part.value, lang: lang.value };
    if (filters.asOf.value !== undefined) query.asOf = filters.asOf.value;
    if (filters.currency.value !== undefined) query.currency = filters.currency.value;
    if (filters.where.value !== undefined) query.where = filters.where.value;
    // The address is anybody's: what it cannot mean is left out.
    if (COLUMNS.slice(0, 5).includes(text("stage"))) query.stage = text("stage") as NonNullable<Query["stage"]>;
    if (COLUMNS.includes(text("column"))) query.column = text("column") as NonNullable<Query["column"]>;
    return query;
  });
  const list = useInfiniteQuery({
    queryKey: computed(() => ["figures", "cases", id.value, asked.value] as const),
    queryFn: ({ pageParam, signal }) => {
      const query: Query = { ...asked.value, limit: 50 };
      if (pageParam.cursor !== "") Object.assign(query, pageParam);
      return api("GET /api/figures/:metric/cases", { params: { metric: id.value }, query }, signal);
    },
    initialPageParam: { cursor: "", asOf: "", currency: "" },
    getNextPageParam: ({ next, asOf, currency }) => (next === null ? undefined : { cursor: next, asOf, currency: currency ?? "" }),
    staleTime: 60_000,
  });
  const view = computed(() => list.data.value?.pages[0]);
  const rows = computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []);
  /** All of it as a file, of the same instant. */
  const file = computed(() => {
    const { asOf, currency } = view.value ?? {};
    const query = { ...asked.value, ...(asOf === undefined ? {} : { asOf }), ...(currency == null ? {} : { currency }) };
    return addressOf("GET /api/figures/:metric/cases/file", { params: { metric: id.value }, query });
  });
  const stage = computed(() => asked.value.stage);
  const column = computed(() => asked.value.column);
  return { list, view, rows, file, part, stage, column };
}
