import { Module } from "@nestjs/common";
import { AccountSettingsView } from "./account-settings.view.js";
import { BlockedNumbers } from "./blocked-numbers.service.js";
import { ConsentGapView } from "./consent-gap.view.js";
import { Consents } from "./consents.service.js";
import { DebtorSearch } from "./debtor-search.view.js";
import { DebtorPageView } from "./debtor.view.js";
import { DebtorNamesView } from "./debtor-names.view.js";
import { DebtorsController } from "./debtors.controller.js";
import { DebtorsStore } from "./debtors.store.js";
import { DebtorsView } from "./debtors.view.js";
import { DebtsStore } from "./debts.store.js";
import { Holds } from "./holds.service.js";
import { NumberOwners } from "./number-owners.service.js";
import { NumberOwnersStore } from "./number-owners.store.js";
import { NumberOwnersView } from "./number-owners.view.js";
import { NameStarts } from "./name-starts.service.js";
import { NumberPlaces } from "./number-places.service.js";
import { OwedChanges } from "./owed-changes.service.js";
import { PortfolioJobs } from "./portfolio.jobs.js";
import { PortfolioReader } from "./portfolio.reader.js";
import { SharedNumbersController } from "./shared-numbers.controller.js";
import { SharedNumbers } from "./shared-numbers.service.js";

/** Fills the journal's port for the names of debtors; asks `DebtorConversations` (host) through its own. */
@Module({
  controllers: [DebtorsController, SharedNumbersController],
  providers: [
    DebtorNamesView,
    AccountSettingsView,
    BlockedNumbers,
    ConsentGapView,
    Consents,
    DebtorPageView,
    DebtorSearch,
    DebtorsStore,
    DebtorsView,
    DebtsStore,
    Holds,
    NameStarts,
    NumberOwners,
    NumberOwnersStore,
    NumberOwnersView,
    NumberPlaces,
    OwedChanges,
    PortfolioJobs,
    PortfolioReader,
    SharedNumbers,
  ],
  exports: [
    AccountSettingsView,
    BlockedNumbers,
    Consents,
    DebtorNamesView,
    DebtorsStore,
    DebtsStore,
    Holds,
    NumberOwnersStore,
    OwedChanges,
    PortfolioReader,
    SharedNumbers,
  ],
})
export class PortfolioModule {}
