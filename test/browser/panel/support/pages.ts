import { HOGAR } from "./stub-cadences.js";
import { MARISOL } from "./stub-data.js";
import { WEEK } from "./stub-reports.js";
import { FIRST_CASE } from "./stub-desk.js";
import { LARGE } from "./stub-segments.js";

/** Every page of the panel by its address below `/a/:accountId/`. */
export const PAGES = [
  "overview",
  "overview?tab=portfolio&currency=MXN",
  "overview?tab=agents",
  "overview?tab=compliance&asOf=2026-11-20T15:00:00.000Z",
  "overview?tab=effectiveness",
  "widget/ages",
  "widget/recovery.period",
  "today",
  "cases",
  "cases?view=unowned&clock=late",
  `cases/${FIRST_CASE}`,
  "debtors",
  `debtors/${MARISOL}`,
  "payments",
  "payments?show=overpaid",
  "alerts",
  "costs",
  "costs?currency=MXN",
  "segments",
  "segments?new",
  `segments/${LARGE}`,
  "cadences",
  `cadences/${HOGAR}`,
  `cadences/${HOGAR}?view=versions`,
  "imports",
  "numbers",
  "templates",
  "compliance",
  "definitions",
  "definitions/effectiveness",
  "definitions/dso",
  "definitions/promises.per-call",
  "reports",
  `reports?report=${WEEK}`,
  "figures/portfolio.outstanding/cases?currency=COP",
  "figures/portfolio.outstanding/cases?currency=MXN&asOf=2026-11-20T15:00:00.000Z",
  "figures/portfolio.outstanding/cases",
  "settings",
  "sign-in",
] as const;
