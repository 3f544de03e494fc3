import { Injectable, type OnModuleInit } from "@nestjs/common";
import { HttpAdapterHost } from "@nestjs/core";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Logger } from "../../../platform/observability/logger.js";
import { WebhookInbox, type WebhookVerdict } from "./webhook-inbox.service.js";

const BODY_LIMIT = 1_048_576;

const STATUS: Record<WebhookVerdict, number> = { stored: 200, known: 200, unneeded: 200, unauthentic: 401, foreign: 403, unreadable: 422 };

/**
 * `POST /hooks/chatwoot/:key`. Registered beside Nest's controllers in a scope of its own, because here the body is bytes whatever its
 * content type says: a body that is not JSON must fail its signature (401), not the parser (400).
 */
@Injectable()
export class WebhookDoor implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly inbox: WebhookInbox,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    // The command line runs without HTTP.
    const server = this.adapterHost.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (!server) return;
    void server.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
      scope.post<{ Params: { key: string } }>("/hooks/chatwoot/:key", { bodyLimit: BODY_LIMIT }, (request, reply) =>
        this.receive(request, reply),
      );
    });
  }

  private async receive(request: FastifyRequest<{ Params: { key: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    return reply.status(await this.statusOf(request)).send();
  }

  private async statusOf(request: FastifyRequest<{ Params: { key: string } }>): Promise<number> {
    try {
      const verdict = await this.inbox.receive({
        key: request.params.key,
        signature: header(request, "x-chatwoot-signature"),
        timestamp: header(request, "x-chatwoot-timestamp"),
        deliveryId: header(request, "x-chatwoot-delivery"),
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      });
      return STATUS[verdict];
    } catch (error) {
      // The helpdesk does not repeat; the reconciler reads what this delivery would have told.
      this.logger.error("webhook.not_stored", { error });
      return 503;
    }
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
