import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { AccountDirectory, SetupCodes } from "../../../../server/modules/accounts/index.js";
import { MINUTE } from "../../../../server/shared/instant.js";
import { type Desk, openDesk } from "../host/support/desk.js";

let desk: Desk;
let codes: SetupCodes;
beforeAll(async () => {
  desk = await openDesk({}, "none");
  codes = desk.app.get(SetupCodes);
});
afterAll(() => desk.close());

const accounts = () => desk.app.get(AccountDirectory).list();

test("the first start has a code to give, once", async () => {
  const first = await codes.forFirstStart();
  expect(first!.code).toMatch(/^([A-Z2-9]{5}-){3}[A-Z2-9]{5}$/);
  expect(await codes.forFirstStart()).toBeNull();
});

test("a wrong or expired code connects nothing and lets nobody make the server speak to an address", async () => {
  const hostUrl = "https://10.0.0.1";
  expect(await desk.connect({ setupCode: "AAAAA-BBBBB-CCCCC-DDDDD", hostUrl })).toMatchObject({
    status: 403,
    body: { code: "setup_code.refused" },
  });
  const { code } = await codes.create(10 * MINUTE);
  await desk.clock.runFor(10 * MINUTE);
  expect(await desk.connect({ setupCode: code, hostUrl })).toMatchObject({
    status: 403,
    body: { code: "setup_code.refused", fields: [{ field: "setupCode" }] },
  });
  expect(await accounts()).toEqual([]);
});

test("a refused attempt does not spend the code", async () => {
  const { code } = await codes.create();
  expect((await desk.connect({ setupCode: code, accessToken: "no-such-token" })).status).toBe(401);
  expect((await desk.connect({ setupCode: code })).status).toBe(200);
});

test("a used code is refused, however it is written", async () => {
  const { code } = await codes.create();
  expect((await desk.connect({ setupCode: ` ${code.toLowerCase().replaceAll("-", " ")} ` })).status).toBe(200);
  expect(await desk.connect({ setupCode: code })).toMatchObject({ status: 403, body: { code: "setup_code.refused" } });
});

test("of many at once one wins", async () => {
  const { code } = await codes.create();
  const answers = await Promise.all([1, 2, 3].map(() => desk.connect({ setupCode: code })));
  expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 403, 403]);
});

test("the database holds no code", async () => {
  const { code } = await codes.create();
  const rows = await desk.db.rows<{ code_hash: string }>("select code_hash from setup_code");
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(rows.every((row) => row.code_hash.length === 43)).toBe(true);
});
