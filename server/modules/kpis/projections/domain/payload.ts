/** What a journal record says of its own event. */
export type Payload = Readonly<Record<string, unknown>>;

/** @throws Error naming the field that is missing */
export function textIn(payload: Payload, field: string): string {
  const value = textOrNull(payload, field);
  if (value === null) throw new Error(`${field} is missing`);
  return value;
}

export function textOrNull(payload: Payload, field: string): string | null {
  const value = payload[field];
  return typeof value === "string" ? value : null;
}

/** Integer minor units, or another whole number. @throws Error naming the field that has none */
export function wholeIn(payload: Payload, field: string): number {
  const value = wholeOrNull(payload, field);
  if (value === null) throw new Error(`${field} is no whole number`);
  return value;
}

export function wholeOrNull(payload: Payload, field: string): number | null {
  const value = payload[field];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : null;
}

export function partOrNull(payload: Payload, field: string): Payload | null {
  const value = payload[field];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Payload) : null;
}
