import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { FigureCasesView, MatrixView } from "../../../../../server/contract/kpis/figures.contract.js";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { metricOf } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { JobQueue, type Lane } from "../../../../../server/platform/queue/job-queue.js";
import { DAY, HOUR, SECOND, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

/**
 * Five debtors in two currencies. Ana answers, promises and pays a part, of which half is taken back; Beto pays more than he owes; Carla's
 * debt falls due later; Dora may not be written to; Ema owes pesos of another country. Then a month goes by, and Ana pays the rest.
 */
let desk: Desk;
let friday = "";
const PHONES = { Ana: "+573001110001", Beto: "+573001110002", Carla: "+573001110003", Dora: "+573001110004", Ema: "+573001110005" };

async function wake(lane: Lane): Promise<void> {
  await desk.app.get(JobQueue).wake(lane);
  await desk.clock.runFor(SECOND);
}

const pay = (externalId: string, debtReference: string, amount: string, valueDate: string) =>
  desk.admin.call<{ id: string }>("POST", "/api/payments", { externalId, debtReference, amount, currency: "COP", valueDate });

beforeAll(async () => {
  const debts = debtsFile([
    { id: "Ana", name: "=HYPERLINK(1)", reference: "F-1", balance: "1000.00", dueDate: "2026-11-08", phone: PHONES.Ana },
    { id: "Beto", reference: "F-2", balance: "500.00", dueDate: "2026-11-18", phone: PHONES.Beto },
    { id: "Carla", reference: "F-3", balance: "300.00", dueDate: "2026-12-05", phone: PHONES.Carla },
    { id: "Dora", reference: "F-4", balance: "250.00", dueDate: "2026-11-08", phone: PHONES.Dora, consent: "" },
    { id: "Ema", reference: "F-5", balance: "700.00", dueDate: "2026-11-08", phone: PHONES.Ema },
  ]);
  const inPesosOfMexico = debts.replace(/^(Ema,.*),COP,/m, "$1,MXN,");
  desk = await openDesk({ ticks: "none", debts: inPesosOfMexico });
  await desk.turnOn();
  for (const lane of ["listing", "dispatch"] as const) await wake(lane);
  await desk.clock.runFor(HOUR);
  desk.sandbox.playDebtor({ accountId: 1, phone: PHONES.Ana, text: "el 24" });
  await desk.clock.runFor(HOUR);
  const half = await pay("P-1", "F-1", "150.00", "2026-11-20");
  await pay("P-2", "F-1", "150.00", "2026-11-20");
  await pay("P-3", "F-2", "620.00", "2026-11-20");
  await desk.app.get(Projector).catchUp(desk.account.id);
  friday = toIso(desk.clock.now());
  await desk.clock.runFor(DAY);
  await desk.admin.call("POST", `/api/payments/${half.id}/reverse`, { reason: "devuelto por el banco" });
  await desk.clock.runFor(10 * DAY);
  await wake("promises");
  await desk.clock.runFor(25 * DAY);
  await pay("P-4", "F-1", "850.00", "2026-12-25");
  await desk.clock.runFor(HOUR);
  await desk.app.get(Projector).catchUp(desk.account.id);
});
afterAll(() => desk?.close());

const address = (id: string, query: Record<string, string | undefined>) => {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/figures/${id}/cases?${new URLSearchParams(given).toString()}`;
};

/** All pages, two cases each: what they say of themselves, and the sum of what they list. */
async function listed(id: string, query: Record<string, string | undefined>) {
  const sizes: bigint[] = [];
  const keys: string[] = [];
  let view: FigureCasesView;
  let cursor: string | undefined;
  do {
    view = await desk.admin.call<FigureCasesView>("GET", address(id, { ...query, limit: "2", cursor }));
    for (const { size, key, measure } of view.items) {
      sizes.push(BigInt(size));
      keys.push(`${measure} ${key}`);
    }
    cursor = view.next ?? undefined;
  } while (cursor !== undefined);
  return { view, sizes, keys, sum: sizes.reduce((sum, size) => sum + size, 0n) };
}

describe.each([
  ["November as it is known now", { from: "2026-11-01", to: "2026-11-30" }],
  ["November as it was known on the first Friday", { from: "2026-11-01", to: "2026-11-30", asOf: "friday" }],
  ["December", { from: "2026-12-01", to: "2026-12-31" }],
])("%s", (_, asked: Record<string, string>) => {
  const query = () => ({ ...asked, ...(asked["asOf"] === undefined ? {} : { asOf: friday }) });

  it("both parts of every figure are listed to the last unit", async () => {
    const { figures } = await desk.admin.call<FiguresView>("GET", `/api/figures?${new URLSearchParams(query()).toString()}`);
    const refused: string[] = [];
    let checked = 0;
    for (const { id, values } of figures) {
      const metric = metricOf(id)!;
      if (metric.method !== "quotient" && metric.method !== "total") continue;
      for (const value of values.filter(({ state }) => state === "value")) {
        for (const part of metric.denominator === null ? (["numerator"] as const) : (["numerator", "denominator"] as const)) {
          const one = await listed(id, { ...query(), part, currency: value.currency ?? undefined }).catch((error: Error) => {
            if (!/figures\.no_cases/.test(error.message)) throw error;
            refused.push(`${id} ${part}`);
          });
          if (!one) continue;
          const told = part === "numerator" ? value.numerator : value.denominator;
          expect([id, part, value.currency, String(one.sum), one.view.sum]).toEqual([id, part, value.currency, told, told]);
          expect([id, one.keys.length]).toEqual([id, one.view.count]);
          expect(new Set(one.keys).size).toBe(one.keys.length);
          checked++;
        }
      }
    }
    // Sound contacts are all but the violations, which the journal lists.
    expect(refused.filter((one) => one !== "schedule.compliance numerator")).toEqual([]);
    expect(checked).toBeGreaterThan(20);
  });

  it("each cell of the matrix opens its accounts, by amount and by accounts", async () => {
    for (const by of ["amount", "accounts"] as const) {
      const matrix = await desk.admin.call<MatrixView>(
        "GET",
        `/api/figures/matrix?by=${by}&currency=COP&${new URLSearchParams(query()).toString()}`,
      );
      for (const { from: stage, cells, opening } of matrix.currencies.flatMap(({ rows }) => rows)) {
        for (const { column, size } of cells) {
          const cell = await listed(`roll.matrix.${by}`, { ...query(), stage, column, currency: "COP" });
          expect([stage, column, String(cell.sum)]).toEqual([stage, column, size]);
        }
        const row = await listed(`roll.matrix.${by}`, { ...query(), stage, currency: "COP", part: "denominator" });
        expect(String(row.sum)).toBe(opening);
      }
    }
  });
});

it("most first, with names, references and the words of the reader", async () => {
  const view = await desk.admin.call<FigureCasesView>(
    "GET",
    address("portfolio.outstanding", { from: "2026-11-01", to: "2026-11-30", asOf: friday, currency: "COP", lang: "es" }),
  );
  expect(view.items.map(({ reference, day, size, nature }) => [reference, day, size, nature])).toEqual([
    ["F-1", "2026-11-08", "70000", "debt"],
    ["F-3", "2026-12-05", "30000", "debt"],
    ["F-4", "2026-11-08", "25000", "debt"],
  ]);
  expect(view).toMatchObject({ sum: "125000", count: 3, currency: "COP", currencies: ["COP", "MXN"], asOf: friday });
  expect(view.items[0]).toMatchObject({ debtor: "=HYPERLINK(1)", debtorId: expect.any(String) });
});

it("as a file it says what it is, and no spreadsheet runs what a debtor is called", async () => {
  const path = address("portfolio.outstanding", { from: "2026-11-01", to: "2026-11-30", asOf: friday, currency: "COP" }).replace(
    "/cases?",
    "/cases/file?",
  );
  const lines = (await desk.admin.text("GET", path))
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n");
  expect(lines).toEqual([
    "Cases behind,Outstanding",
    "Period,2026-11-01 – 2026-11-30",
    "Time zone,America/Bogota",
    `As known at,${friday}`,
    "Currency,COP",
    "Part,Above the line",
    "Cases,3",
    "Sum,1250.00",
    "",
    "What,Debtor,Reference,Day,Until,What became of it,Currency,Counts",
    "open balances,'=HYPERLINK(1),F-1,2026-11-08,,,COP,700.00",
    "open balances,Marisol Quintero,F-3,2026-12-05,,,COP,300.00",
    "open balances,Marisol Quintero,F-4,2026-11-08,,,COP,250.00",
  ]);
});

it.each([
  ["portfolio.nothing", {}, /figures\.metric_unknown/],
  ["portfolio.outstanding", { currency: "XYZ" }, /currency/],
  ["portfolio.outstanding", {}, /figures\.currency_needed/],
  ["portfolio.outstanding", { currency: "COP", part: "denominator" }, /figures\.no_denominator/],
  ["portfolio.outstanding", { currency: "COP", cursor: "zzz" }, /cursor\.invalid/],
  ["portfolio.outstanding", { currency: "COP", from: "2026-11-30", to: "2026-11-01" }, /figures\.period_backwards/],
  ["portfolio.outstanding", { currency: "COP", asOf: "2031-01-01T00:00:00.000Z" }, /figures\.in_the_future/],
  ["roll.forecast.lost", { currency: "COP" }, /figures\.no_cases/],
])("%s asked with %j is refused in words", async (id, query: Record<string, string>, code) => {
  await expect(desk.admin.call("GET", address(id, { from: "2026-11-01", to: "2026-11-30", ...query }))).rejects.toThrow(code);
});
