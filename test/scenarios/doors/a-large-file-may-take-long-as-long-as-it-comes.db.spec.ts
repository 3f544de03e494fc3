import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Desk, openDesk } from "../../support/desk.js";

/** Real sockets live in real time. Long enough that a busy machine is not taken for a sender that stopped. */
const PATIENCE = 4_000;
const PIECES = 20;
const PIECE = 20_000;
/** All together take longer than the patience for any one of them. */
const BETWEEN = 250;

let desk: Desk;
let key: string;
beforeAll(async () => {
  desk = await openDesk({ environment: { SALDO_REQUEST_TIMEOUT_MS: String(PATIENCE) } });
  ({ secret: key } = await desk.admin.call<{ secret: string }>("POST", "/api/keys", { name: "core", scopes: ["imports:write"] }));
});
afterAll(() => desk?.close());

test("and one that stops coming leaves nothing", async () => {
  const { port } = new URL(desk.url);
  const head =
    `POST /api/uploads?fileName=a.csv HTTP/1.1\r\nHost: localhost\r\nauthorization: Bearer ${key}\r\n` +
    `content-type: application/octet-stream\r\ncontent-length: ${PIECES * PIECE}\r\n\r\n`;
  const socket = connect(Number(port), "localhost").on("error", () => {});
  await once(socket, "connect");
  const answered = once(socket, "data");
  socket.write(head);
  for (let piece = 0; piece < PIECES; piece++) {
    socket.write("x".repeat(PIECE));
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  expect(String((await answered)[0])).toContain("200 OK");

  socket.write(head + "x".repeat(PIECE));
  socket.resume();
  if (!socket.destroyed && !socket.readableEnded) await once(socket, "close");
  const left = () => desk.db.rows("select bytes from import_upload where account_id = ?", [desk.account.id]);
  while ((await left()).length > 1) await new Promise((resolve) => setImmediate(resolve));
  expect(await left()).toEqual([{ bytes: PIECES * PIECE }]);
});
