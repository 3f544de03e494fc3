import { expect, it } from "@jest/globals";
import { at, attempt, closedRules, decideCo } from "./given.js";

const exception = (packId: string, ruleId: string) => ({
  id: "exception-1",
  packId,
  ruleId,
  from: at("2026-11-01T00:00"),
  until: at("2026-12-01T00:00"),
});
const sunday = at("2026-11-22T10:00");

it("the hours of the law stay", () => {
  expect(decideCo(sunday, { exceptions: [exception("CO-2300", "hours")] }).verdict).toBe("not_before");
});

it.each([
  ["opt_out", { optOuts: [{ channel: "whatsapp" as const, at: at("2026-11-10T10:00"), confirmedAt: null }] }],
  ["hold", { holds: [{ id: "h", debtId: null, kind: "dispute", from: 0, until: null }] }],
  ["zone_known", { zones: ["Mars/Olympus"] }],
])("the house's own %s stays: it is ended where it began", (ruleId, trouble) => {
  expect(decideCo(at("2026-11-20T10:00"), { ...trouble, exceptions: [exception("SALDO", ruleId)] }).verdict).toBe("deny");
});

it("the account's own tightening can be lifted, while the exception lasts", () => {
  const tightening = {
    version: "1",
    rules: [{ id: "inventory", kind: "blocked_dates" as const, dates: [{ date: "2026-11-20", name: "Inventario" }] }],
  };
  expect(closedRules(decideCo(at("2026-11-20T10:00"), { tightening }))).toEqual(["ACCOUNT/inventory"]);
  const lifted = decideCo(at("2026-11-20T10:00"), { tightening, exceptions: [exception("ACCOUNT", "inventory")] });
  expect(lifted.verdict).toBe("allow");
  expect(lifted.rules.find(({ ruleId }) => ruleId === "inventory")?.facts.liftedBy).toBe("exception-1");
});

it("the strict reading can be lifted: then only contacts that reached the debtor count", () => {
  const exceptions = [exception("CO-2300", "strict_counting")];
  const afternoon = at("2026-11-25T15:00");
  const reached = (value: boolean | null) => ({ exceptions, attempts: [attempt(at("2026-11-25T09:12"), "whatsapp", { reached: value })] });
  expect(decideCo(afternoon, reached(false)).verdict).toBe("allow");
  expect(decideCo(afternoon, reached(true)).verdict).toBe("not_before");
  expect(decideCo(afternoon, reached(null)).verdict).toBe("not_before");
});

it("the strict reading comes back when the exception ends", () => {
  const exceptions = [{ ...exception("CO-2300", "strict_counting"), until: at("2026-11-25T12:00") }];
  const attempts = [attempt(at("2026-11-25T09:12"), "whatsapp", { reached: false })];
  expect(decideCo(at("2026-11-25T11:59"), { exceptions, attempts })).toMatchObject({ verdict: "allow", notAfter: at("2026-11-25T12:00") });
  expect(decideCo(at("2026-11-25T12:00"), { exceptions, attempts }).verdict).toBe("not_before");
});
