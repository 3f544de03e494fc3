import {
  Banknote,
  Bell,
  CalendarCheck,
  Coins,
  FileText,
  FileUp,
  Layers,
  LayoutDashboard,
  ListChecks,
  MessageCircle,
  Route,
  Settings,
  ShieldCheck,
  Users,
} from "@lucide/vue";
import type { Component } from "vue";
import type { Role } from "@/api/types";

interface Page {
  name: string;
  icon: Component;
  group: "work" | "control";
  /** Roles that may open it; everyone when missing. */
  roles?: readonly Role[];
}

const PAGES: readonly Page[] = [
  { name: "overview", icon: LayoutDashboard, group: "work" },
  { name: "today", icon: CalendarCheck, group: "work" },
  { name: "queue", icon: ListChecks, group: "work" },
  { name: "debtors", icon: Users, group: "work" },
  { name: "payments", icon: Banknote, group: "work" },
  { name: "alerts", icon: Bell, group: "work" },
  { name: "costs", icon: Coins, group: "work" },
  { name: "segments", icon: Layers, group: "work" },
  { name: "cadences", icon: Route, group: "work" },
  { name: "imports", icon: FileUp, group: "work" },
  { name: "templates", icon: MessageCircle, group: "work" },
  { name: "compliance", icon: ShieldCheck, group: "control", roles: ["administrator", "compliance"] },
  { name: "reports", icon: FileText, group: "control", roles: ["administrator", "compliance"] },
  { name: "settings", icon: Settings, group: "control" },
];

export function pagesFor(role: Role, group: Page["group"]): Page[] {
  return PAGES.filter((page) => page.group === group && (page.roles?.includes(role) ?? true));
}

/** Where somebody lands: who steers sees how it goes, who works sees the day's work. */
export function homeOf(role: Role | undefined): "overview" | "today" {
  return role === "administrator" ? "overview" : "today";
}
