import { createServer, type RequestListener } from "node:http";
import { type AddressInfo } from "node:net";
import { afterAll, expect, test } from "@jest/globals";
import { SystemClock } from "../../../../../server/platform/clock/system-clock.js";
import { OutboundClient } from "../../../../../server/platform/http/outbound/outbound-client.js";
import { freePort } from "../../../../support/free-port.js";

const client = new OutboundClient(new SystemClock(), ["127.0.0.0/8"]);
const closing: (() => void)[] = [];
afterAll(async () => {
  await client.close();
  for (const close of closing) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const post = (url: string, timeoutMs = 1_000) => client.request({ method: "POST", url, body: "{}", timeoutMs });

test("a refused connection proves that nothing left", async () => {
  const port = await freePort();
  await expect(post(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ kind: "unreachable", left: false, code: "ECONNREFUSED" });
});

test("an unknown name proves that nothing left", async () => {
  const lost = new OutboundClient(new SystemClock(), [], () =>
    Promise.reject(Object.assign(new Error("no such name"), { code: "ENOTFOUND" })),
  );
  await expect(lost.request({ method: "POST", url: "https://nowhere.example/", timeoutMs: 1_000 })).rejects.toMatchObject({
    kind: "unreachable",
    left: false,
    code: "ENOTFOUND",
  });
  await lost.close();
});

test("a failed TLS handshake proves that nothing left", async () => {
  const plain = await serve((_request, response) => response.end());
  await expect(post(plain.replace("http:", "https:"))).rejects.toMatchObject({ kind: "unreachable", left: false });
});

test("a connection cut after the request leaves doubt", async () => {
  const url = await serve((request) => request.socket.destroy());
  await expect(post(url)).rejects.toMatchObject({ kind: "reset", left: true });
});

test("an answer cut in the middle leaves doubt", async () => {
  const url = await serve((request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("{");
    setImmediate(() => request.socket.destroy());
  });
  await expect(post(url)).rejects.toMatchObject({ kind: "reset", left: true });
});

test("no answer in time leaves doubt", async () => {
  const url = await serve(() => undefined);
  await expect(post(url, 100)).rejects.toMatchObject({ kind: "timeout", left: true });
});

test("a redirect is an answer, not followed", async () => {
  let second = 0;
  const target = await serve((_request, response) => {
    second++;
    response.end();
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const url = await serve((_request, response) => response.writeHead(status, { location: target }).end());
    await expect(post(url)).resolves.toMatchObject({ status });
  }
  expect(second).toBe(0);
});

test("an answer that does not end is cut off", async () => {
  const url = await serve((_request, response) => {
    const more = () => {
      if (response.write(Buffer.alloc(1_048_576))) setImmediate(more);
      else response.once("drain", more);
    };
    more();
  });
  await expect(post(url, 10_000)).rejects.toMatchObject({ kind: "too_large", left: true });
});

test("a request is sent once, however it fails", async () => {
  let arrived = 0;
  const url = await serve((request) => {
    arrived++;
    request.socket.destroy();
  });
  await expect(client.request({ method: "GET", url, timeoutMs: 1_000 })).rejects.toMatchObject({ left: true });
  expect(arrived).toBe(1);
});
