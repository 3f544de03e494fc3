/** The reader's own name for a language (`es`, `es_CO`) or a country (`CO`); its code where there is none. */
export function displayName(type: "language" | "region", code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code.replace("_", "-")) ?? code;
  } catch {
    return code;
  }
}
