import { useQuery } from "@tanstack/vue-query";
import { computed, type ComputedRef, type MaybeRefOrGetter, toValue } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";

interface SegmentName {
  key: string;
  name: string;
}

/** The segments of the five stages have no name of their own: they are called like the stage. */
export function useSegmentName() {
  const i18n = useI18n();
  return ({ key, name }: { key: string; name: string | null }) =>
    (name === null || name === key) && i18n.te(`stage.${key}`, "en") ? i18n.t(`stage.${key}`) : (name ?? key);
}

/** Segments a cadence may be for, by name; the current one also while the list is read, or when it is gone. */
export function useSegments(current: MaybeRefOrGetter<SegmentName | null>): ComputedRef<readonly SegmentName[]> {
  const nameOf = useSegmentName();
  const { data } = useQuery({ queryKey: ["segments"], queryFn: ({ signal }) => api("GET /api/segments", {}, signal) });
  return computed(() => {
    const own = toValue(current);
    const all = (data.value?.items ?? []).map((segment) => ({ key: segment.key, name: nameOf(segment) }));
    return own && !all.some(({ key }) => key === own.key) ? [{ key: own.key, name: nameOf(own) }, ...all] : all;
  });
}
