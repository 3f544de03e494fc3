import { expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const RANGE_OF_THE_SYSTEM = 32_768;
const script = `
  const { freePort } = await import(${JSON.stringify(fileURLToPath(new URL("../support/free-port.ts", import.meta.url)))});
  const ports = [];
  for (let n = 0; n < 40; n++) ports.push(await freePort());
  console.log(JSON.stringify(ports));
`;

test("no two processes of the tests are given one port, nor one that the system hands out by itself", async () => {
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script])),
  );
  const ports = asked.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  expect(new Set(ports).size).toBe(160);
  expect(ports.filter((port) => port >= RANGE_OF_THE_SYSTEM)).toEqual([]);
});
