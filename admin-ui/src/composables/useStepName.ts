import { useI18n } from "vue-i18n";
import { useFormat } from "./useFormat";

/** A step of a cadence in words: `d1_30.day_12` is "12 days after". Ids of another shape are shown as they are. */
export function useStepName(): (step: string) => string {
  const { t } = useI18n();
  const { count } = useFormat();
  return (step) => {
    const match = /\.(minus|day)_(\d+)$/.exec(step);
    if (!match) return step;
    const days = Number(match[2]);
    if (days === 0) return t("step.due");
    return count(match[1] === "minus" ? "step.before" : "step.after", days);
  };
}
