import type { BenchmarksView } from "../../../../server/contract/kpis/benchmarks.contract.js";
import { NOW } from "./stub-data.js";

const SOURCE = "Published guide to collection figures on WhatsApp";
const item = { own: null, published: null, hidden: false, of: null, source: SOURCE, dated: "2026-11-22" } as const;

/** What others reach: a published band, one of the account's own beside it, and one that was taken out. */
export const BENCHMARKS: BenchmarksView = {
  from: "2026-11-01",
  to: "2026-11-25",
  items: [
    {
      ...item,
      key: "recovery.by-day-30/whatsapp",
      metric: "recovery.by-day-30",
      from: 70,
      to: 85,
      of: "WhatsApp",
      published: { from: 70, to: 85, source: SOURCE, dated: "2026-11-22" },
      gaps: [{ currency: "COP", gap: { state: "missed", side: "below", bound: 70, by: "2.1", part: null } }],
    },
    {
      ...item,
      key: "01936000-0000-7000-8000-000000009101",
      metric: "recovery.by-day-30",
      from: 55,
      to: null,
      of: "tiendas de muebles",
      source: "Cámara del sector",
      dated: "2026-06-30",
      own: { setAt: NOW, setBy: "user:1" },
      gaps: [{ currency: "COP", gap: { state: "met", side: null, bound: null, by: null, part: null } }],
    },
    {
      ...item,
      key: "recovery.by-day-30/traditional",
      metric: "recovery.by-day-30",
      from: 40,
      to: 60,
      of: "calls and letters",
      hidden: true,
      own: { setAt: NOW, setBy: "user:1" },
      published: { from: 40, to: 60, source: SOURCE, dated: "2026-11-22" },
      gaps: [],
    },
  ],
};
