import { useI18n } from "vue-i18n";
import { ApiError } from "@/api/error";
import { useErrorText } from "./useErrorText";

/** What is wrong with one input, in the reader's language: the server's own words about a field are English. */
export function useFieldText() {
  const { t } = useI18n();
  const explain = useErrorText();
  return (error: unknown, field: string): string | undefined => {
    const told = error instanceof ApiError ? error.field(field) : undefined;
    if (!(error instanceof ApiError) || told === undefined) return undefined;
    if (told.problem) return t(`fieldProblem.${told.problem}`, told.params ?? {});
    const { message, remedy, lang } = explain(error);
    return error.code === "input.invalid" || lang !== undefined ? t("errors.field") : `${message} ${remedy}`;
  };
}
