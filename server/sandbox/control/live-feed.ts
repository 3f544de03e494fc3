import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Events, HostEvent } from "../events.js";
import { accountOf } from "../serializers/webhook.js";
import type { World } from "../state/world.js";

/** Server-sent events for the page: which conversation changed, never what; the page reads the rest over the host's own API. */
export class LiveFeed {
  private readonly streams = new Set<ServerResponse>();
  private readonly stop: () => void;

  constructor(
    private readonly world: World,
    events: Events,
  ) {
    this.stop = events.on((event) => this.push(event));
  }

  install(app: FastifyInstance): void {
    app.get("/sandbox/api/live", (_request, reply) => {
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", connection: "keep-alive" });
      stream.write("retry: 1000\n\n");
      this.streams.add(stream);
      stream.once("close", () => this.streams.delete(stream));
    });
  }

  close(): void {
    this.stop();
    for (const stream of this.streams) stream.destroy();
  }

  private push(event: HostEvent): void {
    if (this.streams.size === 0) return;
    const conversation =
      "message" in event
        ? this.world.conversations.must(event.message.conversationId)
        : "conversation" in event
          ? event.conversation
          : null;
    const line = `data: ${JSON.stringify({ event: event.name, account: accountOf(event), conversation: conversation?.displayId ?? null })}\n\n`;
    for (const stream of this.streams) stream.write(line);
  }
}
