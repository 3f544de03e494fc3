import { expect, test } from "@jest/globals";
import { readConfig } from "../../../../server/platform/config/config.js";

const trusted = (value?: string) => readConfig(value === undefined ? {} : { SALDO_TRUST_PROXY: value }).trustProxy;

test("nobody, some hops, or addresses and networks", () => {
  expect([undefined, "0", "false", ""].map(trusted)).toEqual([false, false, false, false]);
  expect(["1", "2", "10", "true"].map(trusted)).toEqual([1, 2, 10, 1]);
  expect(trusted("10.0.0.0/8, 127.0.0.1,::1,fd00::/8")).toEqual(["10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8"]);
});

for (const value of [
  "11",
  "99",
  "-1",
  "1.5",
  "yes",
  "all",
  "*",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.0/33",
  "proxy.example",
  "10.0.0.1,",
  "10.0.0.1,everybody",
]) {
  test(`${value} is refused, and what it must be is said`, () => {
    expect(() => trusted(value)).toThrow(/SALDO_TRUST_PROXY: must be how many proxies/);
  });
}
