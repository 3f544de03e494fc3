import { Agent } from "undici";
import type { Clock } from "../../clock/clock.js";
import { AddressRules } from "./address-rules.js";
import { Exchange, type OutboundResponse } from "./exchange.js";
import { guardedConnector, type Resolve, systemResolve } from "./guarded-connector.js";

export interface OutboundRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the call to the last byte of the answer, in real milliseconds. */
  readonly timeoutMs: number;
}

/** Long enough for another continent, short enough to know quickly that nothing left. */
const CONNECT_TIMEOUT_MS = 2_000;
/** A server closes idle connections when it likes; writing to one that is just closing is ambiguous. Idle sockets are dropped before that. */
const IDLE_MS = 2_000;
const CONNECTIONS_PER_ORIGIN = 32;
const MAX_ANSWER_BYTES = 16 * 1_048_576;

/**
 * The only way out of the server for requests to hosts that people configured. Sends each request at most once: no retry, no redirect.
 * Holds the clock while a request is in flight; its timeouts are real time, because the other side is real.
 */
export class OutboundClient {
  private readonly rules: AddressRules;
  private readonly agent: Agent;

  constructor(
    private readonly clock: Clock,
    allowedPrivateHosts: readonly string[],
    resolve: Resolve = systemResolve,
  ) {
    this.rules = new AddressRules(allowedPrivateHosts);
    this.agent = new Agent({
      connect: guardedConnector(this.rules, resolve, CONNECT_TIMEOUT_MS),
      connections: CONNECTIONS_PER_ORIGIN,
      pipelining: 1,
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
    });
  }

  /** @throws OutboundError when there is no complete answer; any HTTP status is an answer */
  request(request: OutboundRequest): Promise<OutboundResponse> {
    return this.clock.during(async () => {
      const url = this.rules.check(request.url);
      const exchange = new Exchange(MAX_ANSWER_BYTES);
      const timer = setTimeout(() => exchange.timeOut(), request.timeoutMs);
      try {
        this.agent.dispatch(
          {
            origin: url.origin,
            path: url.pathname + url.search,
            method: request.method,
            headers: { ...request.headers },
            body: request.body ?? null,
            headersTimeout: request.timeoutMs,
            bodyTimeout: request.timeoutMs,
          },
          exchange,
        );
        return await exchange.response;
      } finally {
        clearTimeout(timer);
      }
    });
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }
}
