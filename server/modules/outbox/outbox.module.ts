import { Module } from "@nestjs/common";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { HostModule } from "../host/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { TemplatesModule } from "../templates/index.js";
import { AccountsModule } from "../accounts/index.js";
import { PolicyModule } from "../policy/index.js";
import { AbsentMessages } from "./absent-messages.service.js";
import { Cancellation } from "./cancellation.service.js";
import { ClaimContexts } from "./dispatch/claim-context.reader.js";
import { Claim } from "./dispatch/claim.service.js";
import { Composer } from "./composer.service.js";
import { ContactedSinceView } from "./contacted-since.view.js";
import { Deliveries } from "./deliveries.service.js";
import { DispatchGate } from "./dispatch/dispatch-gate.reader.js";
import { DispatchTurn } from "./dispatch/dispatch-turn.service.js";
import { Dispatcher } from "./dispatch/dispatcher.lane.js";
import { DueClaims } from "./dispatch/due-claims.service.js";
import { Expiry } from "./dispatch/expiry.service.js";
import { Intents } from "./dispatch/intents.service.js";
import { Objections } from "./objections.service.js";
import { OutboxAgenda } from "./outbox-agenda.view.js";
import { OutboxJobs } from "./outbox.jobs.js";
import { OUTBOX_SETTINGS, outboxSettings } from "./outbox.settings.js";
import { OutboxStore } from "./outbox.store.js";
import { Outcomes } from "./dispatch/outcomes.service.js";
import { ParkedMessages } from "./parked-messages.service.js";
import { OutboxPendingStatuses } from "./pending-statuses.adapter.js";
import { Preparation } from "./dispatch/preparation.service.js";
import { MessageReadiness } from "./dispatch/message-readiness.service.js";
import { RecipientsView } from "./recipients.view.js";
import { ReconcileLane } from "./reconcile.lane.js";
import { Reconciler } from "./reconciler.service.js";
import { MessageRefusals } from "./dispatch/message-refusals.service.js";
import { OutboxMetrics } from "./outbox-metrics.service.js";
import { Replies } from "./replies.service.js";
import { RestoreFence } from "./restore-fence.service.js";
import { OutboxReview } from "./review.service.js";
import { Sender } from "./dispatch/sender.service.js";
import { SendingPace } from "./dispatch/sending-pace.service.js";
import { Setbacks } from "./dispatch/setbacks.service.js";
import { SwitchWatch } from "./dispatch/switch-watch.service.js";
import { UnreadyDebtors } from "./dispatch/unready.store.js";

/** Fills ports of modules before it: the host asks which messages await a status, imports who was written to. */
@Module({
  imports: [AccountsModule, HostModule, PolicyModule, PortfolioModule, TemplatesModule],
  providers: [
    { provide: OUTBOX_SETTINGS, useFactory: (config: Config) => outboxSettings(config), inject: [CONFIG] },
    OutboxPendingStatuses,
    ContactedSinceView,
    AbsentMessages,
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
    MessageReadiness,
    RecipientsView,
    ReconcileLane,
    Reconciler,
    MessageRefusals,
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
    ContactedSinceView,
    Deliveries,
    Dispatcher,
    Objections,
    OutboxReview,
    OutboxPendingStatuses,
    RecipientsView,
    ReconcileLane,
    Reconciler,
    Replies,
  ],
})
export class OutboxModule {}
