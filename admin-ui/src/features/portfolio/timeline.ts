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

export interface Day {
  date: string;
  entries: TimelineEntry[];
}

/** Newest first, under one head a day. */
export function byDay(entries: readonly TimelineEntry[], dayOf: (iso: string) => string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const date = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.date === date) last.entries.push(entry);
    else days.push({ date, entries: [entry] });
  }
  return days;
}
