import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { SegmentRuleView as RuleSchema } from "../../../../server/contract/segmentation.contract.js";
import { entities } from "../../../../server/entities.js";
import { DebtorConductView } from "../../../../server/modules/negotiation/debtor-conduct.view.js";
import { PromisesReader } from "../../../../server/modules/negotiation/index.js";
import { compileRule } from "../../../../server/modules/segmentation/index.js";
import { meetsRule, type SegmentRule } from "../../../../server/modules/segmentation/rules.js";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../server/platform/database/database.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { STAGES } from "../../../../server/shared/stage.js";
import { createTestDatabase, testDialect } from "../../../support/database.js";
import { DAY, PRODUCTS, type StoredDebt, storeRandomPortfolio, ZONE } from "./support/random-portfolio.js";

let db: Database;
let conduct: DebtorConductView;
let debts: StoredDebt[];
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.config, entities);
  await orm.schema.create();
  db = new Database(orm, new SteppedClock(0), new SeededRandom(1), testDialect());
  conduct = new DebtorConductView(db, new PromisesReader(db));
  debts = await storeRandomPortfolio(db, 20_261_120);
  close = async () => {
    await orm.close(true);
    await database.drop();
  };
});
afterAll(() => close());

const edge = fc.constantFrom(-400, -31, -30, -1, 0, 1, 2, 7, 28, 29, 30, 31, 89, 90, 91, 365, 400);
const few = fc.constantFrom(0, 1, 2, 3);
const minor = fc.constantFrom(0, 1, 999, 1000, 1001, 2000, 50_000, 51_000);
const some = <T>(list: readonly T[]) => fc.uniqueArray(fc.constantFrom(...list), { minLength: 1 });
const ranged = <T extends string>(attributes: readonly T[], end: fc.Arbitrary<number>) =>
  fc.tuple(fc.constantFrom(...attributes), end, end, fc.constantFrom("min", "max", "both")).map(([attribute, one, other, ends]) => ({
    attribute,
    ...(ends === "max" ? {} : { min: Math.min(one, other) }),
    ...(ends === "min" ? {} : { max: Math.max(one, other) }),
  }));
const money = fc
  .tuple(ranged(["balance", "owed", "instalment"] as const, minor), fc.constantFrom("COP", "MXN", "BRL"))
  .map(([range, currency]) => ({ ...range, currency }));
const condition: fc.Arbitrary<SegmentRule> = fc.oneof(
  some(STAGES).map((stages) => ({ attribute: "stage" as const, in: stages })),
  some(["COP", "MXN", "BRL"]).map((words) => ({ attribute: "currency" as const, in: words })),
  some([...PRODUCTS, "Otro"]).map((words) => ({ attribute: "product" as const, in: words })),
  some(["CO", "MX", "BR"]).map((words) => ({ attribute: "country" as const, in: words })),
  some(["person", "company"]).map((words) => ({ attribute: "customer_type" as const, in: words })),
  some(["employed", "student", "retired"]).map((words) => ({ attribute: "employment" as const, in: words })),
  ranged(["days_past_due", "credit_age_days", "reply_age_days"] as const, edge),
  ranged(["replies_30d", "payments_90d", "promises_kept", "promises_broken"] as const, few),
  money,
);
const { rule } = fc.letrec<{ rule: SegmentRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthIdentifier: "rule" },
    condition,
    fc.array(tie("rule"), { maxLength: 3, depthIdentifier: "rule" }).map((all) => ({ all })),
    fc.array(tie("rule"), { minLength: 1, maxLength: 3, depthIdentifier: "rule" }).map((any) => ({ any })),
    tie("rule").map((not) => ({ not })),
  ),
}));

async function inSql(of: SegmentRule): Promise<number[]> {
  // Whatever a statement calls its rows: what names no debtor must do without.
  const { sql, params, readsDebtor } = compileRule(of, { day: DAY, zone: ZONE }, conduct, { debt: "owing", debtor: "whose" });
  const joined = readsDebtor ? "join debtor whose on whose.account_id = owing.account_id and whose.id = owing.debtor_id" : "";
  const rows = await db.rows<{ id: number }>(
    `select owing.id from debt owing ${joined} where owing.account_id = ? and ${sql} order by owing.id`,
    [7, ...params],
  );
  return rows.map(({ id }) => id);
}

const inMemory = (of: SegmentRule) => debts.filter(({ facts }) => meetsRule(of, facts, DAY)).map(({ id }) => id);

it("for any rule and any past of a debtor", async () => {
  await fc.assert(
    fc.asyncProperty(rule, async (of) => {
      expect(await inSql(of)).toEqual(inMemory(of));
    }),
    { numRuns: 300, seed: 20_261_120 },
  );
});

it("and the interface takes every such rule as it is", () => {
  fc.assert(fc.property(condition, (of) => expect(RuleSchema.parse(of)).toEqual(of)));
});

it("a condition about what is not known is not met, so its opposite is", async () => {
  const students: SegmentRule = { attribute: "employment", in: ["student"] };
  const [yes, no] = [await inSql(students), await inSql({ not: students })];
  expect(yes.length).toBeGreaterThan(0);
  expect([...yes, ...no].toSorted((a, b) => a - b)).toEqual(debts.map(({ id }) => id));
});
