import { Global, Module } from "@nestjs/common";
import { ChainWriter } from "./chain-writer.js";
import { ChainedJournal } from "./chained-journal.js";
import { CheckpointSigner } from "./checkpoint-signer.js";
import { CheckpointSink } from "./checkpoint-sink.js";
import { CheckpointStore } from "./checkpoint.store.js";
import { Checkpoints } from "./checkpoints.service.js";
import { FileCheckpointSink } from "./file-checkpoint-sink.js";
import { JournalController } from "./journal.controller.js";
import { JournalExport } from "./journal-export.js";
import { JournalFeed } from "./journal.feed.js";
import { JournalJobs } from "./journal.jobs.js";
import { Journal } from "./journal.js";
import { JournalReader } from "./journal.reader.js";
import { JournalService } from "./journal.service.js";
import { JournalStore } from "./journal.store.js";
import { JournalVerifier } from "./journal.verifier.js";
import { LiveController } from "./live.controller.js";
import { LiveStreams } from "./live-streams.service.js";
import { RecordObservers } from "./record-observers.service.js";
import { RecordSealer } from "./record-sealer.js";
import { TimelineController } from "./timeline.controller.js";

/**
 * Global: every use case writes to the journal. Needs three ports from global modules after it: `AccountNames` (accounts), `DebtorNames`
 * (portfolio), `DecisionWords` (policy).
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
  ],
  exports: [Journal, JournalFeed, JournalReader, JournalService, JournalVerifier, LiveStreams, RecordObservers],
})
export class JournalModule {}
