import { createServer, type RequestListener } from "node:http";
import { type AddressInfo } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { ChatwootApi } from "../../../../server/modules/host/chatwoot/chatwoot-api.adapter.js";
import { ChatwootClient } from "../../../../server/modules/host/chatwoot/chatwoot-client.adapter.js";
import { ChatwootContacts } from "../../../../server/modules/host/chatwoot/contacts.adapter.js";
import { ChatwootListings } from "../../../../server/modules/host/chatwoot/listings.adapter.js";
import { SystemClock } from "../../../../server/platform/clock/system-clock.js";
import { OutboundClient } from "../../../../server/platform/http/outbound/outbound-client.js";
import { freePort } from "../../../support/free-port.js";

const outbound = new OutboundClient(new SystemClock(), ["127.0.0.0/8"]);
const client = new ChatwootClient(outbound);
const api = new ChatwootApi(client, new ChatwootContacts(client), new ChatwootListings(client));
const closing: (() => void)[] = [];
afterAll(async () => {
  await outbound.close();
  for (const close of closing) close();
});

async function host(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (baseUrl: string, timeoutMs = 1_000) =>
  api.postMessage(
    { accountId: 1, baseUrl, hostAccountId: 7, token: "token" },
    { conversationId: 12, content: "Hola", ref: "ref-1" },
    timeoutMs,
  );

const answering = (status: number, body: string) => host((_request, response) => response.writeHead(status).end(body));

test.each([
  [401, { kind: "not_created", reason: "unauthorised", status: 401 }],
  [403, { kind: "not_created", reason: "unauthorised", status: 403 }],
  [404, { kind: "not_created", reason: "missing", status: 404 }],
  [429, { kind: "not_created", reason: "throttled", status: 429 }],
  [302, { kind: "unknown", reason: "unreadable", status: 302 }],
  [400, { kind: "unknown", reason: "unprocessable", status: 400 }],
  [402, { kind: "unknown", reason: "unprocessable", status: 402 }],
  [408, { kind: "unknown", reason: "unprocessable", status: 408 }],
  [422, { kind: "unknown", reason: "unprocessable", status: 422 }],
  [500, { kind: "unknown", reason: "server_error", status: 500 }],
  [502, { kind: "unknown", reason: "server_error", status: 502 }],
  [503, { kind: "unknown", reason: "server_error", status: 503 }],
  [504, { kind: "unknown", reason: "server_error", status: 504 }],
])("HTTP %i", async (status, outcome) => {
  expect(await send(await answering(status, '{"error":"x"}'))).toEqual(outcome);
});

test("a message that was created", async () => {
  const baseUrl = await answering(200, '{"id":31,"message_type":1,"created_at":1795000000,"source_id":null,"status":"sent"}');
  expect(await send(baseUrl)).toEqual({ kind: "accepted", hostMessageId: 31, hostCreatedAt: 1_795_000_000_000, sourceId: null });
});

test.each(["", "<html>", '{"id":31', "{}", '{"id":"31"}'])("an answer that cannot be read: %j", async (body) => {
  expect(await send(await answering(200, body))).toEqual({ kind: "unknown", reason: "unreadable", status: 200 });
});

test("a connection that was refused", async () => {
  const port = await freePort();
  expect(await send(`http://127.0.0.1:${port}`)).toEqual({ kind: "not_created", reason: "unreachable", status: null });
});

test("an address we do not connect to", async () => {
  expect(await send("https://169.254.169.254")).toEqual({ kind: "not_created", reason: "unreachable", status: null });
});

test("an answer that was lost", async () => {
  expect(await send(await host((request) => request.socket.destroy()))).toEqual({ kind: "unknown", reason: "reset", status: null });
});

test("an answer that does not come", async () => {
  expect(await send(await host(() => undefined), 100)).toEqual({ kind: "unknown", reason: "timeout", status: null });
});

test("the request carries the marker and the token, once", async () => {
  const seen: { url: string | undefined; token: string | string[] | undefined; body: unknown }[] = [];
  const baseUrl = await host((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      seen.push({ url: request.url, token: request.headers["api_access_token"], body: JSON.parse(body) });
      response.writeHead(500).end();
    });
  });
  await send(baseUrl);
  expect(seen).toEqual([
    {
      url: "/api/v1/accounts/7/conversations/12/messages",
      token: "token",
      body: { content: "Hola", message_type: "outgoing", private: false, content_attributes: { saldo: { ref: "ref-1" } } },
    },
  ]);
});
