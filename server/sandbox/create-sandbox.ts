import type { Clock } from "../platform/clock/clock.js";
import type { Entropy, Random } from "../platform/crypto/randomness.js";
import type { SandboxContext } from "./context.js";
import { Debtor } from "./control/debtor.js";
import { faultRoutes } from "./control/fault-routes.js";
import { inspectRoutes } from "./control/inspect-routes.js";
import { LiveFeed } from "./control/live-feed.js";
import { metaDoor } from "./control/meta-routes.js";
import { Phones } from "./control/phone.js";
import { playRoutes } from "./control/play-routes.js";
import { Events } from "./events.js";
import { Faults } from "./faults/faults.js";
import { Contacts } from "./host/contacts.js";
import { Conversations } from "./host/conversations.js";
import { Messages } from "./host/messages.js";
import { HostRouter } from "./http/host-router.js";
import { createServer, type SeenRequest } from "./http/server.js";
import { Throttles } from "./http/throttles.js";
import { graphRoutes } from "./meta/graph-routes.js";
import { TemplateRegistry } from "./meta/template-registry.js";
import { TemplateSync } from "./meta/template-sync.js";
import { pageRoutes } from "./page-routes.js";
import { accountRoutes } from "./routes/accounts.js";
import { agentBotRoutes } from "./routes/agent-bots.js";
import { attributeDefinitionRoutes } from "./routes/attribute-definitions.js";
import { contactRoutes } from "./routes/contacts.js";
import { conversationListRoutes } from "./routes/conversation-lists.js";
import { conversationRoutes } from "./routes/conversations.js";
import { inboxRoutes } from "./routes/inboxes.js";
import { integrationRoutes } from "./routes/integrations.js";
import { messageRoutes } from "./routes/messages.js";
import { teamAndLabelRoutes } from "./routes/teams-and-labels.js";
import { Sandbox } from "./sandbox.js";
import { demoSeed, type SandboxSeed } from "./seed.js";
import { plant } from "./state/plant.js";
import { World } from "./state/world.js";
import { Timers } from "./timers.js";
import { WebhookDispatcher } from "./webhooks/dispatcher.js";
import { InboundMessages } from "./whatsapp/inbound.js";
import { OutgoingMessages } from "./whatsapp/outgoing.js";
import { DeliveryProfiles } from "./whatsapp/profiles.js";

export interface SandboxOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly entropy: Entropy;
  /** 0 or absent: a free port. */
  readonly port?: number;
  /** The sandbox serves tokens to whoever asks, so it listens on loopback and nowhere else. */
  readonly host?: "127.0.0.1";
  /** `demoSeed()` when absent. */
  readonly seed?: SandboxSeed;
  /** The caller's NODE_ENV. */
  readonly nodeEnv: string | undefined;
}

/** Starts a stand-in Chatwoot 4.16 with a stand-in Meta behind it. Throws in production, and when the port is taken. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  if (options.nodeEnv === "production") {
    throw new Error("The sandbox helpdesk is for the demo and the tests. It does not start with NODE_ENV=production.");
  }
  const { clock, random, entropy } = options;
  const context: SandboxContext = {
    clock,
    random,
    entropy,
    timers: new Timers(clock),
    events: new Events(),
    faults: new Faults(random),
    world: new World(),
  };
  const { world, faults, timers } = context;
  const seed = options.seed ?? demoSeed();
  plant(context, seed);

  const profiles = new DeliveryProfiles();
  const throttles = new Throttles();
  const templates = new TemplateRegistry(context);
  const sync = new TemplateSync(context, templates);
  const contacts = new Contacts(context);
  const conversations = new Conversations(context);
  const messages = new Messages(context, contacts, conversations);
  const outgoing = new OutgoingMessages(context, messages, templates, profiles);
  messages.send = (message) => outgoing.enqueue(message);
  const debtor = new Debtor(world, new InboundMessages(context, contacts, conversations, messages), outgoing, templates);
  const webhooks = new WebhookDispatcher(context);
  const feed = new LiveFeed(world, context.events);
  const phones = new Phones(world, context.events, templates);

  const requestListeners: ((request: SeenRequest) => void)[] = [];
  const app = createServer(context, throttles, (request) => requestListeners.forEach((listener) => listener(request)));
  const router = new HostRouter(app, world);
  accountRoutes(router, world);
  inboxRoutes(router, world, sync);
  contactRoutes(router, context, contacts);
  conversationListRoutes(router, context);
  conversationRoutes(router, context, contacts, conversations, messages);
  messageRoutes(router, context, messages);
  teamAndLabelRoutes(router, context);
  attributeDefinitionRoutes(router, context);
  integrationRoutes(router, context);
  agentBotRoutes(router, context);
  graphRoutes(app, world, templates);
  metaDoor(app, world, templates);
  playRoutes(app, world, templates, debtor);
  faultRoutes(app, world, faults, profiles, throttles);
  inspectRoutes(app, world, seed, outgoing, webhooks);
  feed.install(app);
  pageRoutes(app);

  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? "127.0.0.1" });
  sync.start();
  const stop = async () => {
    timers.close();
    feed.close();
    await webhooks.close();
    await app.close();
  };
  return new Sandbox(Number(new URL(url).port), {
    world,
    faults,
    profiles,
    templates,
    throttles,
    debtor,
    graphRequests: outgoing.requests,
    webhookAttempts: webhooks.attempts,
    onRequest: (listener) => void requestListeners.push(listener),
    onRead: (listener) => phones.onRead(listener),
    stop,
  });
}
