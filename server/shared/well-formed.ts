/** A text with half a surrogate pair: JSON can spell it, but no encoding can, so it can be neither stored nor hashed nor sent on. */
export function illFormed(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof value === "string") return value.isWellFormed() ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    if (!name.isWellFormed()) return path;
    const found = illFormed(member, [...path, name]);
    if (found) return found;
  }
  return null;
}

/** An escape that may be half a pair. */
const SURROGATE = /\\u[dD][89a-fA-F]/;

/** Reads JSON of somebody who cannot be told to correct it: half a pair becomes the character for what is not one. @throws SyntaxError */
export function parseForeign(text: string): unknown {
  if (!SURROGATE.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_name, value: unknown) => (typeof value === "string" ? value.toWellFormed() : value));
}
