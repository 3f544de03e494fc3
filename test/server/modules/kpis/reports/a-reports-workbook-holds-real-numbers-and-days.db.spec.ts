import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { ReportRunView } from "../../../../../server/contract/kpis/reports.contract.js";
import { sourceFromBase64 } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { openWorkbook } from "../../../../../server/modules/imports/file/xlsx/workbook.adapter.js";
import { Projector, ReportsPage } from "../../../../../server/modules/kpis/index.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

let desk: Desk;
let run: ReportRunView;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.50", dueDate: "2026-11-08", phone: "+573001110001" }]),
  });
  const payment = { externalId: "P-1", debtReference: "F-1", amount: "250.25", currency: "COP", valueDate: "2026-11-20" };
  await desk.admin.call("POST", "/api/payments", payment);
  await desk.app.get(Projector).catchUp(desk.account.id);
  run = await desk.admin.call<ReportRunView>("POST", "/api/reports", { kind: "weekly", day: "2026-11-20" });
});
afterAll(() => desk?.close());

async function file(format: "xlsx" | "csv", lang: string): Promise<Buffer> {
  return Buffer.from((await desk.app.get(ReportsPage).file(desk.account.id, run.id, format, lang)).bytes);
}

/** What another program finds in a sheet. */
async function rowsOf(sheet: string, lang = "en"): Promise<string[][]> {
  const source = sourceFromBase64("report.xlsx", (await file("xlsx", lang)).toString("base64"));
  const book = await openWorkbook(source, sheet);
  const rows: string[][] = [];
  for await (const { cells } of book!.read()) rows.push(cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1));
  return rows;
}

it("says of what it is, and holds amounts as numbers and days as days", async () => {
  expect(await rowsOf("Report")).toEqual([
    ["Report", "Weekly performance, 16\u00a0Nov to 22\u00a0Nov\u00a02026"],
    ["Account", "Alameda Hogar"],
    ["From", "2026-11-16"],
    ["To", "2026-11-22"],
    ["As of", run.asOf],
    ["Time zone", "America/Bogota"],
    ["Data (SHA-256)", run.hash],
  ]);
  const figures = await rowsOf("Figures");
  expect(figures.find(([, id]) => id === "collected.total")?.slice(3, 5)).toEqual(["COP", "250.25"]);
  expect(figures.find(([, id]) => id === "cost.per-recovered")?.at(4) ?? "No data").toBe("No data");
  expect(await rowsOf("By day")).toContainEqual(["2026-11-20", "COP", "250.25", "0"]);
  expect(await rowsOf("By age")).toContainEqual(["COP", "1–30 days", "1", "750.25"]);
});

it("speaks the reader's language, in sheets and as CSV", async () => {
  expect((await rowsOf("Por antigüedad", "es")).flat()).toContain("Por vencer");
  const csv = (await file("csv", "pt-BR")).toString("utf8");
  expect(csv).toMatch(/^\ufeffRelatório,/);
  expect(csv).toContain(",collected.total,money,COP,250.25,");
});
