import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../../support/desk.js";
import { Caller } from "../support/caller.js";
import { ALL_ROUTES, pathOf } from "../support/routes.js";

/** Real sockets live in real time, so here the half minute is half a second. */
const PATIENCE = 500;

let desk: Desk;
let port: number;
beforeAll(async () => {
  desk = await openDesk({ environment: { SALDO_REQUEST_TIMEOUT_MS: String(PATIENCE) } });
  port = Number(new URL(desk.url).port);
});
afterAll(() => desk?.close());

const HOST = "Host: localhost\r\nx-saldo: 1\r\n";

const BEGINNINGS: Record<string, string> = {
  "says nothing": "",
  "begins a head": `POST /api/session HTTP/1.1\r\n${HOST}`,
  "announces a body and sends none": `POST /api/session HTTP/1.1\r\n${HOST}content-type: application/json\r\ncontent-length: 100\r\n\r\n`,
  "sends half a body": `POST /api/session HTTP/1.1\r\n${HOST}content-type: application/json\r\ncontent-length: 100\r\n\r\n{"account":`,
  "sends half a chunk": `POST /api/session HTTP/1.1\r\n${HOST}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n40\r\n{"a`,
  "sends half a webhook": `POST /hooks/chatwoot/key HTTP/1.1\r\n${HOST}content-length: 100\r\n\r\n{"event":`,
  "sends half of what nobody reads": `POST /nowhere HTTP/1.1\r\n${HOST}content-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
  "is refused and goes on": `POST /api/session HTTP/1.1\r\n${HOST}content-type: application/json\r\ncontent-length: 99999999\r\n\r\n{`,
  "sends a body where none belongs": `GET /api/health HTTP/1.1\r\n${HOST}content-length: 100\r\n\r\n{`,
};

for (const [what, text] of Object.entries(BEGINNINGS)) {
  test(`a socket that ${what} is closed`, async () => {
    const socket = await open(text);
    await ended(socket);
    expect(socket.destroyed || socket.readableEnded).toBe(true);
  });
}

test("one byte now and then does not help, on any route", async () => {
  const sockets = await Promise.all(
    ALL_ROUTES.filter(({ method }) => method !== "GET").map((route) => {
      const type = route.body === "bytes" ? "application/octet-stream" : "application/json";
      const path = pathOf(route, { id: "0193aaaa-0000-7000-8000-0000000000ff" });
      return open(`${route.method} ${path} HTTP/1.1\r\n${HOST}content-type: ${type}\r\ncontent-length: 5000\r\n\r\n`);
    }),
  );
  const dripping = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write(" ")), 50);
  await Promise.all(sockets.map(ended));
  clearInterval(dripping);
});

test("who is merely slow to begin the next request of a connection is let be, and others are served meanwhile", async () => {
  const socket = await open(`GET /api/health HTTP/1.1\r\n${HOST}\r\n`);
  await once(socket, "data");
  expect((await new Caller(desk.url).call("GET", "/api/health")).status).toBe(200);
  socket.write(`GET /api/health HTTP/1.1\r\n${HOST}\r\n`);
  expect(String((await once(socket, "data"))[0])).toContain("200 OK");
  socket.destroy();
});

async function open(text: string): Promise<Socket> {
  const socket = connect(port, "localhost").on("error", () => {});
  await once(socket, "connect");
  socket.resume();
  if (text) socket.write(text);
  return socket;
}

async function ended(socket: Socket): Promise<void> {
  if (!socket.destroyed && !socket.readableEnded) await once(socket, "close");
}
