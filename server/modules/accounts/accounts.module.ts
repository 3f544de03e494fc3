import { Global, Module } from "@nestjs/common";
import { Authenticator } from "../../platform/http/authenticator.js";
import { WorkAccounts } from "../../platform/work/work-accounts.port.js";
import { RefusalJournal } from "../../platform/observability/refusal-journal.port.js";
import { AccountNames } from "../journal/index.js";
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
 * Global: the platform's guard asks it who calls (`Authenticator`), scheduled work for accounts (`WorkAccounts`), refusals for their journal
 * (`RefusalJournal`), the journal for names (`AccountNames`), and nearly every module for settings (`AccountDirectory`). Needs two ports from
 * global modules after it: `Helpdesk` (host) and `PlanDigests` (kpis).
 */
@Global()
@Module({
  controllers: [AccountsController, SessionController],
  providers: [
    { provide: AccountNames, useClass: AccountNamesView },
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
    { provide: Authenticator, useClass: AccountsAuthenticator },
    { provide: WorkAccounts, useClass: WorkAccountsAdapter },
    { provide: RefusalJournal, useClass: RefusalJournalAdapter },
  ],
  exports: [
    AccountDirectory,
    AccountHealth,
    AccountNames,
    ApiKeys,
    Authenticator,
    Connection,
    DispatchSwitch,
    HostCheck,
    HostTroubles,
    InstalledWebhook,
    People,
    SetupCodes,
    RefusalJournal,
    WorkAccounts,
  ],
})
export class AccountsModule {}
