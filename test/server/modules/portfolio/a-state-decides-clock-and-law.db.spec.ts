import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { PolicyFactsView } from "../../../../server/modules/policy/facts.view.js";
import { decide, PACKS } from "../../../../server/modules/policy/rules.js";
import { type Bench, openPortfolio } from "./support/portfolio-bench.js";

let bench: Bench;

beforeAll(async () => {
  bench = await openPortfolio();
});
afterAll(() => bench.close());

const HEADER = "external_id,name,phone,pais,estado,consent,consent_source,consent_date,reference,balance,currency,due_date";
const file = (...rows: readonly (readonly [id: string, phone: string, country: string, state: string])[]) =>
  [
    HEADER,
    ...rows.map(
      ([id, phone, country, state]) =>
        `${id},Ana Pérez,${phone},${country},${state},whatsapp,contrato,2026-01-15,F-${id},80,MXN,2026-11-01`,
    ),
  ].join("\n");
const SAO_PAULO = ["1", "+55 11 98765-4321", "BR", "São Paulo"] as const;
const RIO_BY_NUMBER = ["2", "+55 21 98765-4321", "BR", ""] as const;
const TIJUANA_BY_NUMBER = ["3", "+52 664 123 4567", "MX", ""] as const;
const CANCUN = ["4", "+52 664 123 4568", "MX", "Quintana Roo"] as const;
const NOBODY_KNOWS = ["5", "+57 300 123 4567", "MX", ""] as const;

const places = async () => {
  const rows = await bench.dump("debtor");
  return new Map(rows.map((row) => [row["external_id"], [row["subdivision"], row["subdivisions"], row["zones"]].join(" ")]));
};

it("by the address, else by the area code, else by every clock of the country", async () => {
  const all = file(SAO_PAULO, RIO_BY_NUMBER, TIJUANA_BY_NUMBER, CANCUN, NOBODY_KNOWS);
  expect(await bench.importText(all)).toMatchObject({ created: 5, rejected: 0 });
  expect(Object.fromEntries(await places())).toEqual({
    1: 'SP ["SP"] ["America/Sao_Paulo"]',
    2: ' ["RJ"] ["America/Sao_Paulo"]',
    3: ' ["BCN"] ["America/Tijuana"]',
    4: 'ROO ["ROO"] ["America/Cancun"]',
    5: expect.stringMatching(/^ \[\] \["America\/Cancun",.*"America\/Tijuana"\]$/),
  });
  expect(await bench.importText(all)).toMatchObject({ updated: 0, unchanged: 5 });
});

it("and the policy judges by it", async () => {
  const saturday = Date.parse("2026-11-21T13:00:00Z");
  const rows = await bench.dump("debtor");
  const facts = await new PolicyFactsView(bench.db).load(
    bench.accountId,
    rows.map((row) => Number(row["id"])),
    saturday,
  );
  const verdicts = rows.map((row) => {
    const known = facts.get(Number(row["id"]))!;
    const debtIds = known.debts.map(({ id }) => id);
    const decision = decide({ channel: "whatsapp", purpose: "collection", origin: "cadence", debtIds }, known, PACKS, saturday);
    return [
      row["external_id"],
      decision.verdict,
      ...decision.rules.filter(({ verdict }) => verdict !== "pass").map(({ ruleId }) => ruleId),
    ];
  });
  // Ten in the morning in São Paulo, eight in Cancún, five in Tijuana.
  expect(verdicts.map((verdict) => [...new Set(verdict)].join(" "))).toEqual([
    "1 allow",
    "2 not_before hours_rj",
    "3 not_before hours",
    "4 allow",
    "5 not_before hours",
  ]);
});

it("follows a state that becomes known and a number that changes", async () => {
  const records = bench.entries.length;
  const moved = file([...RIO_BY_NUMBER.slice(0, 3), "UF-nenhuma"] as never, [...TIJUANA_BY_NUMBER.slice(0, 3), "Sonora"] as never);
  expect(await bench.importText(moved)).toMatchObject({ updated: 1, rejected: 1 });
  expect(await bench.importText(file(["2", "+55 31 98765-4321", "BR", ""]))).toMatchObject({ updated: 1 });
  expect(Object.fromEntries(await places())).toMatchObject({ 2: ' ["MG"] ["America/Sao_Paulo"]', 3: 'SON ["SON"] ["America/Hermosillo"]' });
  const changed = bench.entries.slice(records).filter(({ type }) => type === "debtor.changed");
  expect(changed.map(({ payload }) => payload["fields"])).toEqual([["subdivision", "subdivisions"], ["subdivisions"]]);
});

it("a column of that name in a country without states is nobody's business", async () => {
  const row = `9,Ana Pérez,3001234567,CO,VIGENTE,whatsapp,contrato,2026-01-15,F-9,80,COP,2026-11-01`;
  expect(await bench.importText(`${HEADER}\n${row}`)).toMatchObject({ created: 1, rejected: 0 });
});
