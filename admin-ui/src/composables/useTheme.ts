import { ref } from "vue";
import { recall, remember } from "./storage";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

// The same key is read before the first paint by public/theme.js.
const KEY = "saldo.theme";
const stored = recall(KEY);
const theme = ref<Theme>(stored === "light" || stored === "dark" ? stored : "system");

/** Follows the system unless the person forces light or dark. */
export function useTheme() {
  function setTheme(next: Theme): void {
    theme.value = next;
    remember(KEY, next === "system" ? null : next);
    document.documentElement.classList.remove("light", "dark");
    if (next !== "system") document.documentElement.classList.add(next);
  }
  return { theme, setTheme };
}
