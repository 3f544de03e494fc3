import type { Selectable } from "kysely";
import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { BusinessCalendarRow } from "./clocks/business-calendar.entity.js";
import type { CaseClockRow } from "./clocks/case-clock.entity.js";
import type { CaseEventRow } from "./clocks/case-event.entity.js";
import type { EscalationPolicyRow } from "./clocks/escalation-policy.entity.js";
import type { LevelMarkRow } from "./clocks/level-mark.entity.js";
import type { OpenStretchRow } from "./clocks/open-stretch.entity.js";
import type { PhoneCallRow } from "./calls/phone-call.entity.js";
import type { CaseTickRow } from "./desk/case-tick.entity.js";
import type { EscalationRow } from "./escalation.entity.js";
import type { HostActionRow } from "./host-action.entity.js";

/** Names for read-only SQL of other modules (`*.view.ts`, kpis). */
export const ESCALATION = "escalation";
export const HOST_ACTION = "host_action";
export const CASE_TICK = "case_tick";
export const PHONE_CALL = "phone_call";
export const CASE_EVENT = "case_event";
export const CASE_CLOCK = "case_clock";
export const LEVEL_MARK = "level_mark";
export const ESCALATION_POLICY = "escalation_policy";
export const BUSINESS_CALENDAR = "business_calendar";
export const OPEN_STRETCH = "open_stretch";

export type EscalationsTables = TablesOf<
  | typeof BusinessCalendarRow
  | typeof CaseClockRow
  | typeof CaseEventRow
  | typeof CaseTickRow
  | typeof EscalationPolicyRow
  | typeof EscalationRow
  | typeof HostActionRow
  | typeof LevelMarkRow
  | typeof OpenStretchRow
  | typeof PhoneCallRow
>;

export type CaseClockRecord = Readonly<Selectable<EscalationsTables["case_clock"]>>;
export type CaseEventRecord = Readonly<Selectable<EscalationsTables["case_event"]>>;
export type LevelMarkRecord = Readonly<Selectable<EscalationsTables["level_mark"]>>;
