import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Inject, Injectable, type OnApplicationShutdown } from "@nestjs/common";
import { CONFIG, type Config } from "../config/config.js";
import { Metrics } from "../observability/metrics.js";
import { Readiness } from "../observability/readiness.js";
import { isSame } from "./metrics-door.js";

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * A port of its own for whoever runs Saldo: metrics, liveness and readiness, of workers as well, which have no other door. It belongs into the
 * operator's network; with SALDO_METRICS_TOKEN the metrics want the token here, too.
 */
@Injectable()
export class OperationsServer implements OnApplicationShutdown {
  private server: Server | null = null;

  constructor(
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Listens where SALDO_METRICS_PORT says so. @returns the port; null where there is none */
  async listen(): Promise<number | null> {
    const { metricsPort, metricsListen } = this.config;
    if (metricsPort === null) return null;
    const server = createServer((request, response) => void this.answer(request, response));
    server.requestTimeout = this.config.requestTimeoutMs;
    await new Promise<void>((resolve, reject) => server.once("error", reject).listen(metricsPort, metricsListen, resolve));
    this.server = server;
    const address = server.address();
    return typeof address === "object" && address ? address.port : metricsPort;
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server) return;
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, type, body } = await this.answerTo(request).catch(() => json(500, { status: "failed" }));
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
  }

  private async answerTo({ url, method, headers }: IncomingMessage): Promise<Answer> {
    if (method !== "GET" && method !== "HEAD") return json(405, { status: "unknown" });
    switch ((url ?? "").split("?")[0]) {
      case "/metrics": {
        const { metricsToken } = this.config;
        if (metricsToken !== null && !isSame(headers.authorization ?? "", `Bearer ${metricsToken}`))
          return json(401, { status: "refused" });
        return { status: 200, type: this.metrics.contentType, body: await this.metrics.text() };
      }
      case "/health": {
        const alive = this.readiness.alive();
        return json(alive ? 200 : 503, { status: alive ? "ok" : "stuck" });
      }
      case "/ready": {
        const ready = await this.readiness.check();
        return json(ready.database ? 200 : 503, ready);
      }
      default:
        return json(404, { status: "unknown" });
    }
  }
}

function json(status: number, body: object): Answer {
  return { status, type: "application/json", body: JSON.stringify(body) };
}
