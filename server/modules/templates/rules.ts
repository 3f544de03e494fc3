export {
  approvalOf,
  APPROVALS,
  sendability,
  type Approval,
  type HostComponent,
  type SubmittedTemplate,
  type Sendability,
} from "./domain/approval.js";
export { bindParameters, type TemplateParams } from "./domain/bind-parameters.js";
export { debtMessage, type DebtMessage, type ListedDebt } from "./domain/debt-message.js";
export { sampleContext } from "./domain/fill-body.js";
export type { DayWords } from "./domain/day-words.js";
export type { MessageLanguage } from "./domain/language.js";
export type { ReplyWords } from "./domain/reply-words.js";
export type { LintFinding } from "./domain/lint-finding.js";
export { lintMessage } from "./domain/lint.js";
export { INTENTS, intentOfTitle, type Intent } from "./domain/menu.js";
export {
  whatsAppName,
  type Message,
  type MessageContext,
  type MessageTemplate,
  type SessionReply,
  type TemplateValue,
  type VariableSpec,
} from "./domain/message-template.js";
export { menuOf, renderText, type MenuButton } from "./domain/render-text.js";
export {
  toWhatsAppComponents,
  toWhatsAppSubmission,
  type WhatsAppComponent,
  type WhatsAppSubmission,
} from "./domain/whatsapp-components.js";
