import { useI18n } from "vue-i18n";
import { displayName } from "@/composables/displayName";
import { useActorName } from "@/composables/useActorName";
import { useFormat } from "@/composables/useFormat";
import { minorDigits } from "@shared/money.js";

/** What values of a dimension are called in the reader's language. */
export function useCutName() {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { figure } = useFormat();
  const actor = useActorName();
  const spoken = (key: string, code: string) => (i18n.te(key) ? t(key) : code);

  /** @param currency of bands of amounts */
  return (dimension: string, code: string | null, name: string | null, currency: string | undefined): string => {
    if (code === null) return dimension === "agent" ? t("overview.agents.machine") : t("overview.cut.unknown");
    if (name !== null) return name;
    switch (dimension) {
      case "stage":
      case "segment":
        return spoken(`stage.${code}`, code);
      case "customer_type":
        return spoken(`identity.kinds.${code}`, code);
      case "employment":
        return spoken(`identity.employments.${code}`, code);
      case "country":
        return displayName("region", code, locale.value);
      case "language":
        return displayName("language", code, locale.value);
      case "agent":
        return actor(`user:${code}`);
      case "credit_duration":
        return spoken(`overview.cut.credit.${code}`, code);
      case "channel":
        return spoken(`channel.${code}`, code);
      case "hour":
        return hourOf(code, locale.value);
      case "amount_band":
      case "instalment_band":
        return currency === undefined ? code : band(Number(code), currency);
      case "cadence": {
        const [key = "", version = ""] = code.split("@");
        return t("overview.cut.version", { name: spoken(`stage.${key}`, key), n: version });
      }
      default:
        return code;
    }
  };

  /** Amounts of so many digits. */
  function band(digits: number, currency: string): string {
    const whole = { [currency]: 0 };
    const edge = (places: number) => figure({ minor: Math.max(0, 10 ** places), currency }, whole);
    const from = digits - 1 < minorDigits(currency) ? "0" : edge(digits - 1);
    return t("overview.cut.band", { from, to: edge(digits) });
  }
}

/** 1970-01-05 was a Monday. */
function hourOf(code: string, locale: string): string {
  const [weekday = "1", hour = "0"] = code.split("-");
  const day = new Date(Date.UTC(1970, 0, 4 + Number(weekday)));
  return `${new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(day)} ${hour}:00`;
}
