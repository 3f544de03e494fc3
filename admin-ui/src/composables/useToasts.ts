import { ref } from "vue";

export interface Toast {
  id: number;
  kind: "done" | "trouble";
  title: string;
  text?: string | undefined;
}

const toasts = ref<Toast[]>([]);
let last = 0;

/** Done: leaves after 8 s (the view pauses it under the pointer or focus). Trouble: stays until closed. */
export function useToasts() {
  const show = (kind: Toast["kind"], title: string, text?: string) => {
    toasts.value = [...toasts.value, { id: ++last, kind, title, text }];
  };
  return {
    toasts,
    done: (title: string, text?: string) => show("done", title, text),
    trouble: (title: string, text?: string) => show("trouble", title, text),
    close: (id: number) => {
      toasts.value = toasts.value.filter((toast) => toast.id !== id);
    },
  };
}
