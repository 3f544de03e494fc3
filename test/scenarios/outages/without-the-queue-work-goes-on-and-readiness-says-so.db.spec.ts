import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { freePort } from "../../support/free-port.js";
import { openPorts, openServer } from "../../../server/boot.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";
import { Caller } from "../support/caller.js";
import { type CutLine, cutLine } from "../../support/cut-line.js";

let database: TestDatabase;
let line: CutLine;
let app: Awaited<ReturnType<typeof openServer>>;
let anyone: Caller;
beforeAll(async () => {
  const port = await freePort();
  // Nobody is at the other end, and nobody says so: that is how a host that is gone looks.
  line = await cutLine({ host: "127.0.0.1", port: await freePort() });
  line.silence();
  database = await createTestDatabase({ SALDO_PORT: String(port), SALDO_REDIS_URL: `redis://127.0.0.1:${line.port}` });
  app = await openServer(await openPorts(database.config, { ticks: "none" }));
  await app.listen({ port, host: "localhost" });
  anyone = new Caller(`http://localhost:${port}`);
});
afterAll(async () => {
  await line?.close();
  await database?.drop();
});

const DEGRADED = { status: 200, json: { status: "degraded", database: true, queue: false, reason: "queue.unreachable" } };

test("a queue that never answers: readiness does", async () => {
  expect(await anyone.call("GET", "/api/ready")).toMatchObject(DEGRADED);
});

test("a queue that refuses: the same, for many who ask at once", async () => {
  line.cut();
  const answers = await Promise.all(Array.from({ length: 20 }, () => anyone.call("GET", "/api/ready")));
  for (const answer of answers) expect(answer).toMatchObject(DEGRADED);
});

test("and the process is alive", async () => {
  expect(await anyone.call("GET", "/api/health")).toMatchObject({ status: 200, json: { status: "ok" } });
});

test("told to end meanwhile, it ends", async () => {
  line.silence();
  await app.close();
});
