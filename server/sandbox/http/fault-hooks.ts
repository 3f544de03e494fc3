import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SandboxContext } from "../context.js";
import type { FaultSite } from "../faults/faults.js";
import type { ClockHolds } from "./clock-holds.js";
import { ERROR_PAGE, pathOf } from "./rails.js";

/** Marks the replay of a request whose caller was cut off; its effect is late, nothing else. */
const LATE = "x-sandbox-late";

/** Puts the switchboard between the network and the host's handlers. */
export function installFaults(app: FastifyInstance, context: SandboxContext, holds: ClockHolds): void {
  const { faults, timers } = context;

  app.addHook("preHandler", async (request, reply) => {
    const site = siteOf(request);
    if (!site) return undefined;
    if (faults.strike("request_lost", site)) return cut(request, reply);
    const late = faults.strike("executed_late", site);
    if (late) {
      timers.after(late.ms ?? 1_000, async () => {
        await app.inject({
          method: request.method,
          url: request.url,
          headers: { ...request.headers, [LATE]: "1" },
          payload: JSON.stringify(request.body),
        });
      });
      return cut(request, reply);
    }
    const delay = faults.strike("delay", site);
    if (delay) await holds.pause(request, delay.ms ?? 1_000);
    if (faults.strike("throttled_429", site)) return reply.code(429).type("text/plain").send("Retry later\n");
    if (faults.strike("error_500_before", site)) return reply.code(500).type("text/html").send(ERROR_PAGE);
    return undefined;
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const site = siteOf(request);
    if (!site || reply.statusCode >= 300) return payload;
    if (faults.strike("response_lost_after", site)) {
      request.raw.socket.destroy();
      return payload;
    }
    if (faults.strike("error_500_after", site)) {
      reply.code(500).type("text/html").removeHeader("content-length");
      return ERROR_PAGE;
    }
    if (faults.strike("error_422_after", site)) {
      // What the message builder answers when the message is stored and its job cannot be queued.
      reply.code(422).removeHeader("content-length");
      return JSON.stringify({ error: "Connection refused - connect(2) for 127.0.0.1:6379" });
    }
    return payload;
  });
}

function siteOf(request: FastifyRequest): FaultSite | undefined {
  const path = pathOf(request);
  const account = /^\/api\/v1\/(?:accounts\/(\d+)|profile$)/u.exec(path);
  if (!account || request.headers[LATE] !== undefined) return undefined;
  return { accountId: Number(account[1] ?? 0), request: `${request.method} ${path}` };
}

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}
