import { Keyboard, User } from "@lucide/vue";
import { useQuery } from "@tanstack/vue-query";
import { type Component, computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { useRouter } from "vue-router";
import { api } from "@/api/client";
import { panelActions } from "@/composables/useActions";
import { useFormat } from "@/composables/useFormat";
import { useMe } from "@/composables/useMe";
import { pagesFor } from "@/features/shell/pages";
import { matches, overlay } from "./palette";

export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly key?: string;
  readonly icon: Component;
  readonly run: () => void;
}

const SHOWN = 6;

/** Debtors, pages, actions, in that order, as far as they fit what is typed. @param asked what was typed, a moment ago */
export function usePaletteItems(typed: Ref<string>, asked: Ref<string>) {
  const { t } = useI18n();
  const { money } = useFormat();
  const { me } = useMe();
  const router = useRouter();
  const params = computed(() => ({ accountId: me.value?.account.id }));
  const search = useQuery({
    queryKey: computed(() => ["debtors", "palette", asked.value] as const),
    queryFn: ({ signal }) => api("GET /api/debtors", { query: { q: asked.value, limit: SHOWN } }, signal),
    enabled: computed(() => asked.value.length > 1),
    placeholderData: (earlier) => earlier,
  });
  const debtors = computed<PaletteItem[]>(() =>
    asked.value.length < 2 || typed.value.trim().length < 2
      ? []
      : (search.data.value?.items ?? []).map((item) => ({
          id: `debtor-${item.id}`,
          label: item.name,
          note: [...item.owes.map((sum) => money(sum)), ...(item.stage ? [t(`stage.${item.stage}`)] : [])].join(", "),
          icon: User,
          run: () => void router.push({ name: "debtor", params: { ...params.value, debtorId: item.id } }),
        })),
  );
  const pages = computed<PaletteItem[]>(() => {
    const role = me.value?.role;
    return (role ? (["work", "control"] as const).flatMap((group) => pagesFor(role, group)) : []).map(({ name, icon }) => ({
      id: `page-${name}`,
      label: t(`pages.${name}`),
      icon,
      run: () => void router.push({ name, params: params.value }),
    }));
  });
  const actions = computed<PaletteItem[]>(() => [
    ...panelActions.value,
    { id: "keys", label: t("commands.keys"), key: "?", icon: Keyboard, run: () => (overlay.value = "keys") },
  ]);
  const fit = (items: readonly PaletteItem[]) => items.filter(({ label }) => matches(label, typed.value));
  const groups = computed(() =>
    [
      { name: "debtors", items: debtors.value },
      { name: "pages", items: fit(pages.value) },
      { name: "actions", items: fit(actions.value) },
    ].filter(({ items }) => items.length > 0),
  );
  return { groups, searching: search.isFetching, failed: search.isError };
}
