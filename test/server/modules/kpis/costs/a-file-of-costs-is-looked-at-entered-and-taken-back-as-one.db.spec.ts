import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { CostEntryView, CostFileView, CostsView } from "../../../../../server/contract/kpis/costs.contract.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

const ROWS = [
  "Tipo;Importe;Moneda;Mes;id;Nota",
  "Personas;38.400.000,00;COP;2026-10;N-10;9 agentes",
  "Herramientas;3.600.000,00;COP;2026-10;T-10;",
  "Tarifas del banco;3.200.000,00;COP;2026-10;F-10;",
  "Comisiones;3.200.000,00;COP;2026-10;F-10;",
];
const file = { fileName: "costos octubre.csv", base64: Buffer.from(ROWS.join("\r\n")).toString("base64") };
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none" });
});
afterAll(() => desk?.close());

const entries = async () => (await desk.admin.call<{ items: CostEntryView[] }>("GET", "/api/costs/entries")).items;
const october = async () => (await desk.admin.call<CostsView>("GET", "/api/costs?currency=COP")).months[1]!;

test("looked at, nothing is entered; refused rows are named in the reader's language", async () => {
  const seen = await desk.admin.call<CostFileView>("POST", "/api/costs/preview?lang=es", file);
  expect(seen.accepted.map(({ line, kind, minor }) => [line, kind, minor])).toEqual([
    [2, "people", 3_840_000_000],
    [3, "tools", 360_000_000],
    [5, "fees", 320_000_000],
  ]);
  expect(seen.refused).toEqual([
    { line: 4, problem: "kind", text: "El tipo no es personas, mensajes, herramientas, comisiones ni otros." },
  ]);
  expect(await entries()).toEqual([]);
});

test("entered, they are the costs of their month; entered again, nothing is new", async () => {
  const { batch } = await desk.admin.call<{ batch: string }>("POST", "/api/costs/import", file);
  expect(batch).toEqual(expect.any(String));
  expect(await october()).toMatchObject({ missing: [], known: 4_520_000_000, byKind: { people: 3_840_000_000, messages: 0 } });
  const again = await desk.admin.call<{ batch: string | null } & CostFileView>("POST", "/api/costs/import", file);
  expect(again.batch).toBeNull();
  expect(again.accepted.every(({ known }) => known)).toBe(true);
  expect(await entries()).toHaveLength(3);
});

test("taken back as one, what was taken back already stays so", async () => {
  const [fees] = await entries();
  await desk.admin.call("POST", `/api/costs/${fees!.id}/reverse`, { reason: "otro banco" });
  const undo = () => desk.admin.call<{ takenBack: number }>("POST", `/api/costs/imports/${fees!.batch}/undo`, { reason: "mes equivocado" });
  expect(await undo()).toEqual({ takenBack: 2 });
  expect(await undo()).toEqual({ takenBack: 0 });
  expect(await october()).toMatchObject({ missing: ["people", "tools", "fees"], known: 0 });
  const total = (await entries()).reduce((sum, { minor }) => sum + minor, 0);
  expect(total).toBe(0);
});
