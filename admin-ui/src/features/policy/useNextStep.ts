import { computed, type MaybeRefOrGetter, toValue } from "vue";
import { useI18n } from "vue-i18n";
import type { Outlook } from "@/api/types";
import { serverNow } from "@/composables/serverClock";
import { useFormat } from "@/composables/useFormat";
import { useDispatch } from "@/features/dispatch/useDispatch";

/**
 * When the next message leaves by itself, in words. A plan whose hour has come waits for the switch or for lawful hours, and a past hour
 * would say neither. Undefined when nothing comes; `null` when it has no date.
 */
export function useNextStep(outlook: MaybeRefOrGetter<Outlook | undefined>) {
  const { t } = useI18n();
  const { state } = useDispatch();
  const { planned } = useFormat(() => toValue(outlook)?.zone);
  return computed<string | null | undefined>(() => {
    const view = toValue(outlook);
    if (!view || view.next.state === "none") return undefined;
    if (!view.next.at) return null;
    if (state.value !== "on" && state.value !== undefined) return t("next.whenOn");
    const opens = view.decision.verdict === "not_before" ? view.decision.notBefore : null;
    const at = opens && Date.parse(opens) > Date.parse(view.next.at) ? opens : view.next.at;
    return Date.parse(at) > serverNow() ? planned(at) : t("next.now");
  });
}
