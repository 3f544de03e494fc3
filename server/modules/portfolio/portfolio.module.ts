import { Module } from "@nestjs/common";
import { AccountSettingsView } from "./account-settings.view.js";
import { ConsentGapView } from "./consent-gap.view.js";
import { Consents } from "./consents.service.js";
import { DebtFactsReader } from "./debt-facts.reader.js";
import { DebtWriter } from "./debt-writer.service.js";
import { DebtorPageView } from "./debtor.view.js";
import { ContactPointWriter } from "./contact-point-writer.service.js";
import { DebtorWriter } from "./debtor-writer.service.js";
import { DebtorsController } from "./debtors.controller.js";
import { DebtorsStore } from "./debtors.store.js";
import { DebtorsView } from "./debtors.view.js";
import { DebtsIntake } from "./debts-intake.service.js";
import { Holds } from "./holds.service.js";
import { ImportFiles } from "./import-files.service.js";
import { ImportPreviews } from "./import-preview.service.js";
import { ImportProfiles } from "./import-profiles.service.js";
import { ImportProfilesController } from "./import-profiles.controller.js";
import { ImportRunner } from "./import-runner.service.js";
import { ImportTraces } from "./import-traces.store.js";
import { ImportUndo } from "./import-undo.service.js";
import { SinceImportView } from "./import-undo.view.js";
import { UndoDebtors } from "./undo-debtors.service.js";
import { UndoDebts } from "./undo-debts.service.js";
import { ImportUploads } from "./import-upload.store.js";
import { ImportsController } from "./imports.controller.js";
import { Imports } from "./imports.service.js";
import { ImportsLane } from "./imports-lane.service.js";
import { ImportRejectsStore } from "./import-rejects.store.js";
import { ImportsStore } from "./imports.store.js";
import { ImportsView } from "./imports.view.js";
import { LedgerStore } from "./ledger.store.js";
import { NumberOwners } from "./number-owners.service.js";
import { NumberOwnersStore } from "./number-owners.store.js";
import { NumberOwnersView } from "./number-owners.view.js";
import { PaymentAllocator } from "./payment-allocator.service.js";
import { PaymentDoubts } from "./payment-doubts.service.js";
import { PaymentsController } from "./payments.controller.js";
import { PaymentsIntake } from "./payments-intake.service.js";
import { Payments } from "./payments.service.js";
import { PaymentsStore } from "./payments.store.js";
import { PaymentsView } from "./payments.view.js";
import { PortfolioJobs } from "./portfolio.jobs.js";
import { PortfolioLog } from "./portfolio.log.js";
import { PortfolioReader } from "./portfolio.reader.js";
import { PortfolioVault } from "./portfolio.vault.js";
import { SnapshotHolds } from "./snapshot-holds.service.js";
import { SnapshotView } from "./snapshot.view.js";
import { SharedNumbersController } from "./shared-numbers.controller.js";
import { SharedNumbers } from "./shared-numbers.service.js";

@Module({
  controllers: [DebtorsController, PaymentsController, ImportsController, ImportProfilesController, SharedNumbersController],
  providers: [
    AccountSettingsView,
    ConsentGapView,
    Consents,
    DebtFactsReader,
    DebtWriter,
    DebtorPageView,
    ContactPointWriter,
    DebtorWriter,
    DebtorsStore,
    DebtorsView,
    DebtsIntake,
    Holds,
    ImportFiles,
    ImportPreviews,
    ImportProfiles,
    ImportRunner,
    ImportTraces,
    ImportUndo,
    SinceImportView,
    UndoDebtors,
    UndoDebts,
    Imports,
    ImportsLane,
    ImportUploads,
    ImportRejectsStore,
    ImportsStore,
    ImportsView,
    LedgerStore,
    NumberOwners,
    NumberOwnersStore,
    NumberOwnersView,
    PaymentAllocator,
    PaymentDoubts,
    PaymentsIntake,
    Payments,
    PaymentsStore,
    PaymentsView,
    PortfolioJobs,
    PortfolioLog,
    PortfolioReader,
    PortfolioVault,
    SharedNumbers,
    SnapshotHolds,
    SnapshotView,
  ],
  exports: [Consents, Holds, ImportPreviews, ImportProfiles, ImportUndo, Imports, ImportsView, Payments, PortfolioReader],
})
export class PortfolioModule {}
