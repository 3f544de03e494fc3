import { Module } from "@nestjs/common";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountHealth } from "./account-health.service.js";
import { AccountRegistration } from "./account-registration.service.js";
import { AccountNamesView } from "./account-names.view.js";
import { AccountStore } from "./account.store.js";
import { HostTroubleStore } from "./host-trouble.store.js";
import { HostTroubles } from "./host-troubles.service.js";
import { AccountsAuthenticator } from "./sessions/accounts-authenticator.adapter.js";
import { AccountsController } from "./accounts.controller.js";
import { AccountsJobs } from "./accounts.jobs.js";
import { ApiKeyStore } from "./sessions/api-key.store.js";
import { ApiKeys } from "./sessions/api-keys.service.js";
import { ComplianceGrants } from "./sessions/compliance-grants.store.js";
import { Connection } from "./connection.service.js";
import { DispatchSwitch } from "./dispatch-switch.service.js";
import { HostCheck } from "./host-check.reader.js";
import { HostInstallation } from "./host-installation.service.js";
import { InstalledWebhook } from "./installed-webhook.service.js";
import { MailDelivery } from "./mail/mail-delivery.service.js";
import { MailLane } from "./mail/mail.lane.js";
import { MailLog } from "./mail/mail-log.view.js";
import { MailPeople } from "./mail/mail-people.reader.js";
import { MailSeal } from "./mail/mail-seal.service.js";
import { Mails } from "./mail/mails.service.js";
import { OutgoingMailsStore } from "./mail/outgoing-mails.store.js";
import { People } from "./sessions/people.service.js";
import { RefusalJournalAdapter } from "./refusal-journal.adapter.js";
import { Roster } from "./sessions/roster.service.js";
import { SecurityLog } from "./security-log.service.js";
import { SenderToken } from "./sender-token.service.js";
import { SessionBook } from "./sessions/session-book.service.js";
import { SessionController } from "./sessions/session.controller.js";
import { SessionStore } from "./sessions/session.store.js";
import { Sessions } from "./sessions/sessions.service.js";
import { Settings } from "./settings.service.js";
import { SetupCodes } from "./setup-codes.service.js";
import { SignInAttempts } from "./sessions/sign-in-attempt.store.js";
import { SignInLimit } from "./sessions/sign-in-limit.service.js";
import { WorkAccountsAdapter } from "./work-accounts.adapter.js";

/**
 * Fills ports of the platform: the guard asks who calls (`Authenticator`), scheduled work for accounts (`WorkAccounts`), refusals for their
 * journal (`RefusalJournal`); and the journal's for names. Asks `Helpdesk` (host) and `PlanDigests` (kpis) through its own.
 */
@Module({
  controllers: [AccountsController, SessionController],
  providers: [
    AccountNamesView,
    AccountDirectory,
    AccountHealth,
    AccountRegistration,
    AccountStore,
    HostTroubles,
    HostTroubleStore,
    AccountsJobs,
    ApiKeyStore,
    ApiKeys,
    ComplianceGrants,
    Connection,
    DispatchSwitch,
    HostCheck,
    HostInstallation,
    InstalledWebhook,
    MailDelivery,
    MailLane,
    MailLog,
    MailPeople,
    Mails,
    MailSeal,
    OutgoingMailsStore,
    People,
    Roster,
    SecurityLog,
    SenderToken,
    SessionBook,
    SessionStore,
    Sessions,
    Settings,
    SetupCodes,
    SignInAttempts,
    SignInLimit,
    AccountsAuthenticator,
    WorkAccountsAdapter,
    RefusalJournalAdapter,
  ],
  exports: [
    AccountDirectory,
    AccountHealth,
    AccountNamesView,
    ApiKeys,
    AccountsAuthenticator,
    Connection,
    DispatchSwitch,
    HostCheck,
    HostTroubles,
    InstalledWebhook,
    MailLog,
    MailPeople,
    Mails,
    People,
    SetupCodes,
    RefusalJournalAdapter,
    WorkAccountsAdapter,
  ],
})
export class AccountsModule {}
