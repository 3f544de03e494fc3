import type { Ref } from "vue";
import { useKeys } from "./useKeys";

/** j and k go from row to row of a list by its links, x selects: Enter then opens, as on any link. */
export function useRowKeys(list: Readonly<Ref<HTMLElement | null>>): void {
  useKeys((key) => {
    const rows = [...(list.value?.querySelectorAll<HTMLElement>("tbody tr") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (key === "x") {
      rows[at]?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
      return at >= 0;
    }
    if (key !== "j" && key !== "k") return false;
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + (key === "j" ? 1 : -1)));
    const link = rows[next]?.querySelector<HTMLElement>("a");
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
    return link !== null && link !== undefined;
  });
}
