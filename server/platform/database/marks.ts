/** `?, ?, ?` for an `in (…)`; the caller makes sure that the list is not empty. */
export function marks(list: readonly unknown[]): string {
  return list.map(() => "?").join(", ");
}
