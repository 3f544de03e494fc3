import { ref } from "vue";

/** What lies over the page: the palette, the sheet of keys, or nothing. One for the whole panel. */
export const overlay = ref<"palette" | "keys" | undefined>();

/** Words as they are compared: without case and accents. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether each typed word begins a word of the text. */
export function matches(text: string, typed: string): boolean {
  const own = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(typed)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => own.some((known) => known.startsWith(word)));
}
