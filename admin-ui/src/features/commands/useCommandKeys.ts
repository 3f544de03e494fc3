import { onBeforeUnmount, onMounted } from "vue";
import { panelActions } from "@/composables/useActions";
import { useKeys } from "@/composables/useKeys";
import { overlay } from "./palette";

/** ⌘K or Ctrl K, / and ?, and the letters of what the page offers. */
export function useCommandKeys(): void {
  const toggle = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    overlay.value = overlay.value === "palette" ? undefined : "palette";
  };
  onMounted(() => addEventListener("keydown", toggle));
  onBeforeUnmount(() => removeEventListener("keydown", toggle));
  useKeys((key) => {
    if (key === "?") overlay.value = "keys";
    else if (key === "/") focusSearch();
    else {
      const action = panelActions.value.find((other) => other.key === key);
      if (!action) return false;
      action.run();
    }
    return true;
  });
}

/** The page's own search, else the palette. */
function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>("main ~ * input[type=search], .filters input[type=search]");
  if (search) search.focus();
  else overlay.value = "palette";
}
