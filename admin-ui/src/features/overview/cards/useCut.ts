import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { api } from "@/api/client";
import { useFormat } from "@/composables/useFormat";

interface CutPart {
  readonly ids: readonly string[];
  readonly by: string;
  readonly from: string;
  readonly to: string;
  readonly asOf?: string;
  readonly where?: string;
  readonly currency?: string | undefined;
}

/** Figures of each value of a dimension; what stood there stays while the next is read. */
export function useCut(part: () => CutPart) {
  const { lang } = useFormat();
  return useQuery({
    queryKey: computed(() => ["overview", "cut", lang.value, part()] as const),
    queryFn: ({ signal }) => {
      const { ids, currency, ...rest } = part();
      const query = { ...rest, ids: ids.join(","), lang: lang.value, ...(currency === undefined ? {} : { currency }) };
      return api("GET /api/figures/cut", { query }, signal);
    },
    placeholderData: (earlier) => earlier,
  });
}
