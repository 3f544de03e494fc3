import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";

/** The clocks of a debtor's open cases, with what each says about itself. */
export function useDebtorClocks(debtorId: Readonly<Ref<string>>) {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["debtor-clocks", debtorId.value, locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors/:id/clocks", { params: { id: debtorId.value }, query: { lang: locale.value } }, signal),
  });
}
