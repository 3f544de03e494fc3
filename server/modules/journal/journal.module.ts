import { Global, Module } from "@nestjs/common";
import { ChainWriter } from "./chain-writer.service.js";
import { ChainedJournal } from "./chained-journal.service.js";
import { CheckpointSigner } from "./checkpoint-signer.service.js";
import { CheckpointSink } from "./checkpoint-sink.port.js";
import { CheckpointStore } from "./checkpoint.store.js";
import { Checkpoints } from "./checkpoints.service.js";
import { FileCheckpointSink } from "./file-checkpoint-sink.adapter.js";
import { JournalController } from "./journal.controller.js";
import { JournalExport } from "./journal-export.service.js";
import { JournalFeed } from "./journal-feed.service.js";
import { JournalJobs } from "./journal.jobs.js";
import { Journal } from "./journal.port.js";
import { JournalReader } from "./journal.reader.js";
import { JournalService } from "./journal.service.js";
import { JournalStore } from "./journal.store.js";
import { JournalVerifier } from "./journal-verifier.service.js";
import { LiveController } from "./live.controller.js";
import { LiveStreams } from "./live-streams.service.js";
import { RecordObservers } from "./record-observers.service.js";
import { RecordSealer } from "./record-sealer.service.js";
import { RecordWords } from "./record-words.reader.js";
import { TimelineController } from "./timeline.controller.js";
import { TypedRecords } from "./typed-records.reader.js";

/**
 * Global: every use case writes to the journal. Its ports `AccountNames` (accounts), `DebtorNames` (portfolio) and `DecisionWords` (policy) are
 * filled in `filled-ports.module.ts`, as those of the other modules.
 */
@Global()
@Module({
  controllers: [JournalController, TimelineController, LiveController],
  providers: [
    { provide: Journal, useClass: ChainedJournal },
    { provide: CheckpointSink, useClass: FileCheckpointSink },
    ChainWriter,
    Checkpoints,
    CheckpointSigner,
    CheckpointStore,
    JournalExport,
    JournalFeed,
    JournalJobs,
    JournalReader,
    JournalService,
    JournalStore,
    JournalVerifier,
    LiveStreams,
    RecordObservers,
    RecordSealer,
    RecordWords,
    TypedRecords,
  ],
  exports: [Journal, JournalFeed, JournalReader, JournalService, JournalVerifier, LiveStreams, RecordObservers, RecordWords, TypedRecords],
})
export class JournalModule {}
