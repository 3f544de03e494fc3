import { useI18n } from "vue-i18n";
import type { Amount, Step } from "@/api/types";
import { useFormat } from "@/composables/useFormat";
import type { Change } from "./diff";
import { useStepWords } from "../useStepWords";

/** One change in a sentence, in the reader's language. */
export function useChangeWords(titleOf: (template: string) => string, segmentName: (key: string | null) => string) {
  const { t } = useI18n();
  const { count, money } = useFormat();
  const { dayWords } = useStepWords();
  const stepOf = (step: Step) => step.name || dayWords(step.offsetDays);
  const amounts = (list: readonly Amount[]) =>
    list.length === 0 ? t("cadence.change.none") : list.map((amount) => money(amount)).join(", ");
  const daysOf = (days: number | null) => (days === null ? t("cadence.change.none") : count("daysN", days));

  return (change: Change): string => {
    switch (change.kind) {
      case "added":
        return t("cadence.change.added", {
          step: stepOf(change.step),
          day: dayWords(change.step.offsetDays),
          template: titleOf(change.step.template),
        });
      case "removed":
        return t("cadence.change.removed", { step: stepOf(change.step), day: dayWords(change.step.offsetDays) });
      case "day":
        return t("cadence.change.day", { step: stepOf(change.step), from: dayWords(change.from), to: dayWords(change.to) });
      case "grace":
        return t("cadence.change.grace", { step: stepOf(change.step), from: count("daysN", change.from), to: count("daysN", change.to) });
      case "template":
        return t("cadence.change.template", { step: stepOf(change.step), from: titleOf(change.from), to: titleOf(change.to) });
      case "stepName":
        return t("cadence.change.stepName", { day: dayWords(change.step.offsetDays), from: change.from, to: change.to });
      case "condition":
        return t(change.to === null ? "cadence.change.conditionGone" : "cadence.change.condition", { step: stepOf(change.step) });
      case "name":
        return t("cadence.change.name", { from: change.from, to: change.to });
      case "segment":
        return t("cadence.change.segment", { from: segmentName(change.from), to: segmentName(change.to) });
      case "replied":
        return t("cadence.change.replied", { from: daysOf(change.from), to: daysOf(change.to) });
      case "promise":
        return t(change.to ? "cadence.change.promiseOn" : "cadence.change.promiseOff");
      case "smallBalance":
        return t("cadence.change.small", { from: amounts(change.from), to: amounts(change.to) });
    }
  };
}
