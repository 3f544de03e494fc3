export type { Account } from "./account.reader.js";
export { AccountDirectory } from "./account-directory.reader.js";
export { AccountHealth } from "./account-health.service.js";
export {
  Helpdesk,
  type HostAccess,
  type HostInbox,
  type HostUser,
  type Installation,
  type InstallStep,
  type Wanted,
} from "./helpdesk.port.js";
export { InstalledWebhook } from "./installed-webhook.service.js";
export { HostTroubles } from "./host-troubles.service.js";
export { HostCheck } from "./host-check.reader.js";
export { ACCOUNT, type AccountsTables, HOST_TROUBLE } from "./accounts.tables.js";
export { AccountEvent } from "./accounts.events.js";
export { AccountsModule } from "./accounts.module.js";
export { ApiKeys } from "./sessions/api-keys.service.js";
export { Connection } from "./connection.service.js";
export { DispatchSwitch } from "./dispatch-switch.service.js";
export { MailLog, type SentMail } from "./mail/mail-log.view.js";
export { MailPeople, type MailPerson } from "./mail/mail-people.reader.js";
export type { MailContent } from "./mail/mail-seal.service.js";
export { Mails, type MailSubject, type MailTo } from "./mail/mails.service.js";
export { People } from "./sessions/people.service.js";
export { PlanDigests } from "./plan-digests.port.js";
export { type NewSetupCode, SetupCodes } from "./setup-codes.service.js";
export { AccountNamesView } from "./account-names.view.js";
export { AccountsAuthenticator } from "./sessions/accounts-authenticator.adapter.js";
export { WorkAccountsAdapter } from "./work-accounts.adapter.js";
export { RefusalJournalAdapter } from "./refusal-journal.adapter.js";
