import type { EntitySchema } from "@mikro-orm/core";
import { DataKeyRow } from "./platform/crypto/data-key.entity.js";
import { JobRun } from "./platform/clock/job-run.entity.js";
import { ParkedWorkRow } from "./platform/work/parked-work.entity.js";
import { JournalCheckpointRow } from "./modules/journal/journal-checkpoint.entity.js";
import { JournalHeadRow } from "./modules/journal/journal-head.entity.js";
import { JournalRecordRow } from "./modules/journal/journal-record.entity.js";
import { ContactPointRow } from "./modules/portfolio/contact-point.entity.js";
import { DebtRow } from "./modules/portfolio/debt.entity.js";
import { DebtorRow } from "./modules/portfolio/debtor.entity.js";
import { DebtorLookupRow } from "./modules/portfolio/debtor-lookup.entity.js";
import { HoldRow } from "./modules/portfolio/hold.entity.js";
import { ImportChangeRow } from "./modules/imports/run/import-change.entity.js";
import { ImportProfileRow } from "./modules/imports/run/import-profile.entity.js";
import { ImportRejectRow } from "./modules/imports/run/import-reject.entity.js";
import { ImportTraceRow } from "./modules/imports/run/import-trace.entity.js";
import { ImportUploadRow } from "./modules/imports/run/import-upload.entity.js";
import { ImportUploadPieceRow } from "./modules/imports/run/import-upload-piece.entity.js";
import { LedgerEntryRow } from "./modules/payments/ledger-entry.entity.js";
import { NumberOwnerRow } from "./modules/portfolio/number-owner.entity.js";
import { PaymentMentionRow } from "./modules/payments/payment-mention.entity.js";
import { PaymentRow } from "./modules/payments/payment.entity.js";
import { PortfolioImportRow } from "./modules/imports/run/portfolio-import.entity.js";
import { ContactDeferralRow } from "./modules/kpis/projections/contacts/contact-deferral.entity.js";
import { ContactDenialRow } from "./modules/kpis/projections/contacts/contact-denial.entity.js";
import { ContactTryRow } from "./modules/kpis/projections/contacts/contact-try.entity.js";
import { DebtClosingRow } from "./modules/kpis/projections/closings/debt-closing.entity.js";
import { DeskActRow } from "./modules/kpis/projections/desk/desk-act.entity.js";
import { InquiryRow } from "./modules/kpis/projections/inquiries/inquiry.entity.js";
import { DebtorClosingRow } from "./modules/kpis/projections/closings/debtor-closing.entity.js";
import { DebtSpanRow } from "./modules/kpis/projections/debts/debt-span.entity.js";
import { MoneyFlowRow } from "./modules/kpis/projections/debts/money-flow.entity.js";
import { AccountOpeningRow } from "./modules/kpis/projections/moves/account-opening.entity.js";
import { MoveClosingRow } from "./modules/kpis/projections/moves/move-closing.entity.js";
import { AlertRow } from "./modules/kpis/alerts/alert.entity.js";
import { AlertRuleRow } from "./modules/kpis/alerts/alert-rule.entity.js";
import { AlertWatchRow } from "./modules/kpis/alerts/alert-watch.entity.js";
import { BenchmarkRow } from "./modules/kpis/benchmarks/benchmark.entity.js";
import { CostEntryRow } from "./modules/kpis/costs/cost-entry.entity.js";
import { MessagePriceRow } from "./modules/kpis/costs/message-price.entity.js";
import { ExchangeRateRow } from "./modules/kpis/rates/exchange-rate.entity.js";
import { ObjectiveRow } from "./modules/kpis/objectives/objective.entity.js";
import { PromiseSpanRow } from "./modules/kpis/projections/promises/promise-span.entity.js";
import { FigureTallyRow } from "./modules/kpis/projections/tallies/figure-tally.entity.js";
import { ReportRecipientRow } from "./modules/kpis/reports/schedules/report-recipient.entity.js";
import { ReportScheduleRow } from "./modules/kpis/reports/schedules/report-schedule.entity.js";
import { ReportRunRow } from "./modules/kpis/reports/report-run.entity.js";
import { ProjectionCursorRow } from "./modules/kpis/projections/projection-cursor.entity.js";
import { CadenceRow } from "./modules/cadences/cadence.entity.js";
import { CadenceVersionRow } from "./modules/cadences/cadence-version.entity.js";
import { BusinessCalendarRow } from "./modules/escalations/clocks/business-calendar.entity.js";
import { CaseClockRow } from "./modules/escalations/clocks/case-clock.entity.js";
import { CaseEventRow } from "./modules/escalations/clocks/case-event.entity.js";
import { EscalationPolicyRow } from "./modules/escalations/clocks/escalation-policy.entity.js";
import { LevelMarkRow } from "./modules/escalations/clocks/level-mark.entity.js";
import { OpenStretchRow } from "./modules/escalations/clocks/open-stretch.entity.js";
import { PhoneCallRow } from "./modules/escalations/calls/phone-call.entity.js";
import { CaseTickRow } from "./modules/escalations/desk/case-tick.entity.js";
import { EscalationRow } from "./modules/escalations/escalation.entity.js";
import { HostActionRow } from "./modules/escalations/host-action.entity.js";
import { DateQuestionRow } from "./modules/negotiation/date-question.entity.js";
import { InboundMessageRow } from "./modules/negotiation/inbound-message.entity.js";
import { PromiseRow } from "./modules/negotiation/promise.entity.js";
import { PromiseDebtRow } from "./modules/negotiation/promise-debt.entity.js";
import { MessageDebtRow } from "./modules/outbox/message-debt.entity.js";
import { MessageStatusRow } from "./modules/outbox/message-status.entity.js";
import { OutboxMessageRow } from "./modules/outbox/outbox-message.entity.js";
import { ContactAttemptRow } from "./modules/policy/contact-attempt.entity.js";
import { OptOutRow } from "./modules/policy/opt-out.entity.js";
import { SegmentRow } from "./modules/segmentation/segment.entity.js";
import { SegmentMemberRow } from "./modules/segmentation/segment-member.entity.js";
import { TemplateStatusRow } from "./modules/templates/template-status.entity.js";
import { AccountEntity } from "./modules/accounts/account.entity.js";
import { HostTroubleRow } from "./modules/accounts/host-trouble.entity.js";
import { ApiKeyEntity } from "./modules/accounts/sessions/api-key.entity.js";
import { ComplianceGrantEntity } from "./modules/accounts/sessions/compliance-grant.entity.js";
import { SessionEntity } from "./modules/accounts/sessions/session.entity.js";
import { OutgoingMailRow } from "./modules/accounts/mail/outgoing-mail.entity.js";
import { SetupCodeEntity } from "./modules/accounts/setup-code.entity.js";
import { SignInAttemptEntity } from "./modules/accounts/sessions/sign-in-attempt.entity.js";
import { ContactBlock } from "./modules/host/contact-block.entity.js";
import { HostConversation } from "./modules/host/conversations/host-conversation.entity.js";
import { HostCursor } from "./modules/host/reading/host-cursor.entity.js";
import { HostInboxRow } from "./modules/host/host-inbox.entity.js";
import { UnheardConversationRow } from "./modules/host/reading/unheard-conversation.entity.js";
import { WebhookDelivery } from "./modules/host/webhooks/webhook-delivery.entity.js";

/** Every table of Saldo. A new entity is added here and gets its migration by `npm run migrations -- NAME`. */
export const entities: readonly EntitySchema[] = [
  DataKeyRow,
  JobRun,
  ParkedWorkRow,
  AccountEntity,
  HostTroubleRow,
  OutgoingMailRow,
  ApiKeyEntity,
  ComplianceGrantEntity,
  SessionEntity,
  SetupCodeEntity,
  SignInAttemptEntity,
  ContactBlock,
  HostConversation,
  HostCursor,
  HostInboxRow,
  UnheardConversationRow,
  WebhookDelivery,
  JournalCheckpointRow,
  JournalHeadRow,
  JournalRecordRow,
  ContactPointRow,
  DebtRow,
  DebtorRow,
  DebtorLookupRow,
  HoldRow,
  ImportChangeRow,
  ImportProfileRow,
  ImportRejectRow,
  ImportTraceRow,
  ImportUploadRow,
  ImportUploadPieceRow,
  LedgerEntryRow,
  NumberOwnerRow,
  PaymentMentionRow,
  PaymentRow,
  PortfolioImportRow,
  ContactDeferralRow,
  ContactDenialRow,
  ContactTryRow,
  DebtClosingRow,
  DebtorClosingRow,
  DeskActRow,
  InquiryRow,
  DebtSpanRow,
  FigureTallyRow,
  AlertRow,
  AlertRuleRow,
  AlertWatchRow,
  BenchmarkRow,
  CostEntryRow,
  ExchangeRateRow,
  MessagePriceRow,
  MoneyFlowRow,
  MoveClosingRow,
  AccountOpeningRow,
  ObjectiveRow,
  ProjectionCursorRow,
  ReportRecipientRow,
  ReportRunRow,
  ReportScheduleRow,
  PromiseSpanRow,
  CadenceRow,
  CadenceVersionRow,
  BusinessCalendarRow,
  CaseClockRow,
  CaseEventRow,
  EscalationPolicyRow,
  LevelMarkRow,
  OpenStretchRow,
  CaseTickRow,
  EscalationRow,
  HostActionRow,
  PhoneCallRow,
  DateQuestionRow,
  InboundMessageRow,
  PromiseRow,
  PromiseDebtRow,
  MessageDebtRow,
  MessageStatusRow,
  OutboxMessageRow,
  ContactAttemptRow,
  OptOutRow,
  TemplateStatusRow,
  SegmentRow,
  SegmentMemberRow,
];
