import { globSync, readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";

/** A limit at the end of a test or a hook, `}, 60_000);`, or for a whole file. */
const LIMIT = /^\s*\}, [1-9][\d_]{2,}\);|jest\.setTimeout\((?!600_000\))/m;

it("leaves the limit to jest.config.mjs: whoever sets a shorter one trusts in a fast machine", () => {
  const specs = globSync("test/**/*.ts").filter((path) => !path.includes("no-test-is-given"));
  expect(specs.length).toBeGreaterThan(400);
  expect(specs.filter((path) => LIMIT.test(readFileSync(path, "utf8")))).toEqual([]);
});

it.each(["}, 60_000);", "  }, 5000);", "jest.setTimeout(20_000);"])("sees `%s`", (line) => {
  expect(`it("waits", async () => {\n${line}`).toMatch(LIMIT);
});
