import { afterEach, expect, test } from "@jest/globals";
import { AGENT, type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let publicId: string;
afterEach(() => desk.close());

async function open(trusted?: string): Promise<void> {
  desk = await openDesk(trusted === undefined ? {} : { SALDO_TRUST_PROXY: trusted }, "none");
  ({ publicId } = await desk.connected());
}

async function attempt(accessToken: string, forwarded: string, account = publicId): Promise<number> {
  const options = { body: { account, accessToken }, headers: { "x-forwarded-for": forwarded } };
  return (await desk.call("POST", "/api/session", options)).status;
}

async function fail(times: number, forwarded: (time: number) => string, account?: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time++) statuses.push(await attempt("wrong-token", forwarded(time), account));
  return statuses;
}

const TEN_THEN_NONE = [...Array.from({ length: 10 }, () => 401), 429, 429];

for (const [how, trusted] of Object.entries({ "one proxy": "1", "the proxy's address": "127.0.0.1", "its network": "127.0.0.0/8" })) {
  test(`behind ${how}: each network has its own count, whatever the caller writes before it`, async () => {
    await open(trusted);
    expect(await fail(12, (time) => `9.9.9.${time}, 198.51.100.7`)).toEqual(TEN_THEN_NONE);
    expect(await attempt(AGENT, "198.51.100.7")).toBe(429);
    expect(await attempt(AGENT, "198.51.100.8")).toBe(200);
  });
}

test("without a proxy nobody is believed", async () => {
  await open();
  expect(await fail(12, (time) => `198.51.100.${time}`)).toEqual(TEN_THEN_NONE);
});

test("two proxies: the second from the end counts", async () => {
  await open("2");
  expect(await fail(12, (time) => `9.9.9.${time}, 198.51.100.7, 10.0.0.1`)).toEqual(TEN_THEN_NONE);
  expect(await attempt(AGENT, "198.51.100.8, 10.0.0.1")).toBe(200);
});

test("one customer's IPv6 network is one, however many addresses it has; IPv4 in IPv6 clothes is the same address", async () => {
  await open("1");
  expect(await fail(12, (time) => `2001:db8:1:2:${time}::${time + 1}`)).toEqual(TEN_THEN_NONE);
  expect(await attempt(AGENT, "2001:db8:1:3::1")).toBe(200);
  expect(await fail(12, (time) => (time % 2 === 0 ? "::ffff:198.51.100.9" : "198.51.100.9"))).toEqual(TEN_THEN_NONE);
});

test("a network's attempts count over every account, those that do not exist included", async () => {
  await open("1");
  const nobodys = "0193aaaa-0000-7000-8000-0000000000ff";
  expect(await fail(10, () => "198.51.100.7", nobodys)).toEqual(Array.from({ length: 10 }, () => 404));
  expect(await attempt(AGENT, "198.51.100.7")).toBe(429);
});

test("an account that is tried from many networks closes for those unknown to it, and for nobody who was in before", async () => {
  await open("1");
  expect(await attempt(AGENT, "203.0.113.1")).toBe(200);
  const statuses = await fail(70, (time) => `198.51.${Math.floor(time / 5)}.7`);
  expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual(Array.from({ length: 10 }, () => 429));
  expect(await attempt(AGENT, "203.0.113.2")).toBe(429);
  expect(await attempt(AGENT, "203.0.113.1")).toBe(200);
});
