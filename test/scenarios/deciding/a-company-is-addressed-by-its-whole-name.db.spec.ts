import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ name: "Distribuciones  El Cóndor SAS", kind: "company" }]) });
});
afterAll(() => desk?.close());

test("a company is addressed by its whole name, of which the first word may be a trade", async () => {
  await desk.turnOn();
  await desk.clock.runFor(10 * 60_000);
  expect(desk.sent().map(({ content }) => content)).toEqual([expect.stringContaining("Distribuciones El Cóndor SAS")]);
});
