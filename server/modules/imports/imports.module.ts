import { Module } from "@nestjs/common";
import { PaymentsModule } from "../payments/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { FileThreads } from "./file/thread/file-threads.adapter.js";
import { ImportsJobs } from "./imports.jobs.js";
import { ChunkIntake } from "./run/chunk-intake.service.js";
import { ContactPointWriter } from "./run/contact-point-writer.service.js";
import { CreditsIntake } from "./run/credits-intake.service.js";
import { DebtFactsReader } from "./run/debt-facts.reader.js";
import { DebtWriter } from "./run/debt-writer.service.js";
import { DebtorWriter } from "./run/debtor-writer.service.js";
import { DebtsIntake } from "./run/debts-intake.service.js";
import { DoubtedDebtsView } from "./run/doubted-debts.view.js";
import { ImportAttempts } from "./run/import-attempts.service.js";
import { ImportFiles } from "./run/import-files.service.js";
import { ImportPreviews } from "./run/import-preview.service.js";
import { ImportProfilesController } from "./run/import-profiles.controller.js";
import { ImportProfiles } from "./run/import-profiles.service.js";
import { ImportRejectsStore } from "./run/import-rejects.store.js";
import { ImportRunner } from "./run/import-runner.service.js";
import { ImportTraces } from "./run/import-traces.store.js";
import { ImportUploads } from "./run/import-upload.store.js";
import { ImportsController } from "./run/imports.controller.js";
import { ImportsLane } from "./run/imports.lane.js";
import { Imports } from "./run/imports.service.js";
import { ImportsStore } from "./run/imports.store.js";
import { ImportsView } from "./run/imports.view.js";
import { Intakes } from "./run/intakes.service.js";
import { OpenPayments } from "./run/open-payments.service.js";
import { OpenQuestions } from "./run/open-questions.service.js";
import { PaymentsIntake } from "./run/payments-intake.service.js";
import { ImportHolds } from "./run/import-holds.service.js";
import { SnapshotView } from "./run/snapshot.view.js";
import { ImportUndo } from "./undo/import-undo.service.js";
import { SinceImportView } from "./undo/import-undo.view.js";
import { UndoCheck } from "./undo/undo-check.service.js";
import { UndoChunk } from "./undo/undo-chunk.service.js";
import { UndoDebtors } from "./undo/undo-debtors.service.js";
import { UndoDebts } from "./undo/undo-debts.service.js";
import { UndoRun } from "./undo/undo-run.service.js";

@Module({
  imports: [PaymentsModule, PortfolioModule],
  controllers: [ImportsController, ImportProfilesController],
  providers: [
    ChunkIntake,
    ContactPointWriter,
    CreditsIntake,
    DebtFactsReader,
    DebtWriter,
    DebtorWriter,
    DebtsIntake,
    DoubtedDebtsView,
    FileThreads,
    ImportAttempts,
    ImportFiles,
    ImportPreviews,
    ImportProfiles,
    ImportRejectsStore,
    ImportRunner,
    Imports,
    ImportsJobs,
    ImportsLane,
    ImportsStore,
    ImportsView,
    ImportTraces,
    ImportUndo,
    ImportUploads,
    Intakes,
    OpenPayments,
    OpenQuestions,
    PaymentsIntake,
    SinceImportView,
    ImportHolds,
    SnapshotView,
    UndoCheck,
    UndoChunk,
    UndoDebtors,
    UndoDebts,
    UndoRun,
  ],
  exports: [ImportPreviews, ImportProfiles, Imports, ImportsView, ImportUndo],
})
export class ImportsModule {}
