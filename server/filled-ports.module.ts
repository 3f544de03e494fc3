import { Global, Module } from "@nestjs/common";
import {
  AccountNamesView,
  AccountsAuthenticator,
  AccountsModule,
  Helpdesk,
  PlanDigests,
  RefusalJournalAdapter,
  WorkAccountsAdapter,
} from "./modules/accounts/index.js";
import { CadencesModule, ExitsAtTheClaim } from "./modules/cadences/index.js";
import { HelpdeskOfAccounts, HostModule, PendingStatuses, RecordedConversations } from "./modules/host/index.js";
import { ContactedSince } from "./modules/imports/index.js";
import { CaseWords } from "./modules/escalations/index.js";
import { AccountNames, DebtorNames, DecisionWords } from "./modules/journal/index.js";
import { KpisModule, TodayPage } from "./modules/kpis/index.js";
import { DebtorConductView, DebtorWordsView, NegotiationModule } from "./modules/negotiation/index.js";
import { CadenceGate, ContactedSinceView, OutboxModule, OutboxPendingStatuses } from "./modules/outbox/index.js";
import { PolicyModule, RefusalsInWords } from "./modules/policy/index.js";
import { DebtorConversations, DebtorNamesView, PortfolioModule } from "./modules/portfolio/index.js";
import { DebtorConduct } from "./modules/segmentation/index.js";
import { Authenticator } from "./platform/http/authenticator.js";
import { RefusalJournal } from "./platform/observability/refusal-journal.port.js";
import { WorkAccounts } from "./platform/work/work-accounts.port.js";

/** Each port that a module declares because it must ask a later one, and who fills it. */
export const FILLED = [
  { provide: Authenticator, useExisting: AccountsAuthenticator },
  { provide: WorkAccounts, useExisting: WorkAccountsAdapter },
  { provide: RefusalJournal, useExisting: RefusalJournalAdapter },
  { provide: AccountNames, useExisting: AccountNamesView },
  { provide: DebtorNames, useExisting: DebtorNamesView },
  { provide: DecisionWords, useExisting: RefusalsInWords },
  { provide: Helpdesk, useExisting: HelpdeskOfAccounts },
  {
    provide: PlanDigests,
    useFactory: (page: TodayPage): PlanDigests => ({ current: (accountId) => page.digest(accountId) }),
    inject: [TodayPage],
  },
  { provide: DebtorConversations, useExisting: RecordedConversations },
  { provide: PendingStatuses, useExisting: OutboxPendingStatuses },
  { provide: ContactedSince, useExisting: ContactedSinceView },
  { provide: CadenceGate, useExisting: ExitsAtTheClaim },
  { provide: DebtorConduct, useExisting: DebtorConductView },
  { provide: CaseWords, useExisting: DebtorWordsView },
];

/** The one thing beside platform and journal that is there without being imported: a module cannot import the later ones that fill its ports. */
@Global()
@Module({
  imports: [AccountsModule, CadencesModule, HostModule, KpisModule, NegotiationModule, OutboxModule, PolicyModule, PortfolioModule],
  providers: FILLED,
  exports: FILLED.map(({ provide }) => provide),
})
export class FilledPortsModule {}
