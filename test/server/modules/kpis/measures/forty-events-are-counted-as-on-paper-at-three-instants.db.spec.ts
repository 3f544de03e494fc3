import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { FiguresView } from "../../../../../server/contract/kpis.contract.js";
import type { ConsolidatedView, ExchangeRateView } from "../../../../../server/contract/kpis/rates.contract.js";
import { Imports } from "../../../../../server/modules/imports/index.js";
import { sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { Projector } from "../../../../../server/modules/kpis/index.js";
import { JobQueue } from "../../../../../server/platform/queue/job-queue.js";
import { HOUR, SECOND, toIso } from "../../../../../server/shared/instant.js";
import { debtsFile, type FileDebt } from "../../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

const owed = (reference: string, id: string, balance: string, dueDate: string, currency = "COP"): FileDebt => {
  const nth = "ABCDEFG".indexOf(reference[0]!) + 1;
  return { id, reference, balance, dueDate, currency, phone: `+57300111000${nth}` };
};

/** What is handed over on Friday 20 November: events 1 to 7. */
const FIRST = [
  owed("A-1", "Ana", "1000.00", "2026-11-08"),
  owed("B-1", "Beto", "500.00", "2026-11-18"),
  owed("C-1", "Carla", "300.00", "2026-12-05"),
  owed("D-1", "Dora", "2000.00", "2026-10-01"),
  owed("D-2", "Dora", "400.00", "2026-11-30"),
  owed("E-1", "Elsa", "800.00", "2026-11-19"),
  owed("F-1", "Fito", "900.00", "2026-11-10", "MXN"),
];

type Event =
  | readonly [day: string, what: "pay", id: string, reference: string | null, of: string, amount: string, currency?: string]
  | readonly [day: string, what: "reverse", id: string]
  | readonly [day: string, what: "identify", id: string, reference: string]
  | readonly [day: string, what: "file", debt: FileDebt]
  | readonly [day: string, what: "promise", of: string, amount: string, date: string]
  | readonly [day: string, what: "cancel", of: string]
  | readonly [day: string, what: "hold" | "release", of: string]
  | readonly [day: string, what: "look", as: string];

/** Events 8 to 40, each some minutes after the one before. */
const LEDGER: readonly Event[] = [
  ["2026-11-20", "pay", "P-1", "A-1", "Ana", "300.00"],
  ["2026-11-20", "pay", "P-2", "B-1", "Beto", "500.00"],
  ["2026-11-20", "promise", "Ana", "700.00", "2026-11-23"],
  ["2026-11-21", "reverse", "P-1"],
  ["2026-11-21", "pay", "P-3", null, "Dora", "2100.00"],
  ["2026-11-23", "pay", "P-4", "A-1", "Ana", "700.00"],
  ["2026-11-23", "hold", "Elsa"],
  ["2026-11-23", "pay", "P-5", "F-1", "Fito", "1000.00", "MXN"],
  ["2026-11-23", "pay", "P-6", "X-77", "Elsa", "50.00"],
  ["2026-11-24", "look", "first"],
  ["2026-11-24", "identify", "P-6", "E-1"],
  ["2026-11-24", "file", owed("C-1", "Carla", "300.00", "2026-12-10")],
  ["2026-11-24", "file", owed("G-1", "Gina", "600.00", "2026-11-20")],
  ["2026-11-24", "file", owed("F-2", "Fito", "250.00", "2026-12-01", "MXN")],
  ["2026-11-26", "pay", "P-7", "D-2", "Dora", "100.00"],
  ["2026-11-26", "file", owed("A-1", "Ana", "350.00", "2026-11-08")],
  ["2026-11-27", "pay", "P-8", "G-1", "Gina", "600.00"],
  ["2026-11-27", "promise", "Ana", "350.00", "2026-11-30"],
  ["2026-11-30", "release", "Elsa"],
  ["2026-11-30", "pay", "P-9", "E-1", "Elsa", "750.00"],
  ["2026-12-01", "look", "second"],
  ["2026-12-01", "reverse", "P-9"],
  ["2026-12-01", "promise", "Ana", "350.00", "2026-12-03"],
  ["2026-12-01", "promise", "Ana", "350.00", "2026-12-04"],
  ["2026-12-02", "promise", "Dora", "200.00", "2026-12-03"],
  ["2026-12-02", "pay", "P-10", "F-2", "Fito", "150.00", "MXN"],
  ["2026-12-03", "pay", "P-11", "D-2", "Dora", "50.00"],
  ["2026-12-04", "promise", "Elsa", "750.00", "2026-12-07"],
  ["2026-12-05", "cancel", "Elsa"],
  ["2026-12-09", "pay", "P-12", "A-1", "Ana", "100.00"],
  ["2026-12-10", "pay", "P-13", "C-1", "Carla", "320.00"],
  ["2026-12-11", "hold", "Dora"],
  ["2026-12-11", "pay", "P-14", "E-1", "Elsa", "250.00"],
  ["2026-12-14", "pay", "P-15", "A-1", "Ana", "250.00"],
  ["2026-12-14", "file", owed("B-2", "Beto", "90.00", "2026-12-13")],
  ["2026-12-15", "look", "third"],
];

let desk: Desk;
const looks = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk({ ticks: "none", debts: debtsFile(FIRST) });
  const payments = new Map<string, string>();
  const idOf = async (name: string) => {
    const [row] = await desk.db.rows<{ public_id: string }>("select public_id from debtor where account_id = ? and external_id = ?", [
      desk.account.id,
      name,
    ]);
    return row!.public_id;
  };
  const act = async (event: Event): Promise<unknown> => {
    const { admin } = desk;
    switch (event[1]) {
      case "pay": {
        const [valueDate, , externalId, debtReference, debtorExternalId, amount, currency = "COP"] = event;
        const input = { externalId, ...(debtReference === null ? {} : { debtReference }), debtorExternalId, amount, currency, valueDate };
        return payments.set(externalId, (await admin.call<{ id: string }>("POST", "/api/payments", input)).id);
      }
      case "reverse":
        return admin.call("POST", `/api/payments/${payments.get(event[2])}/reverse`, { reason: "devuelto por el banco" });
      case "identify":
        return admin.call("POST", `/api/payments/${payments.get(event[2])}/identify`, { debtReference: event[3] });
      case "file": {
        const actor = { kind: "person", accountId: desk.account.id, hostUserId: 1, role: "administrator" } as const;
        const source = sourceFromText(`${event[2].reference}.csv`, debtsFile([event[2]]));
        return desk.app.get(Imports).run(desk.account.id, "debts", source, actor, { mode: "delta", confirm: true });
      }
      case "promise": {
        const [, , of, amount, date] = event;
        return admin.call("POST", `/api/debtors/${await idOf(of)}/promises`, { amount, currency: "COP", date });
      }
      case "cancel": {
        const { items } = await admin.call<{ items: { id: string }[] }>("GET", `/api/debtors/${await idOf(event[2])}/promises`);
        return admin.call("POST", `/api/promises/${items[0]!.id}/cancel`, { reason: "retiró su promesa" });
      }
      case "hold":
        return admin.call("POST", `/api/debtors/${await idOf(event[2])}/holds`, { reason: "manual", note: "pidió hablar" });
      case "release": {
        const { holds } = await admin.call<{ holds: { id: string; reason: string }[] }>("GET", `/api/debtors/${await idOf(event[2])}`);
        const own = holds.find(({ reason }) => reason === "manual")!;
        return admin.call("POST", `/api/holds/${own.id}/release`, { note: "se habló" });
      }
      case "look":
        await desk.app.get(Projector).catchUp(desk.account.id);
        return looks.set(event[2], toIso(desk.clock.now()));
    }
  };
  for (const event of LEDGER) {
    // Ten in the morning in Bogotá, or ten minutes after the event before.
    await desk.clock.runUntil(Math.max(desk.clock.now() + HOUR / 6, Date.parse(`${event[0]}T15:00:00Z`)));
    await desk.app.get(JobQueue).wake("promises");
    await desk.clock.runFor(SECOND);
    await act(event);
  }
});
afterAll(() => desk?.close());

/** Fractions in minor units, of the figures that are compared. */
async function at(look: string, period: string, expected: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { figures } = await desk.admin.call<FiguresView>("GET", `/api/figures?${period}&asOf=${looks.get(look)}`);
  const lines = figures.flatMap(({ id, values }) =>
    values.map(({ currency, numerator, denominator, state }): [string, string] => [
      [id, currency].filter(Boolean).join(" "),
      state === "value" ? `${numerator}/${denominator}` : "none",
    ]),
  );
  return Object.fromEntries(lines.filter(([name]) => name in expected));
}

it("there are forty", () => {
  expect(FIRST.length + LEDGER.filter(([, what]) => what !== "look").length).toBe(40);
});

it("November, as it was known on Tuesday the 24th", async () => {
  const paper = {
    // Ana 300 (her 300 went back), Carla 300, Dora 300, Elsa 800; late are Ana's and Elsa's.
    "portfolio.outstanding COP": "170000/1",
    "portfolio.outstanding MXN": "0/1",
    "portfolio.overdue COP": "110000/1",
    "portfolio.debtors": "4/1",
    // 300 - 300 + 500 + 2,100 + 700 + 50 that nobody can place.
    "collected.total COP": "335000/1",
    "collected.total MXN": "100000/1",
    // From Ana, Beto and Dora; five owed.
    "collected.each-paying COP": "335000/3",
    "collected.each-open COP": "335000/5",
    // 700, 500 and 2,000 were late, of 1,000 + 500 + 2,000 + 800 that came late into collection; Dora's 100 came early.
    "recovery.period COP": "320000/430000",
    "recovery.period MXN": "90000/90000",
    "recovery.overpaid COP": "5000/1",
    "recovery.overpaid MXN": "10000/1",
    // 300 x 12 - 300 x 13 + 700 x 15 + 500 x 2 + 2,000 x 51 - 100 x 9.
    "dso.days-to-pay COP": "11230000/335000",
    "dso.days-to-pay MXN": `${90_000 * 13}/100000`,
    // Beto 2 days, Fito 13, Dora 51.
    "recovery.time.mean": "66/3",
    "recovery.time.median": "13/1",
    // Open are Ana's after 16 days and Elsa's after 5: 4/5, then 8/15, and half only with Dora's.
    "recovery.time.with-open": "51/1",
    // Ana has until Wednesday.
    "promises.kept.count": "none",
  };
  expect(await at("first", "from=2026-11-01&to=2026-11-30", paper)).toEqual(paper);
});

it("November, as it was known on 1 December, before Elsa's money went back", async () => {
  const paper = {
    // Ana 350 with the fee, Carla 300, Dora 200; Fito 250 less 100 in hand. What Dora owes was due on the last day.
    "portfolio.outstanding COP": "85000/1",
    "portfolio.outstanding MXN": "15000/1",
    "portfolio.overdue COP": "55000/1",
    "portfolio.overdue MXN": "0/1",
    "portfolio.debtors": "4/1",
    // 3,350 + 100 + 600 + 750, from Ana, Beto, Dora, Elsa and Gina; Carla owed as well.
    "collected.total COP": "480000/1",
    "collected.each-paying COP": "480000/5",
    "collected.each-open COP": "480000/6",
    // 3,200 + 50 + 600 + 750; Gina's 600 came late into collection.
    "recovery.period COP": "460000/490000",
    "recovery.period MXN": "90000/90000",
    "recovery.overpaid COP": "0/1",
    "recovery.overpaid MXN": "0/1",
    // 112,300 + 50 x 4 - 100 x 4 + 600 x 7 + 750 x 11; in MXN 900 x 13 - 100 x 7.
    "dso.days-to-pay COP": "12455000/480000",
    "dso.days-to-pay MXN": "1100000/100000",
    // 2, 7, 11, 13 and 51 days.
    "recovery.time.mean": "84/5",
    "recovery.time.median": "11/1",
    // Open are Dora's after one day and Ana's after 23: 5/6, 4/6, 3/6.
    "recovery.time.with-open": "11/1",
    // Ana's first; her second may still be kept.
    "promises.kept.count": "1/1",
    "promises.kept.amount COP": "70000/70000",
  };
  expect(await at("second", "from=2026-11-01&to=2026-11-30", paper)).toEqual(paper);
});

it("December, as it was known on the 15th", async () => {
  const paper = {
    // Dora 150, Elsa 500, Beto 90; all of it late.
    "portfolio.outstanding COP": "74000/1",
    "portfolio.outstanding MXN": "0/1",
    "portfolio.overdue COP": "74000/1",
    "portfolio.debtors": "3/1",
    // -750 + 50 + 100 + 320 + 250 + 250; Elsa's is less than nothing. Open were Ana, Carla, Dora, Elsa and Beto.
    "collected.total COP": "22000/1",
    "collected.total MXN": "15000/1",
    "collected.each-paying COP": "22000/3",
    "collected.each-open COP": "22000/5",
    // 350 + 50 + 250 - 750 of Ana's 350 and Dora's 200, which was due on the eve and counts once, and Beto's 90. Carla paid on her day.
    "recovery.period COP": "-10000/64000",
    "recovery.period MXN": "15000/15000",
    "recovery.overpaid COP": "2000/1",
    "effectiveness.to-opening COP": "22000/85000",
    "effectiveness.to-opening MXN": "15000/15000",
    // 100 x 31 + 250 x 36 + 50 x 3 + 300 x 0 - 750 x 12 + 250 x 22.
    "dso.days-to-pay COP": "875000/22000",
    "dso.days-to-pay MXN": "15000/15000",
    // Ana 36 days, Fito 1; open after 15, 26 and 2 days.
    "recovery.time.mean": "37/2",
    "recovery.time.median": "37/2",
    "recovery.time.with-open": "36/1",
    // Ana's third and Dora's came in part; Ana's second and the one before her last were replaced, Elsa's was taken back.
    "promises.kept.count": "0/2",
    "promises.kept.amount COP": "15000/55000",
    // Nothing that was owed on the 1st is in an older age.
    "roll.rate.amount COP": "0/85000",
    "roll.rate.accounts": "0/4",
  };
  expect(await at("third", "from=2026-12-01&to=2026-12-31", paper)).toEqual(paper);
});

it("how many stand behind an amount is counted in its own currency", async () => {
  const view = await desk.admin.call<FiguresView>("GET", `/api/figures?from=2026-11-01&to=2026-11-30&asOf=${looks.get("second")}`);
  const n = (id: string) =>
    Object.fromEntries(
      view.figures.find((figure) => figure.id === id)!.values.map(({ currency, n: behind }) => [String(currency), behind]),
    );
  expect({
    // Ana's, Carla's and Dora's debts, of which Carla's is not late; Fito's.
    outstanding: n("portfolio.outstanding"),
    overdue: n("portfolio.overdue"),
    kept: n("promises.kept.amount"),
  }).toEqual({
    outstanding: { COP: 3, MXN: 1 },
    overdue: { COP: 2, MXN: 0 },
    // Nobody promised anything in pesos of Mexico: that has no figure, and so no number of cases.
    kept: { COP: 1, MXN: null },
  });
});

it("in one currency each amount counts at its own day's rate, and without a rate there is no figure", async () => {
  const set = (day: string, rate: string) =>
    desk.admin.call<ExchangeRateView>("PUT", "/api/rates", { currency: "COP", into: "MXN", day, rate, source: "Banco de México" });
  await set("2026-12-01", "0.005");
  await set("2026-12-03", "0.004");
  await set("2026-12-11", "0.009");
  const later = [await set("2026-12-08", "0.005"), await set("2026-12-11", "0.004")];
  const december = async (more = "") => {
    const ids = "ids=collected.total,portfolio.outstanding";
    const view = await desk.admin.call<ConsolidatedView>("GET", `/api/figures/consolidated?${ids}&from=2026-12-01&to=2026-12-31${more}`);
    expect(view.into).toBe("MXN");
    return view.figures;
  };
  const [collected, outstanding] = await december();
  // -750 on the 1st, 50 on the 3rd, 100 and 320 by the rate of the 8th, 250 and 250 by that of the 11th; Fito's 150 as they are.
  expect(collected!.rows.map(({ currency, day, rateDay, into }) => [currency, day, rateDay, into])).toEqual([
    ["COP", "2026-12-01", "2026-12-01", "-375"],
    ["COP", "2026-12-03", "2026-12-03", "20"],
    ["COP", "2026-12-09", "2026-12-08", "50"],
    ["COP", "2026-12-10", "2026-12-08", "160"],
    ["COP", "2026-12-11", "2026-12-11", "100"],
    ["COP", "2026-12-14", "2026-12-11", "100"],
    ["MXN", "2026-12-02", "2026-12-02", "15000"],
  ]);
  expect(collected).toMatchObject({ value: { state: "value", currency: "MXN", text: "150.55" }, missing: [] });
  // 740 are owed on the 15th.
  expect(outstanding).toMatchObject({
    value: { text: "2.96" },
    rows: [{ day: "2026-12-15", rateDay: "2026-12-11", source: "Banco de México" }],
  });

  // As it was known on the 1st nobody had entered a rate.
  const [then] = await december(`&asOf=${looks.get("second")}`);
  expect(then).toMatchObject({ value: { state: "value", text: "0.00" }, missing: [] });
  const recovered = `/api/figures/consolidated?ids=recovery.period&from=2026-11-01&to=2026-11-30&asOf=${looks.get("second")}`;
  expect((await desk.admin.call<ConsolidatedView>("GET", recovered)).figures[0]).toMatchObject({
    value: { state: "no_data", reason: "rate_missing", text: null },
    missing: expect.arrayContaining([expect.objectContaining({ currency: "COP", lastDay: null })]),
  });

  for (const { id } of later) await desk.admin.call("DELETE", `/api/rates/${id}`);
  const [without] = await december();
  expect(without).toMatchObject({ value: { state: "no_data", text: null, why: "A day has no exchange rate." } });
  expect(without!.missing.map(({ day, lastDay }) => [day, lastDay])).toEqual(
    ["2026-12-09", "2026-12-10", "2026-12-11", "2026-12-14"].map((day) => [day, "2026-12-03"]),
  );
  const { items } = await desk.admin.call<{ items: ExchangeRateView[] }>("GET", "/api/rates");
  expect(items.map(({ day }) => day)).toEqual(["2026-12-03", "2026-12-01"]);
});
