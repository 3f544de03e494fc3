import { useI18n } from "vue-i18n";
import type { Finding } from "@/api/types";

/** A finding in the reader's words; the server's own English sentence where the catalogue has none. */
export function useFindingText() {
  const i18n = useI18n();
  return (finding: Finding): { message: string; remedy: string; lang: string | undefined } => {
    const key = `cadence.finding.${finding.code}`;
    if (!i18n.te(`${key}.message`, "en")) return { message: finding.message, remedy: finding.remedy, lang: "en" };
    return { message: i18n.t(`${key}.message`, finding.params), remedy: i18n.t(`${key}.remedy`, finding.params), lang: undefined };
  };
}
