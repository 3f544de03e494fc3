import { useI18n } from "vue-i18n";
import { ApiError } from "@/api/error";
import { formatMoney } from "./format";

export interface ErrorText {
  /** What failed and what it means. */
  message: string;
  /** What to do next. */
  remedy: string;
  /** Language of the message, where the catalogue has no sentence for it. */
  lang: string | undefined;
}

/** An amount comes as `owedMinor` beside `currency` and is told as `owed`, as money is everywhere. */
function amountsOf(params: ApiError["params"], locale: string): Record<string, string> {
  const { currency } = params;
  if (typeof currency !== "string") return {};
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, minor]) =>
      name.endsWith("Minor") && typeof minor === "number" ? [[name.slice(0, -5), formatMoney({ minor, currency }, locale)]] : [],
    ),
  );
}

/** Whole sentences for an error: the catalogue's for codes it knows, else the server's own English ones. */
export function useErrorText() {
  const i18n = useI18n();
  const t = (key: string, params: ApiError["params"] = {}) => i18n.t(key, { ...params, ...amountsOf(params, i18n.locale.value) });
  const te = (key: string) => i18n.te(key, "en");
  return (error: unknown): ErrorText => {
    if (!(error instanceof ApiError))
      return { message: t("errors.unexpected.message"), remedy: t("errors.unexpected.remedy"), lang: undefined };
    const key = `errors.${error.code}`;
    const known = te(`${key}.message`);
    const remedy = te(`${key}.remedy`) ? t(`${key}.remedy`, error.params) : (error.remedy ?? fallback(error));
    return known ? { message: t(`${key}.message`, error.params), remedy, lang: undefined } : { message: error.message, remedy, lang: "en" };
  };

  function fallback({ status }: ApiError): string {
    if (status === 403) return t("errors.forbidden.remedy");
    if (status >= 500) return t("errors.internal.remedy");
    return "";
  }
}
