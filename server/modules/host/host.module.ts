import { Module, type OnApplicationShutdown } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { OutboundClient } from "../../platform/http/outbound/outbound-client.js";
import { AccountsModule } from "../accounts/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { BlockWatch } from "./block-watch.service.js";
import { ChatwootApi } from "./chatwoot/chatwoot-api.adapter.js";
import { ChatwootClient } from "./chatwoot/chatwoot-client.adapter.js";
import { ChatwootSetup } from "./chatwoot/chatwoot-setup.adapter.js";
import { ChatwootContacts } from "./chatwoot/contacts.adapter.js";
import { ChatwootListings } from "./chatwoot/listings.adapter.js";
import { ContactBlockStore } from "./contact-block.store.js";
import { ContactBlocks } from "./contact-blocks.service.js";
import { ClockTrust } from "./clock-trust.service.js";
import { ConversationFinder } from "./conversations/conversation-finder.service.js";
import { ConversationReading } from "./reading/conversation-reading.service.js";
import { ConversationRecorder } from "./conversations/conversation-recorder.service.js";
import { Conversations } from "./conversations/conversations.service.js";
import { RecordedConversations } from "./conversations/debtor-conversations.adapter.js";
import { FoundConversations } from "./conversations/found-conversations.service.js";
import { HelpdeskOfAccounts } from "./helpdesk.adapter.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { HostApi } from "./host-api.port.js";
import { HostConversationStore } from "./conversations/host-conversation.store.js";
import { HostEventIntake } from "./host-event-intake.service.js";
import { HostEvents } from "./host-events.port.js";
import { HostInstaller } from "./host-installer.service.js";
import { HostReadiness } from "./reading/host-readiness.reader.js";
import { HostSetup } from "./host-setup.port.js";
import { HostJobs } from "./host.jobs.js";
import { HostLanes } from "./host.lane.js";
import { InboxNotes } from "./inbox-notes.service.js";
import { InboxWatch } from "./inbox-watch.service.js";
import { InboxStore } from "./inbox.store.js";
import { ListingLane } from "./reading/listing.lane.js";
import { Listing } from "./reading/listing.service.js";
import { ReadingClaims } from "./reading/reading-claims.service.js";
import { ReadingStore } from "./reading/reading.store.js";
import { StatusSweep } from "./reading/status-sweep.service.js";
import { RollbackWatch } from "./reading/rollback-watch.service.js";
import { StatusReading } from "./reading/status-reading.service.js";
import { SeenNumbers } from "./conversations/seen-numbers.service.js";
import { UnheardConversations } from "./reading/unheard-conversations.service.js";
import { UnheardStore } from "./reading/unheard.store.js";
import { HostMetrics } from "./host-metrics.service.js";
import { WebhookBacklog } from "./webhooks/webhook-backlog.view.js";
import { WebhookDoor } from "./webhooks/webhook-door.controller.js";
import { WebhookEvents } from "./webhooks/webhook-events.service.js";
import { WebhookInbox } from "./webhooks/webhook-inbox.service.js";
import { WebhookInboxStore } from "./webhooks/webhook-inbox.store.js";
import { WebhookOrder } from "./webhooks/webhook-order.service.js";
import { WebhookProcessor } from "./webhooks/webhook-processor.service.js";
import { WebhookWatch } from "./webhooks/webhook-watch.service.js";

/**
 * Fills ports of modules before it: `Helpdesk` (accounts), `DebtorConversations` (portfolio). Asks `PendingStatuses` through its own: the outbox
 * tells which messages await a status.
 */
@Module({
  imports: [AccountsModule, PortfolioModule],
  providers: [
    {
      provide: OutboundClient,
      useFactory: (clock: Clock, config: Config) => new OutboundClient(clock, config.allowedPrivateHosts),
      inject: [Clock, CONFIG],
    },
    HelpdeskOfAccounts,
    RecordedConversations,
    ChatwootClient,
    ChatwootContacts,
    ChatwootListings,
    { provide: HostApi, useClass: ChatwootApi },
    { provide: HostSetup, useClass: ChatwootSetup },
    HostAccounts,
    HostInstaller,
    HostConversationStore,
    SeenNumbers,
    BlockWatch,
    ContactBlockStore,
    ContactBlocks,
    ConversationRecorder,
    Conversations,
    FoundConversations,
    HostEvents,
    HostEventIntake,
    WebhookBacklog,
    WebhookInboxStore,
    WebhookInbox,
    WebhookDoor,
    WebhookEvents,
    WebhookOrder,
    WebhookProcessor,
    ClockTrust,
    ConversationFinder,
    ConversationReading,
    HostReadiness,
    InboxNotes,
    InboxStore,
    InboxWatch,
    Listing,
    ListingLane,
    ReadingClaims,
    ReadingStore,
    StatusSweep,
    RollbackWatch,
    StatusReading,
    UnheardConversations,
    UnheardStore,
    WebhookWatch,
    HostJobs,
    HostLanes,
    HostMetrics,
  ],
  exports: [
    RecordedConversations,
    HelpdeskOfAccounts,
    HostAccounts,
    HostApi,
    HostSetup,
    HostInstaller,
    HostEvents,
    Conversations,
    ClockTrust,
    HostReadiness,
    OutboundClient,
    WebhookBacklog,
  ],
})
export class HostModule implements OnApplicationShutdown {
  constructor(private readonly outbound: OutboundClient) {}

  async onApplicationShutdown(): Promise<void> {
    await this.outbound.close();
  }
}
