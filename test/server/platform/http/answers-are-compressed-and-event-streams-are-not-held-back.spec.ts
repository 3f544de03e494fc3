import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { compressAnswers } from "../../../../server/platform/http/compression.js";
import { servePanel } from "../../../../server/platform/http/panel-pages.js";

@Module({})
class Nothing {}

const SCRIPT = "export const words = 'saldo saldo saldo';\n".repeat(200);
const LIST = { items: Array.from({ length: 200 }, (_, n) => ({ n, name: "Marisol Quintero Ávila" })) };
const events = new PassThrough();
let app: NestFastifyApplication;
let origin: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "saldo-panel-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Saldo</title>");
  writeFileSync(join(folder, "theme.js"), "// theme");
  writeFileSync(join(folder, "assets", "page-Dx4kXJAl.js"), SCRIPT);
  writeFileSync(join(folder, "assets", "page-Dx4kXJAl.js.br"), brotliCompressSync(SCRIPT));
  app = await NestFactory.create<NestFastifyApplication>(Nothing, new FastifyAdapter({ forceCloseConnections: true }), { logger: false });
  await compressAnswers(app);
  const server = app.getHttpAdapter().getInstance();
  await servePanel(app, server, folder);
  server.get("/api/list", (_request, reply) => reply.send(LIST));
  server.get("/api/small", (_request, reply) => reply.send({ ok: true }));
  server.get("/api/events", (_request, reply) => reply.type("text/event-stream").send(events));
  await app.listen(0, "127.0.0.1");
  origin = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => app.close());

/** Without fetch, which would open what came. */
function ask(path: string, accepted: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) =>
    get(`${origin}${path}`, { headers: { "accept-encoding": accepted } }, resolve).on("error", reject),
  );
}
async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test("an answer of the API comes as the caller accepts it, and a small one as it is", async () => {
  const whole = JSON.stringify(LIST);
  const brotli = await ask("/api/list", "gzip, deflate, br");
  expect(brotli.headers).toMatchObject({ "content-encoding": "br" });
  expect(brotli.headers.vary).toMatch(/accept-encoding/i);
  const packed = await bytesOf(brotli);
  expect(brotliDecompressSync(packed).toString()).toBe(whole);
  expect(packed.length).toBeLessThan(whole.length / 5);

  const gzip = await ask("/api/list", "gzip");
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(await bytesOf(gzip)).toString()).toBe(whole);

  const plain = await ask("/api/list", "identity");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect((await bytesOf(plain)).toString()).toBe(whole);
  expect((await ask("/api/small", "br")).headers["content-encoding"]).toBeUndefined();
});

test("a file with its hash in its name is kept for a year and leaves as the build compressed it", async () => {
  const answer = await ask("/assets/page-Dx4kXJAl.js", "gzip, br");
  expect(answer.headers).toMatchObject({
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
  });
  expect(answer.headers["content-type"]).toMatch(/javascript/);
  expect(answer.headers.vary).toMatch(/accept-encoding/i);
  expect(await bytesOf(answer)).toEqual(brotliCompressSync(SCRIPT));
  const plain = await ask("/assets/page-Dx4kXJAl.js", "identity");
  expect((await bytesOf(plain)).toString()).toBe(SCRIPT);
});

test("the page and what has no hash are asked for anew", async () => {
  for (const path of ["/", "/a/alameda/today", "/theme.js"]) expect((await ask(path, "br")).headers["cache-control"]).toBe("no-cache");
});

test("an event reaches its reader when it happens", async () => {
  // The live feed, too, begins with something: heads leave with the first bytes.
  events.write("retry: 1000\n\n");
  const answer = await ask("/api/events", "gzip, deflate, br");
  expect(answer.headers["content-encoding"]).toBeUndefined();
  const next = () => new Promise<string>((resolve) => answer.once("data", (part: Buffer) => resolve(part.toString())));
  expect(await next()).toBe("retry: 1000\n\n");
  for (const event of ["event: journal\n\n", "event: again\n\n"]) {
    const came = next();
    events.write(event);
    expect(await came).toBe(event);
  }
  events.end();
});
