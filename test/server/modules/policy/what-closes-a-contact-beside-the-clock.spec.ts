import { expect, it } from "@jest/globals";
import type { ContactIntent, PolicyFacts } from "../../../../server/modules/policy/rules.js";
import { at, closedRules, decideCo, facts, onEvery } from "./given.js";

const friday = at("2026-11-20T10:00");
const later = at("2026-11-24T17:00");
const hold = { id: "hold-1", debtId: null, kind: "dispute", from: at("2026-11-02T16:20"), until: null };

it.each<[string, Partial<PolicyFacts>, Partial<ContactIntent>, string, string[]]>([
  ["nothing at all", {}, {}, "allow", []],
  ["a hold on the debtor", { holds: [hold] }, {}, "deny", ["SALDO/hold"]],
  ["a hold on the debt", { holds: [{ ...hold, debtId: "debt-1" }] }, {}, "deny", ["SALDO/hold"]],
  ["a hold on another debt", { holds: [{ ...hold, debtId: "debt-2" }] }, {}, "allow", []],
  ["a hold that ended", { holds: [{ ...hold, until: friday }] }, {}, "allow", []],
  ["a hold that ends", { holds: [{ ...hold, until: later }] }, {}, "not_before", ["SALDO/hold"]],
  ["a paid debt", { debts: [{ id: "debt-1", status: "paid", balanceMinor: 0 }] }, {}, "deny", ["SALDO/debt_owed"]],
  ["an open debt with nothing on it", { debts: [{ id: "debt-1", status: "open", balanceMinor: 0 }] }, {}, "deny", ["SALDO/debt_owed"]],
  ["a debt not on file", {}, { debtIds: ["debt-1", "debt-9"] }, "deny", ["SALDO/debt_owed"]],
  ["no debt named", {}, { debtIds: [] }, "deny", ["SALDO/debt_owed"]],
  ["a dead debtor", { debtor: { deceased: true } }, {}, "deny", ["SALDO/debtor_fit"]],
  ["a child", { debtor: { minor: true } }, {}, "deny", ["SALDO/debtor_fit"]],
  ["an ambiguous number", { contactPoints: onEvery("ambiguous") }, {}, "deny", ["SALDO/right_party", "CO-2300/no_third_party"]],
  ["a reference's number", { contactPoints: onEvery("reference") }, {}, "deny", ["SALDO/right_party", "CO-2300/no_third_party"]],
  ["no contact point", { contactPoints: {} }, {}, "deny", ["SALDO/right_party", "CO-2300/no_third_party"]],
  ["a guarantor's number", { contactPoints: onEvery("guarantor") }, {}, "allow", []],
  ["a purpose nobody knows, as collection", { holds: [hold] }, { purpose: "marketing" as "service" }, "deny", ["SALDO/hold"]],
  [
    "a channel nobody knows",
    {},
    { channel: "fax" as "sms" },
    "deny",
    ["SALDO/right_party", "CO-2300/authorised_channel", "CO-2300/no_third_party"],
  ],
  ["a payment confirmation about a paid debt", { debts: [] }, { purpose: "service" }, "allow", []],
  ["a contact whose words are dropped", { unheard: { whatsapp: later } }, {}, "deny", ["SALDO/way_out"]],
  ["words dropped on another channel", { unheard: { sms: friday } }, {}, "allow", []],
  [
    "an answer to somebody whose words are dropped",
    { unheard: { whatsapp: friday }, lastInbound: { whatsapp: friday - 1 } },
    { purpose: "reply" },
    "deny",
    ["SALDO/way_out"],
  ],
  ["a payment confirmation under a hold", { holds: [hold] }, { purpose: "service" }, "allow", []],
])("%s", (_, known, contact, verdict, closed) => {
  const decision = decideCo(friday, known, contact);
  expect([decision.verdict, closedRules(decision)]).toEqual([verdict, closed]);
});

it("holds that overlap are one hold", () => {
  const holds = [
    { ...hold, id: "a", until: at("2026-11-23T10:00") },
    { ...hold, id: "b", from: at("2026-11-21T00:00"), until: later },
    { ...hold, id: "c", from: at("2026-11-22T00:00"), until: at("2026-11-22T12:00") },
  ];
  expect(decideCo(friday, { holds }).notBefore).toBe(later);
});

it("a hold that begins ends the permission before the day does", () => {
  expect(decideCo(friday, { holds: [{ ...hold, from: at("2026-11-20T12:00") }] })).toMatchObject({
    verdict: "allow",
    notAfter: at("2026-11-20T12:00"),
  });
});

it("what opens later than sixty days from now is denied for now", () => {
  expect(decideCo(friday, { holds: [{ ...hold, until: at("2027-03-01T00:00") }] }).verdict).toBe("deny");
});

it("an account may narrow the hours and cannot widen them", () => {
  const own = (week: object) => facts({ tightening: { version: "1", rules: [{ id: "own", kind: "hours", week }] } });
  const narrow = decideCo(at("2026-11-20T08:00"), own({ fri: [["09:00", "12:00"]] }));
  expect([narrow.notBefore, closedRules(narrow)]).toEqual([at("2026-11-20T09:00"), ["ACCOUNT/own"]]);
  const wide = decideCo(at("2026-11-20T20:00"), own(Object.fromEntries(["fri", "sat", "sun"].map((day) => [day, [["00:00", "24:00"]]]))));
  expect(closedRules(wide)).toEqual(["CO-2300/hours"]);
});
