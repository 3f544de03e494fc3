import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { ConsentGapView } from "../../../../server/modules/portfolio/consent-gap.view.js";
import { DebtorsView } from "../../../../server/modules/portfolio/debtors.view.js";
import { type Bench, debtsCsv, openPortfolio } from "../portfolio/support/portfolio-bench.js";

let bench: Bench;

beforeEach(async () => {
  bench = await openPortfolio();
});
afterEach(() => bench.close());

const silent = { consent: "", consent_source: "", consent_date: "" };
const rows = [
  {},
  { external_id: "C-2", name: "Luz Ospina", phone: "3001234568", reference: "F-2", ...silent },
  { external_id: "C-3", name: "Rui Lima", phone: "", reference: "F-3", ...silent },
  { external_id: "C-4", name: "Eva Mora", phone: "3001234569", reference: "F-4", balance: "0.00", ...silent },
];

it("counts those who owe, have a number and never said yes, apart from those without a number", async () => {
  await bench.importText(debtsCsv(...rows));
  const gap = bench.app.get(ConsentGapView);
  expect(await gap.of(bench.accountId)).toEqual({ owing: 3, withoutConsent: 1, withoutNumber: 1 });
  expect(await gap.of(bench.otherAccountId)).toEqual({ owing: 0, withoutConsent: 0, withoutNumber: 0 });
});

it("does not call somebody reminded who has no number of their own, or has not allowed it", async () => {
  const shared = { phone: "3009990000" };
  await bench.importText(
    debtsCsv(...rows, { external_id: "C-5", reference: "F-5", ...shared }, { external_id: "C-6", reference: "F-6", ...shared }),
  );
  const inState = async (state: "chased" | "unreachable" | "settled") =>
    (await bench.app.get(DebtorsView).list(bench.accountId, { limit: 50, state })).items.map(({ externalId }) => externalId).toSorted();
  expect(await inState("chased")).toEqual(["C-1"]);
  expect(await inState("unreachable")).toEqual(["C-2", "C-3", "C-5", "C-6"]);
  expect(await inState("settled")).toEqual(["C-4"]);
});

it("lists them, and no longer once a file brings the consent", async () => {
  await bench.importText(debtsCsv(...rows));
  const listed = async () =>
    (await bench.app.get(DebtorsView).list(bench.accountId, { limit: 50, consent: "missing" })).items.map(({ externalId }) => externalId);
  expect(await listed()).toEqual(["C-2"]);
  await bench.importText(debtsCsv({ external_id: "C-2", name: "Luz Ospina", phone: "3001234568", reference: "F-2" }));
  expect(await listed()).toEqual([]);
  expect(await bench.app.get(ConsentGapView).of(bench.accountId)).toMatchObject({ withoutConsent: 0 });
});
