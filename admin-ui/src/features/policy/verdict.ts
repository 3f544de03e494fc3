import { Ban, CircleCheck, CircleDashed, Clock } from "@lucide/vue";
import type { Component } from "vue";
import type { Decision } from "@/api/types";

/** Allowed, not before, not allowed, unknown: four answers that look different without colour. */
export function verdictLook(decision: Decision): { icon: Component; ink: string } {
  if (decision.verdict === "allow") return { icon: CircleCheck, ink: "text-ok" };
  const closed = decision.rules.filter(({ verdict }) => verdict !== "pass");
  if (closed.length > 0 && closed.every(({ verdict }) => verdict === "unknown")) return { icon: CircleDashed, ink: "text-t2" };
  return decision.verdict === "not_before" ? { icon: Clock, ink: "text-warn" } : { icon: Ban, ink: "text-bad" };
}
