import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

/** What can be told over several currencies and is looked at first. */
const IDS = ["portfolio.outstanding", "portfolio.overdue", "collected.total", "recovery.period"] as const;

/** Figures over several currencies in one; what stood there stays while the next is read. */
export function useConsolidated(
  period: () => { readonly from: string; readonly to: string; readonly asOf?: string },
  into: () => string | undefined,
) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["overview", "consolidated", lang.value, into(), period()] as const),
    queryFn: ({ signal }) => {
      const target = into();
      const query = { ...period(), ids: IDS.join(","), lang: lang.value, ...(target === undefined ? {} : { into: target }) };
      return api("GET /api/figures/consolidated", { query }, signal);
    },
    placeholderData: (earlier) => earlier,
  });
}
