import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openPorts, openServer } from "../../../server/boot.js";
import { readConfig } from "../../../server/platform/config/config.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { createTestDatabase, testDialect } from "../../support/database.js";
import { cutLine, type CutLine } from "../../support/cut-line.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { freePort } from "../../support/free-port.js";
import { Caller } from "../support/caller.js";
import { ALL_ROUTES, inputSchema, pathOf, sample, sampleCall } from "../support/routes.js";

/** SQLite is a file: it is not away. Its disk is another story. */
const onMysql = testDialect() === "mysql" ? test : test.skip;

let line: CutLine;
let desk: Desk;
let admin: Caller;
let drop: () => Promise<void>;
beforeAll(async () => {
  if (testDialect() !== "mysql") return;
  const database = await createTestDatabase();
  const server = new URL(database.environment["SALDO_DATABASE_URL"]!);
  line = await cutLine({ host: server.hostname, port: Number(server.port) });
  server.port = String(line.port);
  drop = () => database.drop();
  desk = await openDesk({
    debts: debtsFile([{ id: "C-1", name: "Ana", phone: "+573005550001", reference: "CH-1" }]),
    environment: { SALDO_DATABASE_URL: server.href },
  });
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
});
afterAll(async () => {
  line?.mend();
  await desk?.close();
  await line?.close();
  await drop?.();
});

onMysql("every route that needs the database answers 503, says what to do and when to come back; none answers 500", async () => {
  const id = (await admin.call("GET", "/api/debtors")).json as { items: { id: string }[] };
  line.cut();
  const wrong: string[] = [];
  let away = 0;
  for (const route of ALL_ROUTES) {
    const { required = [], properties = {} } = route.query ? inputSchema(route.query) : {};
    const query = new URLSearchParams(required.map((name) => [name, String(sample(properties[name] ?? {}))]));
    const answer = await admin.call(route.method, pathOf(route, { id: id.items[0]!.id }, query.toString()), sampleCall(route));
    if (answer.status === 503 && route.path !== "/api/ready") {
      away++;
      if (!answer.json?.["remedy"] || answer.retryAfter === null)
        wrong.push(`${route.method} ${route.path} does not say when to come back`);
    } else if (answer.status >= 500 && route.path !== "/api/ready") wrong.push(`${route.method} ${route.path}: ${answer.status}`);
  }
  expect(wrong).toEqual([]);
  expect(away).toBeGreaterThan(ALL_ROUTES.length / 2);
});

onMysql("readiness says so at once, and takes it back", async () => {
  expect(await admin.call("GET", "/api/ready")).toMatchObject({
    status: 503,
    json: { status: "down", database: false, reason: "database.unreachable" },
  });
  line.mend();
  expect(await admin.call("GET", "/api/ready")).toMatchObject({ status: 200, json: { status: "ok", reason: null } });
});

onMysql("readiness answers also when nobody even refuses", async () => {
  const port = await freePort();
  const own = await createTestDatabase();
  const server = new URL(own.environment["SALDO_DATABASE_URL"]!);
  server.port = String(line.port);
  const config = readConfig({ ...own.environment, SALDO_PORT: String(port), SALDO_DATABASE_URL: server.href });
  const app = await openServer(await openPorts(config, { ticks: "none", logger: new Logger("silent") }));
  await app.listen({ port, host: "localhost" });
  const anyone = new Caller(`http://localhost:${port}`);
  expect(await anyone.call("GET", "/api/ready")).toMatchObject({ status: 200 });
  line.silence();
  expect(await anyone.call("GET", "/api/ready")).toMatchObject({ status: 503, json: { database: false, reason: "database.silent" } });
  line.mend();
  expect(await anyone.call("GET", "/api/ready")).toMatchObject({ status: 200 });
  await app.close();
  await own.drop();
});

onMysql("when it is back, everything is, whoever was cut off in the middle", async () => {
  for (let time = 0; time < 20; time++) {
    const asking = admin.call("GET", "/api/debtors");
    if (time % 2 === 0) line.cut();
    await asking;
    line.mend();
  }
  expect((await admin.call("GET", "/api/debtors")).status).toBe(200);
  expect((await admin.call("GET", "/api/ready")).json).toMatchObject({ status: "ok" });
});
