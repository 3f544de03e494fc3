import { useQuery } from "@tanstack/vue-query";
import { computed } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";
import type { Template } from "@/api/types";
import { groupBy } from "../group";

type Tone = "ok" | "warn" | "bad" | "line" | "";

/** One message of the library in all its languages, as a step chooses it. */
export interface TemplateChoice {
  /** Name in the library, which a step keeps; WhatsApp's own name has the version behind it. */
  name: string;
  title: string;
  languages: readonly Template[];
  /** The three answers, in the reader's language where there is one, for one line. */
  menu: string;
  state: string;
  tone: Tone;
}

export const TEMPLATE_TONE: Record<Template["status"], Tone> = {
  not_submitted: "line",
  pending: "",
  approved: "ok",
  rejected: "bad",
  paused: "warn",
  disabled: "bad",
  unknown: "line",
};
/** The worst first: a message is only as good as the language that may not be sent. */
const WORST: readonly Template["status"][] = ["rejected", "disabled", "paused", "unknown", "not_submitted", "pending", "approved"];

export const libraryName = (name: string) => name.replace(/_v\d+$/, "");

export function useTemplateChoices() {
  const i18n = useI18n();
  const t = (key: string, params: Record<string, unknown> = {}) => i18n.t(key, params);
  const query = useQuery({ queryKey: ["templates"], queryFn: ({ signal }) => api("GET /api/templates", {}, signal) });

  const choices = computed<TemplateChoice[]>(() => {
    const byName = groupBy(query.data.value?.items ?? [], (template) => libraryName(template.name));
    return [...byName].map(([name, items]) =>
      choiceOf(
        name,
        items.toSorted((a, b) => a.language.localeCompare(b.language)),
      ),
    );
  });

  function choiceOf(name: string, languages: readonly Template[]): TemplateChoice {
    const approved = languages.filter(({ sendable }) => sendable).length;
    const worst = WORST.find((status) => languages.some((template) => template.status === status)) ?? "unknown";
    const some = approved > 0 && approved < languages.length;
    const stage = languages[0]?.stage;
    return {
      name,
      title: titleOf(name, stage),
      languages,
      menu: (languages.find(({ language }) => language === i18n.locale.value) ?? languages[0])?.buttons.join(", ") ?? "",
      state: some ? t("cadence.template.some", { n: approved, of: languages.length }) : t(`templates.status.${worst}`),
      tone: some ? "warn" : TEMPLATE_TONE[worst],
    };
  }

  /** Templates are named `saldo_STAGE_KIND`; people read the kind and the stage. */
  function titleOf(name: string, stage: Template["stage"] | undefined): string {
    const kind = stage ? name.replace(`saldo_${stage}_`, "") : name;
    if (!stage || !i18n.te(`cadence.template.kind.${kind}`, "en")) return name;
    return t("cadence.template.title", { kind: t(`cadence.template.kind.${kind}`), stage: t(`stage.${stage}`) });
  }

  return { query, choices, choiceNamed: (name: string) => choices.value.find((choice) => choice.name === name) };
}
