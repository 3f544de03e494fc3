import { computed, type Ref, shallowRef } from "vue";

const LONGEST = 100;
/** Keystrokes in one field within this pause are one change. */
const TOGETHER = 1_500;

/** What was edited, and the way back: each `set` is one step of undo, keystrokes of one field together are one. */
export function useHistory<T>(start: T) {
  const present: Ref<T> = shallowRef(start);
  const past = shallowRef<readonly T[]>([]);
  const future = shallowRef<readonly T[]>([]);
  let last: { field: string; at: number } | undefined;

  function set(next: T, field = ""): void {
    const now = performance.now();
    const same = field !== "" && last?.field === field && now - last.at < TOGETHER && past.value.length > 0;
    if (!same) past.value = [...past.value, present.value].slice(-LONGEST);
    last = { field, at: now };
    future.value = [];
    present.value = next;
  }

  function undo(): void {
    const before = past.value.at(-1);
    if (before === undefined) return;
    past.value = past.value.slice(0, -1);
    future.value = [present.value, ...future.value];
    present.value = before;
    last = undefined;
  }

  function redo(): void {
    const [after, ...rest] = future.value;
    if (after === undefined) return;
    past.value = [...past.value, present.value];
    future.value = rest;
    present.value = after;
    last = undefined;
  }

  /** Another state from outside (read again, discarded): there is no way back behind it. */
  function reset(to: T): void {
    present.value = to;
    past.value = [];
    future.value = [];
    last = undefined;
  }

  return {
    present,
    set,
    undo,
    redo,
    reset,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
  };
}
