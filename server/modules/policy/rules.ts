/** The pure door of the contact policy: what other modules, the planner and the panel's contract may use without Nest. */
export { CHANNELS, PURPOSES } from "./domain/vocabulary.js";
export type { Certainty, Channel, Origin, Purpose, RuleClass } from "./domain/vocabulary.js";
export type {
  AttemptFact,
  ConsentFact,
  ContactIntent,
  DebtFact,
  ExceptionFact,
  HoldFact,
  OptOutFact,
  PolicyFacts,
  Residence,
  Tightening,
  TighteningRule,
} from "./domain/facts.js";
export type { Decision, Reason, RuleFacts, RuleResult } from "./domain/decision.js";
export type { Disclosure, PackRule, Party, Period, PolicyPack, RuleKind, ServiceGround, WeekWindows } from "./domain/pack.js";
export { decide } from "./domain/decide.js";
export { HORIZON } from "./domain/checks.js";
export { REPLY_WINDOW } from "./domain/purpose.js";
export { HOUSE } from "./domain/packs/house.js";
export { ACCOUNT_PACK_ID } from "./domain/tightening.js";
export { type ClosingRule, type ContactDay, type ContactRow, openIntervals } from "./domain/open-intervals.js";
export { decidingRule } from "./domain/deciding-rule.js";
export { PACKS, packsOfRecord, PUBLISHED_PACKS } from "./domain/packs/catalogue.js";
export { holidaysIn, isBusinessDay, nationalHolidays } from "./domain/business-day.js";
