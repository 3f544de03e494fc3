import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";

/**
 * Who did something, as people know them. The journal keeps numbers only (`user:12`); names come from the helpdesk's own list, so that
 * somebody who left is still "User 12".
 */
export function useActorName(): (actor: string) => string {
  const { t } = useI18n();
  const people = useQuery({
    queryKey: ["names"],
    queryFn: ({ signal }) => api("GET /api/people", {}, signal),
    staleTime: 600_000,
    retry: false,
    meta: { quiet: true },
  });
  const names = computed(() => new Map(people.data.value?.items.map(({ hostUserId, name }) => [String(hostUserId), name])));
  return (actor) => {
    const [kind = "", id = ""] = actor.split(":", 2);
    if (kind === "user") return names.value.get(id) ?? t("actor.user", { id });
    if (kind === "system") return "Saldo";
    if (kind === "debtor") return t("actor.debtor");
    if (kind === "host") return t("actor.host");
    return kind === "key" ? t("actor.key") : actor;
  };
}
