import type { Locale } from "../../../../server/shared/locale.js";
import { describe, expect, it } from "@jest/globals";
import type { ContactIntent, PolicyFacts } from "../../../../server/modules/policy/rules.js";
import { explain, explainRule } from "../../../../server/modules/policy/explain/decision.words.js";
import { decide, packsOfRecord } from "../../../../server/modules/policy/rules.js";
import { at, attempt, BOGOTA, decideCo, facts, intent, onEvery } from "./given.js";

const say = (now: string, locale: Locale, known: Partial<PolicyFacts> = {}, contact: Partial<ContactIntent> = {}) =>
  explain(decideCo(at(now), known, contact), locale, BOGOTA).text;

const contactedToday = { attempts: [attempt(at("2026-11-25T09:12"), "whatsapp")] };
const emailWithdrawn = { consents: { ...facts().consents, email: { status: "withdrawn" as const, source: "chat", on: "2026-08-03" } } };

describe("in English", () => {
  it.each<[string, string, Partial<PolicyFacts>, Partial<ContactIntent>]>([
    [
      "No new collection message until Thu 26 Nov, 07:00. One contact a day, and 09:12 was today's. Ley 2300 de 2023, art. 3.",
      "2026-11-25T15:42",
      contactedToday,
      {},
    ],
    [
      "No new collection call until Mon 30 Nov, 07:00. One channel a week, and WhatsApp was used on Wed 25 Nov. Ley 2300 de 2023, art. 3.",
      "2026-11-25T11:00",
      contactedToday,
      { channel: "call" },
    ],
    [
      "No new collection message until Sat 21 Nov, 08:00. Permitted hours are 07:00–19:00, and it is 19:04 there. Ley 2300 de 2023, art. 3.",
      "2026-11-20T19:04",
      {},
      {},
    ],
    ["No new collection message until Mon 23 Nov, 07:00. No contacts on Sundays. Ley 2300 de 2023, art. 3.", "2026-11-22T10:00", {}, {}],
    [
      "No new collection message until Tue 17 Nov, 07:00. 16 Nov 2026 is a holiday: Independencia de Cartagena. Ley 2300 de 2023, art. 3; Ley 51 de 1983.",
      "2026-11-16T10:00",
      {},
      {},
    ],
    [
      "No new collection message until Sat 2 Jan 2027, 08:00. A hold is in force until Fri 1 Jan 2027, 08:00. Saldo policy.",
      "2026-12-31T10:00",
      { holds: [{ id: "h", debtId: null, kind: "promise", from: 0, until: at("2027-01-01T08:00") }] },
      {},
    ],
    [
      "No new collection message is allowed. The debtor withdrew email on 3 Aug 2026. Ley 2300 de 2023, art. 2.",
      "2026-11-20T10:00",
      emailWithdrawn,
      { channel: "email" },
    ],
    [
      "Data is missing, so no new collection message is allowed. The debtor's time zone is unknown. Saldo policy.",
      "2026-11-20T10:00",
      { zones: [] },
      {},
    ],
    [
      "No new collection message is allowed. The debtor opted out of WhatsApp on 10 Nov 2026. Saldo policy.",
      "2026-11-20T10:00",
      { optOuts: [{ channel: "whatsapp", at: at("2026-11-10T10:00"), confirmedAt: null }] },
      {},
    ],
    [
      "Allowed now, until 19:00. 19 rules passed. Ley 2300 de 2023, art. 2, art. 3, art. 4; Ley 2578 de 2026; Ley 51 de 1983.",
      "2026-11-20T10:00",
      {},
      {},
    ],
    [
      "You may reply now. An answer to the debtor is allowed at any hour. 19 rules passed. Ley 2300 de 2023, art. 2, art. 3, art. 4; Ley 2578 de 2026; Ley 51 de 1983.",
      "2026-11-22T22:00",
      { lastInbound: { whatsapp: at("2026-11-22T21:00") } },
      { purpose: "reply" },
    ],
  ])("%s", (text, now, known, contact) => {
    expect(say(now, "en", known, contact)).toBe(text);
  });
});

it("the 9 July of 2026 is told with the law that made it, and as the less certain", () => {
  const told = explain(decideCo(at("2026-07-13T10:00")), "es", BOGOTA);
  expect(told.text).toBe(
    "Hoy no se puede enviar otro mensaje de cobro. Se abre el martes 14 de julio a las 07:00. El 13 de julio de 2026 es festivo: 9 de julio. Ley 2300 de 2023, art. 3; Ley 2578 de 2026.",
  );
  expect(told.rule).toMatchObject({ ruleId: "holiday_9_july", class: "law", certainty: "C" });
});

it.each<[Locale, string]>([
  ["en", "Permitted hours are 07:00–19:00, and it is 20:30 in Noronha."],
  ["es", "El horario permitido es 07:00–19:00, y en Noronha son las 20:30."],
  ["pt-BR", "O horário permitido é 07:00–19:00, e em Noronha são 20:30."],
])("the clock of another plausible zone is told with its place: %s", (locale, why) => {
  const decision = decideCo(at("2026-11-20T17:30"), { zones: [BOGOTA, "America/Noronha"] });
  expect(explain(decision, locale, BOGOTA).why).toBe(why);
});

it.each<[Locale, string]>([
  ["es", "El horario permitido es 07:00–19:00, y allí es la 01:15."],
  ["pt-BR", "O horário permitido é 07:00–19:00, e lá é 01:15."],
])("one o'clock is singular: %s", (locale, why) => {
  expect(explain(decideCo(at("2026-11-20T01:15")), locale, BOGOTA).why).toBe(why);
});

it.each<[Locale, string]>([
  ["en", "No reply is allowed."],
  ["es", "No se puede responder."],
  ["pt-BR", "Não é possível responder."],
])("a refused answer is told as an answer: %s", (locale, what) => {
  const stopped = at("2026-11-20T10:00");
  const known = {
    optOuts: [{ channel: "whatsapp" as const, at: stopped, confirmedAt: stopped + 5_000 }],
    lastInbound: { whatsapp: stopped },
  };
  const decision = decideCo(at("2026-11-20T10:01"), known, { purpose: "reply", confirmsOptOut: true });
  expect(explain(decision, locale, BOGOTA).what).toBe(what);
});

it("in Spanish", () => {
  expect(say("2026-11-25T15:42", "es", contactedToday)).toBe(
    "Hoy no se puede enviar otro mensaje de cobro. Se abre el jueves 26 de noviembre a las 07:00. Ya hubo un contacto hoy, a las 09:12. Ley 2300 de 2023, art. 3.",
  );
});

it("in Portuguese", () => {
  expect(say("2026-11-25T15:42", "pt-BR", contactedToday)).toBe(
    "Hoje não é possível enviar outra cobrança. Abre na quinta, 26 de novembro, às 07:00. Já houve um contato hoje, às 09:12. Ley 2300 de 2023, art. 3.",
  );
});

it.each<[Locale, string, string]>([
  ["en", "Allowed, until 19:00.", "No new collection message until Mon 23 Nov, 07:00."],
  ["es", "Se puede, hasta las 19:00.", "Ese día no se puede enviar otro mensaje de cobro. Se abre el lunes 23 de noviembre a las 07:00."],
  ["pt-BR", "Permitido, até as 19:00.", "Nesse dia não é possível enviar outra cobrança. Abre na segunda, 23 de novembro, às 07:00."],
])("of a day still to come it says neither now nor today, in %s", (locale, allowed, closed) => {
  expect(explain(decideCo(at("2026-11-20T10:00")), locale, BOGOTA, "then").what).toBe(allowed);
  expect(explain(decideCo(at("2026-11-22T10:00")), locale, BOGOTA, "then").what).toBe(closed);
});

it("promises no Monday where no day is known to open after a Sunday", () => {
  const inAmazonas = { accountPackIds: ["BR-CDC"], residences: [{ country: "BR", subdivision: "AM" }] };
  // As long as nobody had read when the law of Amazonas opens the day.
  const packs = packsOfRecord(["SALDO@2026-11-22", "BR-CDC@2026-11-22"]);
  const decision = decide(intent(), facts(inAmazonas), packs, at("2026-11-22T10:00"));
  const text = (locale: Locale) => explain(decision, locale, BOGOTA).text;
  expect(text("en")).toBe(
    "No new collection message is allowed. No contacts on Sundays. No permitted hours are known on the days after it either. Lei AM 306/2016.",
  );
  expect(text("es")).toContain("No se contacta los domingos. Tampoco se conoce un horario permitido en los días siguientes.");
  expect(text("pt-BR")).toContain("Também não se conhece um horário permitido nos dias seguintes.");
});

it("never calls policy law", () => {
  const tightening = {
    version: "1",
    rules: [{ id: "stocktaking", kind: "blocked_dates" as const, dates: [{ date: "2026-11-20", name: "Inventario" }] }],
  };
  expect(say("2026-11-20T10:00", "en", { tightening })).toBe(
    "No new collection message until Sat 21 Nov, 08:00. The account keeps 20 Nov 2026 closed: Inventario. Account policy.",
  );
  const unasked = { consents: { ...facts().consents, whatsapp: { status: "unknown" as const, source: "", on: null } } };
  expect(explain(decideCo(at("2026-11-20T10:00"), unasked), "en", BOGOTA).rule).toMatchObject({
    class: "law",
    ruleId: "authorised_channel",
  });
});

it.each<Locale>(["en", "es", "pt-BR"])("has a whole sentence for every rule in %s, passed or not", (locale) => {
  const situations = [
    decideCo(at("2026-11-20T10:00")),
    decideCo(at("2026-11-22T10:00"), {
      ...contactedToday,
      contactPoints: onEvery("ambiguous"),
      consents: {},
      zones: ["?"],
      debts: [],
      residences: [],
      accountPackIds: ["X"],
    }),
    decideCo(
      at("2026-11-25T23:00"),
      { ...contactedToday, debtor: { deceased: true }, optOuts: [{ channel: "all", at: 0, confirmedAt: null }] },
      { channel: "call" },
    ),
    decideCo(Number.NaN),
  ];
  for (const decision of situations) {
    for (const rule of decision.rules) {
      expect(explainRule(rule, decision, locale, BOGOTA)).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(explainRule(rule, decision, locale, BOGOTA)).not.toMatch(/null|undefined|NaN/);
    }
    expect(explain(decision, locale, "not a zone").text).not.toMatch(/null|undefined|NaN/);
  }
});
