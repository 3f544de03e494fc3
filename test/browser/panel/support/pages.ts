import { MARISOL } from "./stub-data.js";
import { LARGE } from "./stub-segments.js";

/** Every page of the panel by its address below `/a/:accountId/`. */
export const PAGES = [
  "today",
  "debtors",
  `debtors/${MARISOL}`,
  "payments",
  "payments?show=overpaid",
  "segments",
  "segments?new",
  `segments/${LARGE}`,
  "imports",
  "numbers",
  "templates",
  "compliance",
  "settings",
  "sign-in",
] as const;
