import { computed, reactive, ref } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";
import type { MetricDefinition } from "@/api/types";
import { useAction } from "@/composables/useAction";
import { useToasts } from "@/composables/useToasts";
import { boundText, readBound } from "@/features/metrics/bound-text";
import type { AlertRule } from "./useAlerts";

/** A figure that one threshold can stand for. */
export interface Watchable {
  readonly id: string;
  readonly name: string;
  readonly unit: MetricDefinition["unit"];
  readonly better: MetricDefinition["better"];
}
type Parts = Pick<AlertRule, "side" | "raise" | "clear" | "readings" | "days" | "least" | "note" | "mail" | "on">;

const SHORTEST = 3;
const NEW = { readings: 3, days: 30, least: 10 } as const;

/** What is typed of a rule, what is wrong with it, and how it is set and taken back. What was before can be had back at once. */
export function useRuleForm(rule: AlertRule | undefined, others: readonly Watchable[], close: () => void) {
  const { t, locale } = useI18n();
  const { done } = useToasts();
  const [first] = others;
  // As the field holds it.
  const badSide: string = rule?.side ?? (first?.better === "down" ? "above" : "below");
  const typed = reactive({
    metric: rule?.metric ?? first?.id ?? "",
    side: badSide,
    raise: boundText(rule?.raise ?? null, locale.value),
    clear: boundText(rule?.clear ?? null, locale.value),
    readings: String(rule?.readings ?? NEW.readings),
    days: String(rule?.days ?? NEW.days),
    least: String(rule?.least ?? NEW.least),
    note: rule?.note ? String(rule.note) : "",
    mail: rule?.mail ?? false,
    on: rule?.on === false ? "off" : "on",
    reason: "",
  });
  const tried = ref(false);
  const unit = computed(() => (rule?.unit as Watchable["unit"]) ?? others.find(({ id }) => id === typed.metric)?.unit ?? "count");
  const whole = (text: string) => (/^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const values = computed(() => ({
    raise: readBound(typed.raise, locale.value) ?? Number.NaN,
    clear: readBound(typed.clear, locale.value) ?? Number.NaN,
    readings: whole(typed.readings),
    days: whole(typed.days),
    least: whole(typed.least),
    note: typed.note.trim() === "" ? null : whole(typed.note),
  }));
  const flaws = computed<Partial<Record<keyof Parts | "reason", string>>>(() => {
    if (!tried.value) return {};
    const found: Partial<Record<keyof Parts | "reason", string>> = {};
    for (const [field, value] of Object.entries(values.value)) {
      if (value === null || !Number.isNaN(value)) continue;
      found[field as keyof Parts] = t(field === "raise" || field === "clear" ? "definitions.objective.edit.number" : "alerts.edit.whole");
    }
    if (typed.reason.trim().length < SHORTEST) found.reason = t("definitions.objective.edit.reasonShort");
    return found;
  });

  const put = (parts: Parts, reason: string) =>
    api("PUT /api/alerts/rules/:metric", { params: { metric: typed.metric }, body: { ...parts, reason } });
  const takeBack = () => api("DELETE /api/alerts/rules/:metric", { params: { metric: typed.metric } });
  const before = () => {
    if (!rule?.own) return takeBack();
    const { side, raise, clear, readings, days, least, note, mail, on } = rule;
    return put({ side, raise, clear, readings, days, least, note, mail, on }, t("ui.undoNote"));
  };
  const ended = (text: string) => () => {
    done(t(text), undefined, before);
    close();
  };
  const setting = useAction(
    () => put({ ...values.value, side: typed.side as Parts["side"], mail: typed.mail, on: typed.on === "on" }, typed.reason.trim()),
    { onDone: ended("alerts.edit.saved") },
  );
  const reset = useAction(takeBack, { onDone: ended("alerts.edit.resetDone") });
  function submit(): void {
    tried.value = true;
    if (Object.keys(flaws.value).length === 0 && !setting.busy.value) void setting.run(undefined);
  }
  return { typed, flaws, unit, save: { submit, busy: setting.busy, problem: setting.problem }, reset };
}
