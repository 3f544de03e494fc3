import { ref } from "vue";
import { useI18n } from "vue-i18n";
import { api } from "@/api/client";
import { queryClient } from "@/api/query";
import type { CaseRow } from "@/api/types";
import { useErrorText } from "@/composables/useErrorText";
import { useFormat } from "@/composables/useFormat";
import { useToasts } from "@/composables/useToasts";

/** Does it to one case, and tells how that is taken back; undefined where it cannot be. */
export type CaseAct = (row: CaseRow) => Promise<(() => Promise<unknown>) | undefined>;

/** The same act on one case or many: one after the other, each its own record, what fails is named, and one undo for all. */
export function useCaseActs() {
  const { t } = useI18n();
  const { count } = useFormat();
  const { done, trouble } = useToasts();
  const explain = useErrorText();
  const progress = ref<{ at: number; of: number } | undefined>();

  async function run(rows: readonly CaseRow[], act: CaseAct, what: string): Promise<boolean> {
    if (progress.value || rows.length === 0) return false;
    const undos: (() => Promise<unknown>)[] = [];
    const failed: string[] = [];
    let made = 0;
    for (const [index, row] of rows.entries()) {
      progress.value = { at: index, of: rows.length };
      try {
        const undo = await act(row);
        made += 1;
        if (undo) undos.push(undo);
      } catch (error) {
        const { message, remedy } = explain(error);
        failed.push([row.debtor, message, remedy].filter(Boolean).join(" "));
      }
    }
    progress.value = undefined;
    void queryClient.invalidateQueries();
    const undoAll = async (): Promise<void> => {
      for (const undo of undos.toReversed()) await undo();
      void queryClient.invalidateQueries();
    };
    if (made > 0) done(count(what, made), undefined, undos.length === made ? undoAll : undefined);
    if (failed.length > 0) trouble(count("desk.failed", failed.length), failed.slice(0, 5).join("\n"));
    return failed.length === 0;
  }

  const assign = (owner: number | null, note?: string): CaseAct => {
    const give = (row: CaseRow, to: number | null, from: number | null) =>
      api("POST /api/cases/:id/assign", { params: { id: row.id }, body: { owner: to, from, ...(note ? { note } : {}) } });
    return async (row) => {
      const from = row.owner?.hostUserId ?? null;
      if (from === owner) return undefined;
      await give(row, owner, from);
      // Back to somebody else needs a sentence again: the same one says why.
      return from === null || note ? () => give(row, from, owner) : undefined;
    };
  };
  const snooze =
    (until: string | null, reason: string): CaseAct =>
    async (row) => {
      await api("POST /api/cases/:id/snooze", { params: { id: row.id }, body: { until, reason } });
      return () =>
        api("POST /api/cases/:id/snooze", { params: { id: row.id }, body: { until: row.snoozedUntil, reason: t("ui.undoNote") } });
    };
  const note =
    (text: string): CaseAct =>
    async (row) => {
      await api("POST /api/cases/:id/notes", { params: { id: row.id }, body: { text } });
      return undefined;
    };
  return { run, progress, assign, snooze, note };
}
