import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { inflateSync } from "node:zlib";
import type { ReportRunView } from "../../../../../server/contract/kpis/reports.contract.js";
import { Projector, ReportsPage } from "../../../../../server/modules/kpis/index.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    ticks: "none",
    debts: debtsFile([{ id: "Ana", reference: "F-1", balance: "1000.50", dueDate: "2026-11-08", phone: "+573001110001" }]),
  });
  const payment = { externalId: "P-1", debtReference: "F-1", amount: "250.25", currency: "COP", valueDate: "2026-11-20" };
  await desk.admin.call("POST", "/api/payments", payment);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const make = (kind: string) => desk.admin.call<ReportRunView>("POST", "/api/reports", { kind, day: "2026-11-20" });
const pdf = async (id: string, lang: string) => Buffer.from((await desk.app.get(ReportsPage).file(desk.account.id, id, "pdf", lang)).bytes);

/** What is drawn: the streams of the pages. */
function drawn(bytes: Buffer): string {
  const parts: string[] = [];
  for (let at = bytes.indexOf("stream\n"); at >= 0; at = bytes.indexOf("stream\n", at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === "end") continue;
    try {
      parts.push(inflateSync(bytes.subarray(at + 7, bytes.indexOf("\nendstream", at))).toString("latin1"));
    } catch {
      // Fonts and pictures are packed otherwise.
    }
  }
  return parts.join("\n");
}

it.each(["daily", "weekly", "monthly", "agents"])("the %s one, in three languages, twice the same", async (kind) => {
  const { id, asOf } = await make(kind);
  for (const lang of ["en", "es", "pt-BR"]) {
    const bytes = await pdf(id, lang);
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect((await pdf(id, lang)).equals(bytes)).toBe(true);
    expect(bytes.toString("latin1")).toContain(`D:${asOf.slice(0, 10).replaceAll("-", "")}`);
  }
});

it("with the real font in it, and bars in the colour of what came in", async () => {
  const { id } = await make("weekly");
  const bytes = await pdf(id, "en");
  expect(bytes.toString("latin1")).toMatch(/\/FontName \/[A-Z]{6}\+Inter/);
  expect(drawn(bytes)).toMatch(/0\.15\d* 0\.50\d* 0\.96\d* scn/);
});
