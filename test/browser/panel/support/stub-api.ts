import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Call, StubState } from "./stub-call.js";
import { answerApi } from "./stub-routes.js";
import { StubDesk } from "./stub-desk.js";
import { StubCadences } from "./stub-cadences.js";
import { servePanel } from "./panel-files.js";

/** A stand-in for Saldo's server: serves the built panel and answers the contract with data of a Colombian account. */
export class StubApi {
  readonly state: StubState = {
    role: "administrator",
    signedIn: true,
    onlyAccount: false,
    verified: false,
    enabled: false,
    stopped: false,
    hostOrigin: "https://desk.alameda.example",
    planDigest: "digest-of-the-plan",
    empty: false,
    counts: {},
    backlog: 0,
    troubles: [],
    cadences: new StubCadences(),
    desk: new StubDesk(12),
    job: undefined,
    profileKnown: false,
    numberShared: false,
    paidToday: 51,
    objectives: new Map(),
  };
  readonly calls: Call[] = [];
  private readonly streams = new Set<ServerResponse>();
  private readonly server: Server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, "localhost", resolve));
  }

  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Tells every open page that something happened. */
  announce(): void {
    for (const stream of this.streams) stream.write("event: journal\ndata: 1\n\n");
  }

  calledWith(method: string, path: string | RegExp): Call | undefined {
    const fits = (called: string) => (typeof path === "string" ? called === path : path.test(called));
    return this.calls.findLast((call) => call.method === method && fits(call.path));
  }

  async stop(): Promise<void> {
    for (const stream of this.streams) stream.end();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://stub");
    if (!url.pathname.startsWith("/api/")) return servePanel(url.pathname, response);
    if (url.pathname === "/api/live") return this.stream(response);
    const call: Call = {
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      body: await readBody(request),
      headers: request.headers,
    };
    this.calls.push(call);
    const { status, body } = answerApi(call, this.state);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body === undefined ? "" : JSON.stringify(body));
    return undefined;
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": open\n\n");
    this.streams.add(response);
    response.on("close", () => this.streams.delete(response));
  }
}

/** JSON as what it says, a file as its bytes. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (request.headers["content-type"] === "application/octet-stream") return Buffer.concat(chunks);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? undefined : (JSON.parse(text) as unknown);
}
