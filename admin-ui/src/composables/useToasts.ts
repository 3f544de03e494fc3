import { ref } from "vue";

export interface Toast {
  id: number;
  kind: "done" | "trouble";
  title: string;
  text?: string | undefined;
  /** Takes it back; offered as long as the toast stands. */
  undo?: (() => Promise<unknown>) | undefined;
}

const toasts = ref<Toast[]>([]);
let last = 0;

/** Done: leaves after 8 s (the view pauses it under the pointer or focus). Trouble: stays until closed. */
export function useToasts() {
  const show = (kind: Toast["kind"], title: string, text?: string, undo?: Toast["undo"]) => {
    toasts.value = [...toasts.value, { id: ++last, kind, title, text, undo }];
  };
  return {
    toasts,
    done: (title: string, text?: string, undo?: Toast["undo"]) => show("done", title, text, undo),
    trouble: (title: string, text?: string) => show("trouble", title, text),
    close: (id: number) => {
      toasts.value = toasts.value.filter((toast) => toast.id !== id);
    },
  };
}
