import { computed, reactive, toRefs } from "vue";
import { api, type Input } from "@/api/client";
import { queryClient } from "@/api/query";
import type { DateOrder, DecimalMark, ImportField, ImportKind, ImportMode, ImportPreview, Upload } from "@/api/types";
import { uploadFile } from "@/api/upload";
import { i18n } from "@/i18n";
import { missingOf, withField } from "./fields";

export const STEPS = ["file", "columns", "check", "run", "done"] as const;
export type Step = (typeof STEPS)[number];

interface Choices {
  kind: ImportKind;
  mode: ImportMode;
  file: File | undefined;
  upload: Upload | undefined;
  /** What each column means, once a person looked at it; until then the server's guesses. */
  fields: (ImportField | null)[] | undefined;
  sheet: string;
  dates: DateOrder | "";
  decimal: DecimalMark | "";
  remember: boolean;
  profileName: string;
  preview: ImportPreview | undefined;
  /** As the server read the headers before anybody changed a column: what was a guess stays marked as one. */
  first: Pick<ImportPreview, "columns" | "profile"> | undefined;
  /** The choices that `preview` answers to. */
  seen: string;
  step: Step;
  importId: string | undefined;
}

const blank = (): Choices => ({
  kind: "debts",
  mode: "delta",
  file: undefined,
  upload: undefined,
  fields: undefined,
  sheet: "",
  dates: "",
  decimal: "",
  remember: false,
  profileName: "",
  preview: undefined,
  first: undefined,
  seen: "",
  step: "file",
  importId: undefined,
});

// Outlives the page: going elsewhere and coming back loses nothing that was chosen.
const state = reactive<Choices>(blank());

type Body = NonNullable<Input<"POST /api/imports/preview">["body"]>;

function question(): Body {
  return {
    kind: state.kind,
    mode: state.kind === "debts" ? state.mode : "delta",
    fileName: state.upload?.fileName ?? "",
    upload: state.upload?.id,
    sheet: state.sheet || undefined,
    columns: state.fields,
    dates: state.dates || undefined,
    decimal: state.decimal || undefined,
  };
}

/** The import somebody is putting together: choices, the way through the steps, and the calls they need. */
export function useWizard() {
  const fields = computed(() => state.fields ?? state.preview?.columns.map(({ field }) => field) ?? []);

  /** Forgets what was read of the file, not the file. */
  function reread(): void {
    state.fields = undefined;
    state.preview = undefined;
  }

  return {
    ...toRefs(state),
    fields,
    missing: computed(() => missingOf(state.kind, fields.value)),
    choose(file: File | undefined): void {
      Object.assign(state, { file, upload: undefined, sheet: "", dates: "", decimal: "" });
      reread();
    },
    read(kind: ImportKind): void {
      if (kind === state.kind) return;
      state.kind = kind;
      reread();
    },
    /** Another sheet has other columns; what is on screen stays until they are read. */
    turnTo(sheet: string): void {
      Object.assign(state, { sheet, fields: undefined });
    },
    mean(index: number, field: ImportField | null): void {
      state.fields = withField(fields.value, index, field);
    },
    /** @param onProgress share of the file that was sent */
    async send(onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
      if (state.file && !state.upload) state.upload = await uploadFile(state.file, onProgress, signal);
    },
    /** Asks what the import would do, unless that was answered already. */
    async ask(): Promise<void> {
      const body = question();
      const lang = i18n.global.locale.value;
      const key = JSON.stringify({ lang, body });
      if (state.preview && state.seen === key) return;
      const preview = await api("POST /api/imports/preview", { query: { lang }, body });
      state.preview = preview;
      if (body.columns === undefined) state.first = preview;
      if (state.sheet === "" && preview.sheet) state.sheet = preview.sheet;
      state.seen = JSON.stringify({ lang, body: question() });
    },
    /** @param confirm that a snapshot may lack more than half */
    async start(confirm: boolean): Promise<void> {
      const saveProfile = state.remember ? state.profileName.trim() || undefined : undefined;
      const started = await api("POST /api/imports", { body: { ...question(), confirm, saveProfile, background: true } });
      // Shown at once: the server may be too busy with the file to answer for it in the same second.
      queryClient.setQueryData(["import", started.id, i18n.global.locale.value], started);
      Object.assign(state, { importId: started.id, step: "run" });
    },
    goTo: (step: Step) => void (state.step = step),
    /** Takes up an import that runs already. */
    follow: (id: string) => void Object.assign(state, blank(), { importId: id, step: "run" }),
    again: () => void Object.assign(state, blank()),
  };
}
