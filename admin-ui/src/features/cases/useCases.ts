import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { useRoute, useRouter } from "vue-router";
import { api, type Input } from "@/api/client";

type Query = NonNullable<Input<"GET /api/cases">["query"]>;
export const CASE_VIEWS = ["mine", "team", "unowned", "all"] as const;
export const CASE_GROUPS = ["late", "soon", "today", "later", "paused"] as const;
const PAGE = 100;

/** The queue as the address asks for it: a reload, a link and a saved view show the same. */
export function useQueue() {
  const { locale } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const text = (name: string) => {
    const value = route.query[name];
    return typeof value === "string" ? value : "";
  };
  const view = computed(() => CASE_VIEWS.find((id) => id === text("view")) ?? "team");
  const filters = computed(() => ({
    reason: text("reason"),
    stage: text("stage"),
    group: text("clock"),
    currency: /^[A-Z]{3}$/.test(text("currency")) ? text("currency") : "",
  }));
  function set(name: string, value: string): void {
    const { [name]: _, ...rest } = route.query;
    void router.replace({ query: value === "" ? rest : { ...rest, [name]: value } });
  }
  const list = useInfiniteQuery({
    queryKey: computed(() => ["cases", locale.value, view.value, filters.value] as const),
    queryFn: ({ pageParam, signal }) => {
      const given = Object.fromEntries(Object.entries(filters.value).filter(([, value]) => value !== ""));
      const query: Query = { ...given, view: view.value, lang: locale.value, limit: PAGE };
      if (pageParam !== "") query.cursor = pageParam;
      return api("GET /api/cases", { query }, signal);
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: (earlier) => earlier,
  });
  return {
    view,
    filters,
    set,
    list,
    rows: computed(() => list.data.value?.pages.flatMap(({ items }) => items) ?? []),
    summary: computed(() => list.data.value?.pages.at(-1)),
  };
}

export function useCase(id: Ref<string>) {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["case", id.value, locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/cases/:id", { params: { id: id.value }, query: { lang: locale.value } }, signal),
    enabled: computed(() => id.value !== ""),
  });
}

/** Every clock of a case with its sentence. */
export function useCaseClocks(id: Ref<string>) {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["case-clock", id.value, locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/cases/:id/clock", { params: { id: id.value }, query: { lang: locale.value } }, signal),
    enabled: computed(() => id.value !== ""),
  });
}

/** People of the account a case can be given to. */
export function useColleagues() {
  return useQuery({ queryKey: ["people"], queryFn: ({ signal }) => api("GET /api/people", {}, signal), staleTime: 60_000 });
}
