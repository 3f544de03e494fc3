import { useI18n } from "vue-i18n";

/** The segments of the stages are called like them. */
export function useSegmentName() {
  const { t } = useI18n();
  return ({ key, name }: { key: string; name: string | null }) => name ?? t("segments.stageName", { stage: t(`stage.${key}`) });
}
