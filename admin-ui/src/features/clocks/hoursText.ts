/** Windows of a day as people write them: `08:00-12:00, 13:00-18:00`. */
export type Windows = [number, number][];

export function hoursText(windows: readonly (readonly [number, number])[]): string {
  return windows.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(", ");
}

/** Null where it cannot be read; nothing written is a closed day. */
export function hoursOf(text: string): Windows | null {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const windows = parts.map((part) => {
    const found = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/.exec(part);
    const [fromHour, fromMinute, toHour, toMinute] = (found?.slice(1) ?? []).map(Number);
    if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined) return null;
    return [fromHour * 60 + fromMinute, toHour * 60 + toMinute] as [number, number];
  });
  return windows.some((window) => window === null) ? null : windows.flatMap((window) => (window ? [window] : []));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
