import { Ban, Banknote, CirclePause, Handshake, MessageCircle, ShieldCheck, StickyNote } from "@lucide/vue";
import type { Component } from "vue";
import type { TimelineEntry } from "@/api/types";

/** One icon a kind. */
export const KIND_LOOK: Record<TimelineEntry["kind"], { icon: Component; tone: string }> = {
  message: { icon: MessageCircle, tone: "info" },
  decision: { icon: Ban, tone: "bad" },
  money: { icon: Banknote, tone: "ok" },
  agreement: { icon: Handshake, tone: "warn" },
  note: { icon: StickyNote, tone: "" },
  hold: { icon: CirclePause, tone: "warn" },
  consent: { icon: ShieldCheck, tone: "" },
};

/** What is seen in the timeline: one record, or a message with the records of its way to the debtor. */
export interface Shown extends TimelineEntry {
  /** Oldest first; empty where the entry is one record. */
  way: readonly TimelineEntry[];
}

/** How a message that left fares when all goes well; whatever else happens to it stays a line of its own. */
const ON_THE_WAY: ReadonlySet<string> = new Set(["message.accepted", "message.handed_over", "message.delivered", "message.read"]);

/** A message is one entry, at the time it was sent and with how far it has come, not one for each step on its way. */
export function folded(entries: readonly TimelineEntry[]): Shown[] {
  const ways = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    if (entry.message === null || !(ON_THE_WAY.has(entry.type) || entry.type === "message.intended")) continue;
    const way = ways.get(entry.message) ?? [];
    // Newest first as they come: a message that was intended twice begins anew.
    if (way.at(-1)?.type !== "message.intended") ways.set(entry.message, [...way, entry]);
  }
  const heads = new Map([...ways.values()].filter((way) => way.length > 1).map((way) => [way.at(-1)!, way]));
  const inside = new Set([...heads.values()].flatMap((way) => way.slice(0, -1)));
  return entries
    .filter((entry) => !inside.has(entry))
    .map((entry) => {
      const way = heads.get(entry);
      return { ...entry, title: way?.[0]?.title ?? entry.title, way: way ? way.toReversed() : [] };
    });
}

export interface Day {
  date: string;
  entries: Shown[];
}

/** Newest first, under one head a day. */
export function byDay(entries: readonly Shown[], dayOf: (iso: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const date = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
