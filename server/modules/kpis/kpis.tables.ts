import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { Selectable } from "kysely";
import type { AlertRow } from "./alerts/alert.entity.js";
import type { AlertRuleRow } from "./alerts/alert-rule.entity.js";
import type { AlertWatchRow } from "./alerts/alert-watch.entity.js";
import type { BenchmarkRow } from "./benchmarks/benchmark.entity.js";
import type { CostEntryRow } from "./costs/cost-entry.entity.js";
import type { MessagePriceRow } from "./costs/message-price.entity.js";
import type { ObjectiveRow } from "./objectives/objective.entity.js";
import type { DeskActRow } from "./projections/desk/desk-act.entity.js";
import type { InquiryRow } from "./projections/inquiries/inquiry.entity.js";
import type { ContactDeferralRow } from "./projections/contacts/contact-deferral.entity.js";
import type { ContactDenialRow } from "./projections/contacts/contact-denial.entity.js";
import type { ContactTryRow } from "./projections/contacts/contact-try.entity.js";
import type { DebtClosingRow } from "./projections/closings/debt-closing.entity.js";
import type { DebtorClosingRow } from "./projections/closings/debtor-closing.entity.js";
import type { DebtSpanRow } from "./projections/debts/debt-span.entity.js";
import type { AccountOpeningRow } from "./projections/moves/account-opening.entity.js";
import type { MoveClosingRow } from "./projections/moves/move-closing.entity.js";
import type { MoneyFlowRow } from "./projections/debts/money-flow.entity.js";
import type { ProjectionCursorRow } from "./projections/projection-cursor.entity.js";
import type { PromiseSpanRow } from "./projections/promises/promise-span.entity.js";
import type { FigureTallyRow } from "./projections/tallies/figure-tally.entity.js";
import type { ExchangeRateRow } from "./rates/exchange-rate.entity.js";
import type { ReportRecipientRow } from "./reports/schedules/report-recipient.entity.js";
import type { ReportScheduleRow } from "./reports/schedules/report-schedule.entity.js";
import type { ReportRunRow } from "./reports/report-run.entity.js";

/** Names for SQL. */
export const DEBT_SPAN = "debt_span";
export const MONEY_FLOW = "money_flow";
export const CONTACT_TRY = "contact_try";
export const CONTACT_DENIAL = "contact_denial";
export const CONTACT_DEFERRAL = "contact_deferral";
export const DESK_ACT = "desk_act";
export const INQUIRY = "inquiry";
export const PROMISE_SPAN = "promise_span";
export const COST_ENTRY = "cost_entry";
export const MESSAGE_PRICE = "message_price";
export const OBJECTIVE = "objective";
export const FIGURE_TALLY = "figure_tally";
export const DEBT_CLOSING = "debt_closing";
export const DEBTOR_CLOSING = "debtor_closing";
export const ACCOUNT_OPENING = "account_opening";
export const MOVE_CLOSING = "move_closing";
export const REPORT_RECIPIENT = "report_recipient";
export const REPORT_SCHEDULE = "report_schedule";
export const REPORT_RUN = "report_run";
export const ALERT_RULE = "alert_rule";
export const ALERT_WATCH = "alert_watch";
export const ALERT = "alert";
export const EXCHANGE_RATE = "exchange_rate";
export const BENCHMARK = "benchmark";
export const PROJECTION_CURSOR = "projection_cursor";

/** Stands for the end of what has not ended: any instant is before it, and both databases compare it as a number. */
export const NO_END = Number.MAX_SAFE_INTEGER;

export type KpisTables = TablesOf<
  | typeof AccountOpeningRow
  | typeof AlertRow
  | typeof AlertRuleRow
  | typeof AlertWatchRow
  | typeof BenchmarkRow
  | typeof ContactDeferralRow
  | typeof ContactDenialRow
  | typeof ContactTryRow
  | typeof DebtClosingRow
  | typeof DebtorClosingRow
  | typeof DebtSpanRow
  | typeof DeskActRow
  | typeof ExchangeRateRow
  | typeof FigureTallyRow
  | typeof InquiryRow
  | typeof CostEntryRow
  | typeof MessagePriceRow
  | typeof MoneyFlowRow
  | typeof MoveClosingRow
  | typeof ObjectiveRow
  | typeof ProjectionCursorRow
  | typeof PromiseSpanRow
  | typeof ReportRecipientRow
  | typeof ReportRunRow
  | typeof ReportScheduleRow
>;

export type AlertRecord = Readonly<Selectable<KpisTables["alert"]>>;
export type AlertWatchRecord = Readonly<Selectable<KpisTables["alert_watch"]>>;
export type CostEntryRecord = Readonly<Selectable<KpisTables["cost_entry"]>>;
export type ExchangeRateRecord = Readonly<Selectable<KpisTables["exchange_rate"]>>;
export type MessagePriceRecord = Readonly<Selectable<KpisTables["message_price"]>>;
