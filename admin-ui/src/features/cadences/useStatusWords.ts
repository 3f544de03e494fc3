import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import type { Cadence, CadenceHead } from "@/api/types";
import { useFormat } from "@/composables/useFormat";

export const STATUS_TONE = { draft: "info", published: "ok", paused: "warn", archived: "line" } as const satisfies Record<
  CadenceHead["status"],
  string
>;

/** What is in force and what is being written, in a badge and a line. */
export function useStatusWords(cadence: Ref<Cadence | undefined>) {
  const { t } = useI18n();
  const { count } = useFormat();
  return {
    badge: computed(() => {
      const view = cadence.value;
      if (!view) return { tone: "line", text: "" };
      if (view.status === "archived" || view.status === "paused")
        return { tone: STATUS_TONE[view.status], text: t(`cadence.status.${view.status}`) };
      if (view.draft || view.version === null) return { tone: "info", text: t("cadence.draftOf", { n: (view.version ?? 0) + 1 }) };
      return { tone: "ok", text: t("cadence.version", { n: view.version }) };
    }),
    liveLine: computed(() => {
      const view = cadence.value;
      if (!view) return "";
      if (view.version === null) return t("cadence.neverLive");
      if (view.status !== "published") return t("cadence.notLive", { n: view.version });
      return count("cadence.live", view.debtors, { version: view.version });
    }),
  };
}
