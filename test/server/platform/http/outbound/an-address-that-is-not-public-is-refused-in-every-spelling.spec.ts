import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { SystemClock } from "../../../../../server/platform/clock/system-clock.js";
import type { Resolve } from "../../../../../server/platform/http/outbound/guarded-connector.js";
import { OutboundClient } from "../../../../../server/platform/http/outbound/outbound-client.js";

/** Listens on loopback and counts: not one of the addresses below may reach it. */
let canary: Server;
let hits = 0;
let port: number;
/** As resolvers answer; not every one knows `localhost.`, and the test needs no network. */
const resolve: Resolve = (hostname) =>
  Promise.resolve(
    /^localhost\.?$/i.test(hostname)
      ? [
          { address: "127.0.0.1", family: 4 },
          { address: "::1", family: 6 },
        ]
      : [{ address: "93.184.215.14", family: 4 }],
  );
const client = new OutboundClient(new SystemClock(), [], resolve);

beforeAll(async () => {
  canary = createServer((_request, response) => {
    hits++;
    response.end();
  });
  await new Promise<void>((listening) => canary.listen(0, listening));
  port = (canary.address() as AddressInfo).port;
});
afterAll(async () => {
  await client.close();
  canary.close();
});

const HOSTS = [
  // loopback
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7f.1",
  "0177.0.0.1",
  "0177.1",
  "017700000001",
  "0x7f.0.0.0x1",
  "127.0.0.1.",
  "localhost",
  "localhost.",
  "LOCALHOST",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000::0001]",
  // IPv4 inside IPv6
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::127.0.0.1]",
  "[::7f00:1]",
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:0:7f00:1::]",
  "[::ffff:8.8.8.8]",
  // this network and nowhere
  "0.0.0.0",
  "0",
  "0.1.2.3",
  "[::]",
  "255.255.255.255",
  "240.0.0.1",
  "224.0.0.1",
  "[ff02::1]",
  // private networks
  "10.0.0.1",
  "10.255.255.255",
  "0xa.1",
  "012.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.0.1",
  "3232235521",
  "0xc0a80001",
  "100.64.0.1",
  "[fc00::1]",
  "[fd12:3456:789a::1]",
  "[fe80::1]",
  "[fec0::1]",
  // link-local: cloud metadata
  "169.254.169.254",
  "2852039166",
  "0xa9fea9fe",
  "0251.0376.0251.0376",
  "169.254.43518",
  "[::ffff:169.254.169.254]",
  "[fd00:ec2::254]",
  // documentation, benchmarks and other special ranges
  "192.0.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "192.88.99.1",
  "[2001:db8::1]",
  "[100::1]",
  "[3fff::1]",
  "[5f00::1]",
  // full-width and circled digits, which browsers read as digits
  "１２７.0.0.1",
  "①②⑦.0.0.1",
  "127。0。0。1",
];

test.each(HOSTS)("https://%s is refused", async (host) => {
  await expect(client.request({ method: "GET", url: `https://${host}:${port}/`, timeoutMs: 2_000 })).rejects.toMatchObject({
    kind: "refused",
    left: false,
  });
});

test.each([
  ["clear text to a public address", "http://example.com/"],
  ["a user in the address", "https://user@example.com/"],
  ["a password in the address", "https://user:secret@example.com/"],
  ["a host hidden behind a user", "https://example.com@127.0.0.1/"],
  ["a file", "file:///etc/passwd"],
  ["another protocol", "gopher://127.0.0.1/"],
  ["data", "data:text/plain,x"],
  ["no protocol", "//127.0.0.1/"],
  ["nothing", ""],
])("%s is refused", async (_what, url) => {
  await expect(client.request({ method: "GET", url, timeoutMs: 2_000 })).rejects.toMatchObject({ kind: "refused", left: false });
});

test("none of them reached the canary", () => {
  expect(hits).toBe(0);
});

test("an operator who allows a range opens that range and no other", async () => {
  const open = new OutboundClient(new SystemClock(), ["127.0.0.0/8"]);
  await expect(open.request({ method: "GET", url: `http://127.0.0.1:${port}/`, timeoutMs: 2_000 })).resolves.toMatchObject({ status: 200 });
  await expect(open.request({ method: "GET", url: "http://10.0.0.1/", timeoutMs: 2_000 })).rejects.toMatchObject({ kind: "refused" });
  await expect(open.request({ method: "GET", url: `http://[::ffff:127.0.0.1]:${port}/`, timeoutMs: 2_000 })).rejects.toMatchObject({
    kind: "refused",
  });
  await open.close();
  expect(hits).toBe(1);
});

test("tokens do not travel in clear through an allowed private network", async () => {
  const open = new OutboundClient(new SystemClock(), ["10.0.0.0/8"]);
  await expect(open.request({ method: "GET", url: "http://10.0.0.1/", timeoutMs: 2_000 })).rejects.toMatchObject({ kind: "refused" });
  await open.close();
});

test("an entry that is no range is named at start", () => {
  expect(() => new OutboundClient(new SystemClock(), ["chatwoot.internal"])).toThrow(/"chatwoot.internal" is not a CIDR/);
});
