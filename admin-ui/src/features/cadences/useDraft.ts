import { computed, onScopeDispose, ref, watch, type Ref } from "vue";
import { onBeforeRouteLeave } from "vue-router";
import { api } from "@/api/client";
import { ApiError } from "@/api/error";
import { queryClient } from "@/api/query";
import type { Cadence, CadenceBody } from "@/api/types";
import { useFormat } from "@/composables/useFormat";
import { type ErrorText, useErrorText } from "@/composables/useErrorText";
import { useHistory } from "./versions/useHistory";

const PAUSE = 700;

/**
 * The draft under the reader's hands: edited here at once, saved shortly after the last change, one save at a time. What the server answers
 * to a save is only its own part (findings, revision): text typed meanwhile is never overwritten. If somebody else saved first, saving
 * stops and says so.
 */
export function useDraft(view: Ref<Cadence | undefined>) {
  const explain = useErrorText();
  const { lang } = useFormat();
  const { present, set, undo, redo, reset, canUndo, canRedo } = useHistory<CadenceBody | undefined>(undefined);
  const saved = ref<{ body: string; revision: number; at: string | null } | undefined>();
  const busy = ref(false);
  const problem = ref<ErrorText | undefined>();
  const conflict = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dirty = computed(() => present.value !== undefined && JSON.stringify(present.value) !== saved.value?.body);

  function take(from: Cadence): void {
    saved.value = { body: JSON.stringify(from.draftBody), revision: from.revision, at: from.savedAt };
  }
  function load(from: Cadence): void {
    clearTimeout(timer);
    take(from);
    problem.value = undefined;
    conflict.value = false;
    reset(from.draftBody);
  }

  // Opened, or changed elsewhere while nothing here waits to be saved.
  watch(
    view,
    (next) => {
      if (!next || busy.value || (dirty.value && saved.value)) return;
      if (next.revision !== saved.value?.revision || present.value === undefined) load(next);
    },
    { immediate: true },
  );
  watch(present, () => {
    clearTimeout(timer);
    if (dirty.value && !conflict.value) timer = setTimeout(() => void save(), PAUSE);
  });

  /** Saves what is not saved yet. @returns whether everything is saved now */
  async function save(): Promise<boolean> {
    clearTimeout(timer);
    const id = view.value?.id;
    const body = present.value;
    if (busy.value || !id || !body || !saved.value || conflict.value) return !dirty.value;
    if (!dirty.value) return true;
    busy.value = true;
    try {
      const input = { params: { id }, query: { lang: lang.value }, body: { revision: saved.value.revision, body } };
      const answer = await api("PATCH /api/cadences/:id/draft", input);
      // What was sent is what is saved, whatever order the server keeps it in.
      saved.value = { body: JSON.stringify(body), revision: answer.revision, at: answer.savedAt };
      problem.value = undefined;
      queryClient.setQueryData(["cadence", id, input.query.lang], answer);
    } catch (error) {
      conflict.value = error instanceof ApiError && error.status === 409;
      problem.value = explain(error);
    } finally {
      busy.value = false;
    }
    if (dirty.value && !problem.value) return save();
    return !dirty.value;
  }

  onScopeDispose(() => clearTimeout(timer));
  onBeforeRouteLeave(async () => {
    await save();
  });
  const warn = (event: BeforeUnloadEvent) => {
    if (dirty.value) event.preventDefault();
  };
  window.addEventListener("beforeunload", warn);
  onScopeDispose(() => window.removeEventListener("beforeunload", warn));

  return {
    body: present,
    set: (next: CadenceBody, field?: string) => set(next, field),
    undo,
    redo,
    canUndo,
    canRedo,
    save,
    load,
    saved,
    busy,
    dirty,
    problem,
    conflict,
  };
}
