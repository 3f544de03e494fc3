import { computed } from "vue";
import { useRoute, useRouter } from "vue-router";
import { useFormat } from "@/composables/useFormat";
import { chipsIn, whereOf } from "./filters/where";
import { calendarDate, type Days, type Preset, presetDays, PRESETS, previousDays, usualPreset } from "./periods";

/** What the overview shows, all of it in the address: a reload, a link and a saved view show the same. */
export function useFilters() {
  const route = useRoute();
  const router = useRouter();
  const { today, day } = useFormat();
  const text = (name: string) => {
    const value = route.query[name];
    return typeof value === "string" ? value : "";
  };

  const asOf = computed(() =>
    Number.isNaN(Date.parse(text("asOf"))) || text("asOf") === "" ? undefined : new Date(text("asOf")).toISOString(),
  );
  const now = computed(() => (asOf.value === undefined ? today() : day(asOf.value)));
  const own = computed<Days | undefined>(() => {
    const [from, to] = [calendarDate(text("from")), calendarDate(text("to"))];
    return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
  });
  const preset = computed<Preset | undefined>(() =>
    own.value ? undefined : (PRESETS.find((id) => id === text("period")) ?? usualPreset(now.value)),
  );
  const days = computed<Days>(() => own.value ?? presetDays(preset.value ?? usualPreset(now.value), now.value));
  const compare = computed(() => text("compare") !== "none");
  const before = computed<Days | undefined>(() => (compare.value ? previousDays(days.value) : undefined));
  const currency = computed(() => (/^[A-Z]{3}$/.test(text("currency")) ? text("currency") : undefined));

  const chips = computed(() => chipsIn(text("where")));
  const where = computed(() => whereOf(chips.value));

  /** Puts parts into the address, or takes them out where they are empty; the others stay. */
  function set(parts: Readonly<Record<string, string | undefined>>): void {
    const query = Object.fromEntries(
      Object.entries({ ...route.query, ...parts }).filter(([, value]) => value !== undefined && value !== ""),
    );
    void router.replace({ query, hash: route.hash });
  }

  return { asOf, now, preset, days, before, compare, currency, chips, where, set };
}

export type Filters = ReturnType<typeof useFilters>;
