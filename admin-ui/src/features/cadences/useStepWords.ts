import { useI18n } from "vue-i18n";
import type { Step } from "@/api/types";
import { useFormat } from "@/composables/useFormat";

/** Days and names of steps in words. */
export function useStepWords() {
  const { t } = useI18n();
  const { count, number } = useFormat();
  function dayWords(day: number): string {
    if (day === 0) return t("step.due");
    return count(day < 0 ? "step.before" : "step.after", Math.abs(day));
  }
  return {
    dayWords,
    graceWords: (days: number) => (days === 0 ? t("cadence.step.noGrace") : count("cadence.step.graceShort", days)),
    nameOf: (step: Pick<Step, "name">, index: number) =>
      step.name ? t("cadence.step.named", { n: number(index), name: step.name }) : t("cadence.step.unnamed", { n: number(index) }),
  };
}
