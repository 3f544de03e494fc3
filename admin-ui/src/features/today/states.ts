import { Ban, CheckCheck, CircleCheck, CircleDashed, CircleX, Clock, MessageCircleReply, Send } from "@lucide/vue";
import type { Component } from "vue";
import type { TodayRow } from "@/api/types";

type Tone = "ok" | "warn" | "bad" | "info" | "line" | "";

/** How each state of a day's row looks: never by colour alone. */
export const STATES: Record<TodayRow["state"], { icon: Component; tone: Tone }> = {
  allowed: { icon: CircleCheck, tone: "ok" },
  later: { icon: Clock, tone: "warn" },
  denied: { icon: Ban, tone: "bad" },
  sending: { icon: Send, tone: "" },
  sent: { icon: Send, tone: "" },
  delivered: { icon: CheckCheck, tone: "" },
  read: { icon: CheckCheck, tone: "info" },
  answered: { icon: MessageCircleReply, tone: "info" },
  failed: { icon: CircleX, tone: "bad" },
  unknown: { icon: CircleDashed, tone: "line" },
};
