import { useQuery } from "@tanstack/vue-query";
import { computed, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";
import type { Import } from "@/api/types";
import { serverNow } from "@/composables/serverClock";

const PACE = 1_000;

/** Still at work, so that it is worth asking again. */
export const isMoving = ({ status }: Pick<Import, "status">) => status === "running" || status === "undoing";

export const IMPORT_TONE: Record<Import["status"], string> = {
  running: "info",
  undoing: "info",
  done: "ok",
  failed: "bad",
  cancelled: "warn",
  undone: "line",
};

/** One import, read each second while it runs. */
export function useImport(id: Ref<string | undefined>) {
  const { locale } = useI18n();
  return useQuery({
    queryKey: computed(() => ["import", id.value, locale.value] as const),
    queryFn: ({ signal }) => api("GET /api/imports/:id", { params: { id: id.value ?? "" }, query: { lang: locale.value } }, signal),
    enabled: computed(() => id.value !== undefined),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? PACE : false),
  });
}

/** The import that runs now, of whoever started it. */
export function useRunning() {
  return useQuery({
    queryKey: ["imports", "running"],
    queryFn: ({ signal }) => api("GET /api/imports", { query: { limit: 5 } }, signal),
    select: ({ items }) => items.find(({ status }) => status === "running") ?? null,
  });
}

/** Seconds left at the pace so far; undefined while that would be a guess. */
export function secondsLeft({ rows, total, startedAt }: Import): number | undefined {
  const spent = (serverNow() - Date.parse(startedAt)) / 1_000;
  if (total === null || rows === 0 || spent < 2) return undefined;
  return Math.max(1, Math.round((spent / rows) * (total - rows)));
}

/** Why it stopped: the catalogue's sentence where one needs no more than the code, else the server's. */
export function useFailure(): (failure: NonNullable<Import["failure"]>) => { text: string; lang: string | undefined } {
  const i18n = useI18n();
  return ({ code, message, remedy }) => {
    const key = `errors.${code}`;
    const plain = i18n.te(`${key}.message`, "en") && !String(i18n.tm(`${key}.message`)).includes("{");
    if (plain) return { text: `${i18n.t(`${key}.message`)} ${i18n.t(`${key}.remedy`)}`, lang: undefined };
    return { text: [message, remedy].filter(Boolean).join(" "), lang: "en" };
  };
}
