import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { SystemClock } from "../../../../../server/platform/clock/system-clock.js";
import { OutboundClient } from "../../../../../server/platform/http/outbound/outbound-client.js";

async function canary() {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits++;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, hits: () => hits, close: () => server.close() };
}

test("a name that is public when first asked and private afterwards is asked once per connection, and that answer is the one connected to", async () => {
  const target = await canary();
  const answers = ["203.0.113.7", "127.0.0.1"];
  const asked: string[] = [];
  const client = new OutboundClient(new SystemClock(), [], (hostname) => {
    asked.push(hostname);
    return Promise.resolve([{ address: answers[asked.length - 1] ?? "127.0.0.1", family: 4 }]);
  });
  const get = () => client.request({ method: "GET", url: `https://rebind.example:${target.port}/`, timeoutMs: 1_000 });
  await expect(get()).rejects.toMatchObject({ left: false });
  await expect(get()).rejects.toMatchObject({ kind: "refused", left: false });
  expect(asked).toEqual(["rebind.example", "rebind.example"]);
  expect(target.hits()).toBe(0);
  await client.close();
  target.close();
});

test("of several answers only the permitted ones are tried", async () => {
  const target = await canary();
  const client = new OutboundClient(new SystemClock(), ["127.0.0.0/8"], () =>
    Promise.resolve([
      { address: "::1", family: 6 },
      { address: "169.254.169.254", family: 4 },
      { address: "127.0.0.1", family: 4 },
    ]),
  );
  await expect(client.request({ method: "GET", url: `http://desk.example:${target.port}/`, timeoutMs: 1_000 })).resolves.toMatchObject({
    status: 200,
  });
  await client.close();
  target.close();
});
