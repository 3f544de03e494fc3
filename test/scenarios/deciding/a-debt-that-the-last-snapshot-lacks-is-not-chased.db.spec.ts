import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ name: "Marisol" }, { name: "Rubén" }]) });
});
afterAll(() => desk?.close());

/** As the panel sends files: their bytes, here in Windows-1252. */
const send = (csv: string, options: object) =>
  desk.admin.call<{ id: string; held: number; released: number }>("POST", "/api/imports", {
    kind: "debts",
    fileName: "abiertas.csv",
    base64: Buffer.from(csv, "latin1").toString("base64"),
    ...options,
  });

test("the debt that is not in the file is held and its debtor gets nothing", async () => {
  const ended = await send(debtsFile([{ name: "Marisol Peña" }]), { mode: "snapshot" });
  expect(ended).toMatchObject({ held: 1, rejected: 0, updated: 1 });
  await desk.turnOn();
  await desk.clock.runFor(60_000);
  expect(desk.sent().map(({ content }) => content.includes("Marisol"))).toEqual([true]);
  const { items } = await desk.admin.call<{ items: object[] }>("GET", `/api/imports/${ended.id}/held`);
  expect(items).toMatchObject([{ reference: "CH-1001", externalId: "C-2" }]);
});

test("once a file has it again its debtor is chased like the others", async () => {
  const inState = async (state: string) => (await desk.admin.call<{ items: object[] }>("GET", `/api/debtors?state=${state}`)).items;
  expect(await inState("held")).toMatchObject([{ externalId: "C-2" }]);
  expect(await send(debtsFile([{ name: "Marisol Peña" }, { name: "Rubén" }]), {})).toMatchObject({ released: 1 });
  expect(await inState("held")).toEqual([]);
  expect(await inState("chased")).toHaveLength(2);
});

test("a file is sent either as text or as bytes, and bytes have to be whole", async () => {
  const both = desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "a.csv", text: "a", base64: "YQ==" });
  await expect(both).rejects.toThrow("text");
  await expect(desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "a.csv", base64: "YQ" })).rejects.toThrow("base64");
});
