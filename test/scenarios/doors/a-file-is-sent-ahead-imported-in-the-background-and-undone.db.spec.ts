import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../support/desk.js";
import { textRows, workbook } from "../../support/workbook.js";
import { type Answer, Caller } from "../support/caller.js";
import { connectSecondAccount, INES } from "../support/second-account.js";

const BYTES = { "content-type": "application/octet-stream" };
const FILE = debtsFile([
  { id: "U-1", name: "Ramona Uno", phone: "+573005551111", reference: "UP-1" },
  { id: "U-2", name: "Ramona Dos", phone: "+573005552222", reference: "UP-2" },
]);

let desk: Desk;
let admin: Caller;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{ id: "C-1", name: "Ana", phone: "+573005550001", reference: "CH-1" }]) });
  admin = await Caller.person(desk.url, desk.account.publicId, TOKENS.admin);
});
afterAll(() => desk?.close());

test("the bytes go to the one address that takes them, and nowhere else", async () => {
  expect(await send(admin, FILE, { "content-type": "application/json" })).toMatchObject({ status: 415 });
  expect(await send(admin, "")).toMatchObject({ status: 422, json: { code: "upload.empty", remedy: expect.stringContaining("bytes") } });
  const elsewhere = await admin.call("POST", "/api/imports", { raw: FILE, headers: BYTES });
  expect(elsewhere).toMatchObject({ status: 415, json: { remedy: expect.stringContaining("JSON") } });
  expect(await send(admin.without("x-saldo").with({ origin: "https://elsewhere.example" }), FILE)).toMatchObject({ status: 403 });
});

test("the file is previewed, imported in the background and undone", async () => {
  const upload = (await send(admin, FILE)).json as { id: string; bytes: number };
  expect(upload.bytes).toBe(Buffer.byteLength(FILE));
  const file = { kind: "debts", fileName: "cartera.csv", upload: upload.id };
  expect((await post("/api/imports/preview", file)).json).toMatchObject({
    rows: 2,
    newDebtors: 2,
    newDebts: 2,
    sheets: [],
    profile: null,
    format: { encoding: "utf-8", delimiter: "," },
  });
  const started = (await post("/api/imports", { ...file, background: true })).json as { id: string };
  expect(started).toMatchObject({ status: "running", total: null });
  await desk.clock.runFor(1_000);
  expect((await one(started.id)).json).toMatchObject({
    status: "done",
    rows: 2,
    total: 2,
    created: 2,
    undo: { possible: true, why: null },
  });
  expect((await post(`/api/imports/${started.id}/cancel`)).json).toMatchObject({ code: "import.not_running" });
  expect((await post(`/api/imports/${started.id}/undo`, { reason: "archivo equivocado" })).json).toMatchObject({ status: "undoing" });
  await desk.clock.runFor(1_000);
  expect((await one(started.id)).json).toMatchObject({ status: "undone", undo: { possible: false, why: "Ya se deshizo." } });
  // Debtors of whom only this file told are not listed any more.
  expect((await admin.call("GET", "/api/debtors?q=Ramona")).json).toMatchObject({ items: [] });
});

test("a workbook that is sent ahead is read from any place of its pieces", async () => {
  const headers = ["codigo cliente", "nombre", "referencia", "saldo", "moneda", "vencimiento"];
  const rows = Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, `Persona ${index}`, `XR-${index}`, "10", "COP", "2026-11-01"]);
  const book = workbook([{ name: "Cartera", rows: textRows([headers, ...rows]) }]);
  const { id } = (await send(admin, book)).json as { id: string };
  const imported = await post("/api/imports", { kind: "debts", fileName: "c.xlsx", upload: id });
  expect(imported.json).toMatchObject({ status: "done", created: 3_000, rejected: 0 });
});

test("another account finds neither the file nor the import", async () => {
  const { id } = (await send(admin, FILE)).json as { id: string };
  const { publicId } = await connectSecondAccount(desk);
  const other = await Caller.person(desk.url, publicId, INES);
  const answer = await other.call("POST", "/api/imports", { body: { kind: "debts", fileName: "a.csv", upload: id } });
  expect(answer).toMatchObject({ status: 404, json: { code: "upload.not_found", remedy: "Send the file again." } });
});

function send(caller: Caller, content: string | Buffer, headers: Record<string, string> = BYTES): Promise<Answer> {
  return caller.call("POST", "/api/uploads?fileName=cartera.csv", { raw: content, headers });
}

function post(path: string, body?: object): Promise<Answer> {
  return admin.call("POST", path, body === undefined ? {} : { body });
}

function one(id: string): Promise<Answer> {
  return admin.call("GET", `/api/imports/${id}`);
}
