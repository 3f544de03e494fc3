import { describe, expect, it } from "@jest/globals";
import { agreementFor, PROMISE_TERMS, saidAmount, saidPromise } from "../../../../../server/modules/negotiation/rules.js";
import { spoken } from "../../templates/support/languages.js";

/** A Monday. */
const TODAY = "2026-11-23";
const owed = (minor: number, currency = "MXN") => ({ today: TODAY, latest: "2026-12-07", debts: [{ balanceMinor: minor, currency }] });
const said = (text: string, part = false, debts = owed(120_000)) => saidPromise(text, spoken("es"), part, debts);

it("the day, and the amount where it is less than is owed", () => {
  expect(said("le pago 500 el viernes")).toEqual({ day: "2026-11-27", amount: { minor: 50_000, currency: "MXN" } });
  expect(said("le pago 1.200 mañana")).toEqual({ day: "2026-11-24", amount: null });
  expect(said("pago la mitad hoy", true)).toEqual({ day: TODAY, amount: { minor: 60_000, currency: "MXN" } });
  expect(said("el viernes sin falta le consigno")).toEqual({ day: "2026-11-27", amount: null });
  expect(said("le cancelo el 30")).toEqual({ day: "2026-11-30", amount: null });
  expect(said("le abono 200 mil el viernes", true, owed(80_000_000, "COP"))).toEqual({
    day: "2026-11-27",
    amount: { minor: 20_000_000, currency: "COP" },
  });
});

it("no day that is over, too far or one of two", () => {
  expect(said("le pago el 20 de enero")?.day).toBeNull();
  expect(said("le pago el viernes o el lunes")?.day).toBeNull();
});

it("is a person's to clear up where the amount may mean something else", () => {
  // 500 of 800,000 Colombian pesos are thousands, surely; but nobody promises for somebody else.
  expect(said("le pago 500 el viernes", false, owed(80_000_000, "COP"))).toBeNull();
  expect(said("le doy una parte el viernes", true)).toBeNull();
  const two = [...owed(100).debts, { balanceMinor: 100, currency: "USD" }];
  expect(saidPromise("le pago 1 el viernes", spoken("es"), false, { ...owed(1), debts: two })).toBeNull();
});

describe("an amount", () => {
  it.each([
    ["500", 50_000],
    ["$1.200,50", 120_050],
    ["1,200.50 pesos", 120_050],
    ["50 mil", 5_000_000],
    ["200k", 20_000_000],
  ])("%s", (text, minor) => {
    const amount = saidAmount(text);
    expect(amount !== null && amount !== "half" ? amount.minorOf("MXN") : amount).toBe(minor);
  });

  it.each(["el 15", "15 de diciembre", "a las 10:30", "en 3 cuotas", "100 o 200"])("%s is none", (text) => {
    expect(saidAmount(text)).toBeNull();
  });
});

it("is agreed on without a question where a day is named, asked for where none is, a person's where two were not kept", () => {
  const due = { debts: "due", notKept: 0, changes: 0, promisedDay: null, question: null, answerable: true } as const;
  const wish = (day: string | null, amount: { minor: number; currency: string } | null = null) =>
    ({ meaning: "promise", day, amount }) as const;
  const half = { minor: 60_000, currency: "MXN" };
  expect(agreementFor(wish("2026-11-27", half), due, PROMISE_TERMS)).toEqual({
    kind: "agree",
    purpose: "promise",
    day: "2026-11-27",
    amount: half,
  });
  expect(agreementFor(wish(null), due, PROMISE_TERMS)).toEqual({ kind: "ask", purpose: "promise" });
  expect(agreementFor(wish(null, half), due, PROMISE_TERMS)).toBe("promise_in_words");
  expect(agreementFor(wish("2026-11-27"), { ...due, notKept: 2 }, PROMISE_TERMS)).toBe("broken_promises");
  expect(agreementFor(wish("2026-11-27"), { ...due, debts: "none" }, PROMISE_TERMS)).toBe("promise_in_words");
});
