import { computed, ref, type Ref } from "vue";
import { useI18n } from "vue-i18n";
import type { CadenceBody, Step } from "@/api/types";
import { useToasts } from "@/composables/useToasts";
import { useStepWords } from "../useStepWords";
import { freshId, FURTHEST_DAY, nextDay, sorted, withStep } from "../steps";

const GRACE = 3;

/** The chosen step and what can be done with it; each is one change that undo takes back. */
export function useStepEdits(body: Readonly<Ref<CadenceBody>>, set: (next: CadenceBody, field?: string) => void) {
  const { t } = useI18n();
  const { done } = useToasts();
  const chosen = ref<string | undefined>();
  const selected = computed<Step | undefined>(() => body.value.steps.find(({ id }) => id === chosen.value) ?? body.value.steps[0]);
  const put = (step: Step) => {
    set({ ...body.value, steps: sorted([...body.value.steps, step]) });
    chosen.value = step.id;
  };
  const { dayWords } = useStepWords();
  /** A name that only says the day moves along with it. */
  const onDay = (step: Step, day: number): Partial<Step> => {
    const offsetDays = within(day);
    return step.name === dayWords(step.offsetDays) ? { offsetDays, name: dayWords(offsetDays) } : { offsetDays };
  };
  const within = (day: number) => Math.min(FURTHEST_DAY, Math.max(-FURTHEST_DAY, day));

  return {
    selected,
    select: (id: string) => (chosen.value = id),
    move: (id: string, day: number) => {
      const of = body.value.steps.find((step) => step.id === id);
      if (of) set(withStep(body.value, id, onDay(of, day)), `${id}.offsetDays`);
    },
    change: (change: Partial<Step>, field: string) => {
      if (!selected.value) return;
      chosen.value = selected.value.id;
      const moved = change.offsetDays === undefined ? {} : onDay(selected.value, change.offsetDays);
      set(withStep(body.value, selected.value.id, { ...change, ...moved }), field);
    },
    add: () => {
      const offsetDays = nextDay(body.value.steps);
      put({ id: freshId(), name: "", offsetDays, graceDays: GRACE, template: "", condition: null });
    },
    copy: () => {
      const of = selected.value;
      if (of) put({ ...of, ...onDay(of, of.offsetDays + 3), id: freshId() });
    },
    remove: () => {
      const of = selected.value;
      if (!of) return;
      const place = body.value.steps.indexOf(of);
      const rest = body.value.steps.filter((step) => step !== of);
      chosen.value = (rest[place] ?? rest[place - 1])?.id;
      set({ ...body.value, steps: rest });
      done(t("cadence.step.removed"), t("cadence.step.removedText"));
    },
  };
}
