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
const BRAZIL = ["2", "+55 11 98765-4322", "BR", ""] as const;
const MEXICO = ["3", "+52 55 1234 5678", "MX", ""] as const;
const CANCUN = ["4", "+52 998 123 4568", "MX", "Quintana Roo"] as const;
const CANCUN_WITH_TIJUANA = ["5", "+52 664 123 4567", "MX", "Quintana Roo"] as const;
const MEXICO_WITH_BOGOTA = ["6", "+57 300 123 4567", "MX", ""] as const;
const NO_COUNTRY = ["7", "+52 664 123 4569", "", ""] as const;

const places = async () => {
  const rows = await bench.dump("debtor");
  return new Map(rows.map((row) => [row["external_id"], [row["country"], row["subdivision"], row["zones"]].join(" ")]));
};

async function judge(at: string) {
  const now = Date.parse(at);
  const rows = await bench.dump("debtor");
  const ids = rows.map((row) => Number(row["id"]));
  const facts = await new PolicyFactsView(bench.db).load(bench.accountId, ids, now);
  return rows.map((row) => {
    const known = facts.get(Number(row["id"]))!;
    const debtIds = known.debts.map(({ id }) => id);
    const decision = decide({ channel: "whatsapp", purpose: "collection", origin: "cadence", debtIds }, known, PACKS, now);
    const closed = decision.rules.filter(({ verdict }) => verdict !== "pass").map(({ packId, ruleId }) => `${packId}/${ruleId}`);
    return [...new Set([row["external_id"], decision.verdict, ...closed])].join(" ");
  });
}

it("the clocks are those of the address, or all of the country", async () => {
  const all = file(SAO_PAULO, BRAZIL, MEXICO, CANCUN, CANCUN_WITH_TIJUANA, MEXICO_WITH_BOGOTA, NO_COUNTRY);
  expect(await bench.importText(all)).toMatchObject({ created: 7, rejected: 0 });
  const country = /^(MX|BR)  \["America\/(Mexico_City|Sao_Paulo)",.*"America\/(Tijuana|Rio_Branco)"\]$/;
  expect(Object.fromEntries(await places())).toEqual({
    1: 'BR SP ["America/Sao_Paulo"]',
    2: expect.stringMatching(country),
    3: expect.stringMatching(country),
    4: 'MX ROO ["America/Cancun"]',
    5: 'MX ROO ["America/Cancun"]',
    6: expect.stringMatching(country),
    7: expect.stringMatching(country),
  });
  expect(await bench.importText(all)).toMatchObject({ updated: 0, unchanged: 7 });
});

it("the policy judges by them and by what the number adds", async () => {
  // A Saturday: ten in the morning in São Paulo, eight in Cancún and Bogotá, seven in Mexico City, five in Tijuana.
  expect(await judge("2026-11-21T13:00:00Z")).toEqual([
    "1 allow",
    "2 not_before BR-CDC/hours_rj BR-CDC/hours_es BR-CDC/hours_am",
    "3 not_before MX-CONDUSEF/hours",
    "4 allow",
    "5 not_before MX-CONDUSEF/hours",
    "6 not_before CO-2300/hours MX-CONDUSEF/hours",
    "7 not_before MX-CONDUSEF/hours",
  ]);
  // A Sunday noon, open in all of Mexico and closed in Colombia.
  expect((await judge("2026-11-22T18:00:00Z")).slice(2)).toEqual([
    "3 allow",
    "4 allow",
    "5 allow",
    "6 not_before CO-2300/hours",
    "7 allow",
  ]);
  // A working day's noon is open everywhere.
  expect(new Set((await judge("2026-11-19T17:00:00Z")).map((line) => line.slice(2)))).toEqual(new Set(["allow"]));
});

it("follows a state that becomes known and a number that changes, and a number takes no country away", async () => {
  const records = bench.entries.length;
  const moved = file([...BRAZIL.slice(0, 3), "UF-nenhuma"] as never, [...MEXICO.slice(0, 3), "Sonora"] as never);
  expect(await bench.importText(moved)).toMatchObject({ updated: 1, rejected: 0 });
  expect(await bench.importText(file(["4", "+57 300 123 4599", "", ""]))).toMatchObject({ updated: 1 });
  expect(Object.fromEntries(await places())).toMatchObject({ 3: 'MX SON ["America/Hermosillo"]', 4: 'MX ROO ["America/Cancun"]' });
  expect((await judge("2026-11-22T18:00:00Z"))[3]).toBe("4 not_before CO-2300/hours");
  const changed = bench.entries.slice(records).filter(({ type }) => type === "debtor.changed");
  expect(changed.map(({ payload }) => payload["fields"])).toEqual([["subdivision"], []]);
});

it("a column of that name in a country without states is nobody's business", async () => {
  const row = `9,Ana Pérez,3001234567,CO,VIGENTE,whatsapp,contrato,2026-01-15,F-9,80,COP,2026-11-01`;
  expect(await bench.importText(`${HEADER}\n${row}`)).toMatchObject({ created: 1, rejected: 0 });
});
