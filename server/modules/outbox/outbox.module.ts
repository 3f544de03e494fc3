import { Global, Module } from "@nestjs/common";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { HostModule, PendingStatuses } from "../host/index.js";
import { ContactedSince } from "../imports/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { TemplatesModule } from "../templates/index.js";
import { Absence } from "./absence.service.js";
import { Cancellation } from "./cancellation.js";
import { ClaimContexts } from "./claim-context.reader.js";
import { Claim } from "./claim.js";
import { Composer } from "./composer.js";
import { ContactedSinceView } from "./contacted-since.view.js";
import { Deliveries } from "./deliveries.js";
import { DispatchGate } from "./dispatch-gate.reader.js";
import { DispatchTurn } from "./dispatch-turn.service.js";
import { Dispatcher } from "./dispatcher.js";
import { DueClaims } from "./due-claims.service.js";
import { Expiry } from "./expiry.js";
import { Intents } from "./intents.js";
import { Objections } from "./objections.service.js";
import { OutboxAgenda } from "./outbox-agenda.view.js";
import { OutboxJobs } from "./outbox.jobs.js";
import { OUTBOX_SETTINGS, outboxSettings } from "./outbox.settings.js";
import { OutboxStore } from "./outbox.store.js";
import { Outcomes } from "./outcomes.js";
import { ParkedMessages } from "./parked-messages.service.js";
import { OutboxPendingStatuses } from "./pending-statuses.js";
import { Preparation } from "./preparation.js";
import { Readiness } from "./readiness.js";
import { RecipientsView } from "./recipients.view.js";
import { ReconcileLane } from "./reconcile.lane.js";
import { Reconciler } from "./reconciler.js";
import { Refusals } from "./refusals.js";
import { OutboxMetrics } from "./outbox-metrics.service.js";
import { Replies } from "./replies.js";
import { RestoreFence } from "./restore-fence.js";
import { OutboxReview } from "./review.js";
import { Sender } from "./sender.js";
import { SendingPace } from "./sending-pace.service.js";
import { Setbacks } from "./setbacks.js";
import { SwitchWatch } from "./switch-watch.js";
import { UnreadyDebtors } from "./unready.store.js";

/** Global because modules before it ask through ports of their own: the host which messages await a status, imports who was written to. */
@Global()
@Module({
  imports: [HostModule, PortfolioModule, TemplatesModule],
  providers: [
    { provide: OUTBOX_SETTINGS, useFactory: (config: Config) => outboxSettings(config), inject: [CONFIG] },
    { provide: PendingStatuses, useClass: OutboxPendingStatuses },
    { provide: ContactedSince, useClass: ContactedSinceView },
    Absence,
    Cancellation,
    Claim,
    ClaimContexts,
    Intents,
    Composer,
    Deliveries,
    Dispatcher,
    DispatchGate,
    DispatchTurn,
    DueClaims,
    Expiry,
    Objections,
    OutboxJobs,
    OutboxMetrics,
    OutboxReview,
    OutboxStore,
    OutboxAgenda,
    Outcomes,
    ParkedMessages,
    Preparation,
    Readiness,
    RecipientsView,
    ReconcileLane,
    Reconciler,
    Refusals,
    Replies,
    RestoreFence,
    Sender,
    SendingPace,
    SwitchWatch,
    Setbacks,
    UnreadyDebtors,
  ],
  exports: [
    Cancellation,
    Composer,
    ContactedSince,
    Deliveries,
    Dispatcher,
    Objections,
    OutboxReview,
    PendingStatuses,
    RecipientsView,
    ReconcileLane,
    Reconciler,
    Replies,
  ],
})
export class OutboxModule {}
