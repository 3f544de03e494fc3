import { describe, expect, it } from "@jest/globals";
import type { z } from "zod";
import { CadenceStepView } from "../../../server/contract/cadences.contract.js";
import type { Route } from "../../../server/contract/route.js";
import { routes } from "../../../server/contract/routes.js";
import { SegmentRuleView } from "../../../server/contract/segmentation.contract.js";
import { storedRule } from "../../../server/modules/segmentation/domain/stored-rule.js";
import { isRuleSized } from "../../../server/shared/rule-size.js";

const LEAF = { attribute: "stage", in: ["due"] };
const nested = (depth: number, wrap: (part: unknown) => unknown, leaf: unknown = LEAF) => {
  let rule = leaf;
  for (let level = 1; level < depth; level++) rule = wrap(rule);
  return rule;
};
const wide = (width: number, depth: number): unknown =>
  depth === 0 ? LEAF : { all: Array.from({ length: width }, () => wide(width, depth - 1)) };
const not = (part: unknown) => ({ not: part });

const TOO_LARGE: readonly (readonly [string, unknown])[] = [
  ["3,000 deep", nested(3_000, not)],
  ["3,000 deep in lists", nested(3_000, (part) => ({ any: [part] }))],
  ["a million deep", nested(1_000_000, not)],
  ["five levels", nested(5, not)],
  ["12 to the fifth conditions", wide(12, 5)],
  ["41 conditions", { all: [1, 2, 3, 4].map((group) => ({ any: Array.from({ length: group === 4 ? 8 : 11 }, () => LEAF) })) }],
  ["a crowd of empty groups", { all: Array.from({ length: 12 }, () => ({ all: Array.from({ length: 20 }, () => ({ all: [] })) })) }],
  ["a deep word", { attribute: "product", in: nested(3_000, (part) => [part]) }],
  ["a deep field nobody knows", { ...LEAF, more: nested(3_000, (part) => ({ part })) }],
  ["a hundred thousand words", { attribute: "product", in: Array.from({ length: 100_000 }, () => "x") }],
];
const LARGEST: readonly (readonly [string, unknown])[] = [
  ["a condition", LEAF],
  ["nobody", { not: { all: [] } }],
  ["four levels", nested(4, not)],
  ["forty conditions", { all: [1, 2, 3, 4].map(() => ({ any: Array.from({ length: 10 }, () => LEAF) })) }],
  [
    "forty turned conditions of a hundred words",
    fullOf({ not: { attribute: "product", in: Array.from({ length: 100 }, (_, word) => `P${word}`) } }),
  ],
];

function fullOf(part: unknown) {
  return { all: [1, 2, 3, 4].map(() => ({ any: Array.from({ length: 10 }, () => part) })) };
}

it.each(TOO_LARGE)("%s is refused for its size, by segments and cadences", (_, rule) => {
  const step = { id: "a", name: "a", offsetDays: 1, graceDays: 0, template: "t", condition: rule };
  for (const { error } of [SegmentRuleView.safeParse(rule), CadenceStepView.safeParse(step)]) {
    expect(error?.issues.map(({ message }) => message)).toEqual(["must have at most 4 levels and 40 conditions"]);
  }
});

it.each(LARGEST)("%s is taken", (_, rule) => {
  expect(SegmentRuleView.safeParse(rule).success).toBe(true);
  expect(storedRule(JSON.stringify(rule))).toEqual(rule);
});

it.each([
  ["3,000 deep", `${'{"not":'.repeat(3_000)}{}${"}".repeat(3_000)}`],
  ["a million deep", `${'{"not":'.repeat(1_000_000)}{}${"}".repeat(1_000_000)}`],
  ["five levels", JSON.stringify(nested(5, not))],
  ["12 to the fifth conditions", JSON.stringify(wide(12, 5))],
])("stored it is no rule: %s", (_, text) => {
  expect(storedRule(text)).toBeNull();
});

it("no more of a value is looked at than the limits need", () => {
  let looked = 0;
  const endless: unknown = new Proxy([] as unknown[], {
    get: (target, key, receiver) => {
      if (key === Symbol.iterator) return () => [endless, endless, endless][Symbol.iterator]();
      if (key === "length") return 3;
      looked++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  expect(isRuleSized(endless)).toBe(false);
  expect(looked).toBeLessThan(1_000);
});

describe("every schema that calls itself stands behind a measure", () => {
  type Def = { type: string; in?: z.ZodType; out?: z.ZodType; getter?: () => z.ZodType } & Readonly<Record<string, unknown>>;
  const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;
  const isSchema = (value: unknown): value is z.ZodType => typeof value === "object" && value !== null && "_zod" in value;

  /** Schemas that take what they like or call themselves, reachable without passing a measure (a pipe out of `any`). */
  function open(schema: z.ZodType, path: string, seen = new Set<z.ZodType>()): string[] {
    if (seen.has(schema)) return [];
    seen.add(schema);
    const def = defOf(schema);
    if (def.type === "lazy" || def.type === "unknown" || def.type === "any") return [`${path}: ${def.type}`];
    if (def.type === "pipe" && defOf(def.in!).type === "any") return isMeasure(def.in!) ? [] : [`${path}: any`];
    return Object.entries(def).flatMap(([key, part]) => partsIn(part).flatMap((found) => open(found, `${path}.${key}`, seen)));
  }

  function partsIn(part: unknown): z.ZodType[] {
    if (isSchema(part)) return [part];
    if (Array.isArray(part)) return part.flatMap(partsIn);
    return typeof part === "object" && part !== null && Object.getPrototypeOf(part) === Object.prototype
      ? Object.values(part).flatMap(partsIn)
      : [];
  }

  const isMeasure = (schema: z.ZodType) => !schema.safeParse(nested(200, not)).success;

  const bodies = Object.entries(routes).flatMap(([module, all]) =>
    Object.entries(all as Readonly<Record<string, Route>>).flatMap(([name, { body }]) =>
      body === undefined || body === "bytes" ? [] : [[`${module}.${name}`, body] as const],
    ),
  );

  it.each(bodies)("%s", (name, body) => {
    expect(open(body, name)).toEqual([]);
  });

  it("and the walk sees one that does not", () => {
    const rule = defOf(SegmentRuleView).out!;
    expect(open(rule, "planted")).toEqual(["planted: lazy"]);
  });
});
