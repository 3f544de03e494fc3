import { useI18n } from "vue-i18n";

/** Rules are named by pack and id (`CO-2300/hours`); people know them by the id. */
export function useRuleName() {
  const i18n = useI18n();
  return (rule: string): string => {
    const id = rule.split(/[/.:]/).at(-1) ?? rule;
    return i18n.te(`ruleNames.${id}`, "en") ? i18n.t(`ruleNames.${id}`) : id.replaceAll("_", " ");
  };
}
