import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { PlantedProject } from "./planted-project.js";

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

/** Rule, importing file, what it imports. */
const VIOLATIONS: readonly (readonly [rule: string, from: string, specifier: string])[] = [
  ["domain-is-pure", "server/modules/cadences/domain/a.ts", "node:crypto"],
  ["domain-is-pure", "server/modules/cadences/domain/b.ts", "zod"],
  ["domain-is-pure", "server/modules/cadences/domain/c.ts", "../../../platform/clock/clock.js"],
  ["domain-is-pure", "server/modules/cadences/domain/d.ts", "../../policy/index.js"],
  ["rules-door-is-pure", "server/modules/cadences/rules.ts", "./cadences.store.js"],
  ["shared-is-pure", "server/shared/a.ts", "node:crypto"],
  ["contract-is-pure", "server/contract/a.ts", "../platform/clock/clock.js"],
  ["one-door", "server/modules/cadences/a.service.ts", "../policy/policy.store.js"],
  ["one-door", "server/modules/cadences/b.service.ts", "../policy/domain/decide.js"],
  ["outside-uses-the-doors-too", "server/commands/a.ts", "../modules/policy/policy.store.js"],
  ["no-own-door", "server/modules/policy/a.service.ts", "./index.js"],
  ["platform-knows-no-module", "server/platform/http/a.ts", "../../modules/policy/index.js"],
  ["no-circular", "server/modules/outbox/left.ts", "./right.js"],
  ["orm-at-the-edge", "server/modules/cadences/c.service.ts", "@mikro-orm/core"],
  ["queue-at-the-edge", "server/modules/cadences/d.service.ts", "bull"],
  ["host-at-the-edge", "server/modules/cadences/e.service.ts", "../host/chatwoot/adapter.js"],
  ["ui-sees-contract-only", "admin-ui/src/a.ts", "../../server/platform/clock/clock.js"],
  ["ui-sees-contract-only", "admin-ui/src/b.ts", "@contract/../platform/clock/clock.js"],
  ["no-way-back", "server/commands/b.ts", "../../test/support/helper.js"],
  ["migrations-run-in-one-place", "server/commands/c.ts", "../../migrations/sqlite/index.js"],
  ["migrations-are-frozen", "migrations/sqlite/a.ts", "../../server/shared/money.js"],
  ["sandbox-for-demo-and-tests", "server/commands/d.ts", "../sandbox/world.js"],
  ["sandbox-stands-alone", "server/sandbox/a.ts", "../modules/policy/index.js"],
  ["production-never-loads-the-sandbox", "server/main.ts", "./commands/d.js"],
  ["stepped-time-and-seeded-chance-for-demo-and-tests", "server/commands/e.ts", "../platform/clock/stepped-clock.js"],
  ["no-dev-dependencies", "server/platform/a.ts", "axe-core"],
  ["no-dev-dependencies", "server/platform/b.ts", "mysql2"],
  ["not-to-unresolvable", "server/platform/c.ts", "./nowhere.js"],
];

/** The lawful ways through the same walls. */
const LAWFUL: readonly (readonly [from: string, specifier: string])[] = [
  ["server/modules/cadences/domain/lawful.ts", "../../policy/rules.js"],
  ["server/modules/cadences/cadences.module.ts", "../policy/index.js"],
  ["server/modules/cadences/cadences.store.ts", "@mikro-orm/core"],
  ["server/platform/queue/lawful.ts", "bull"],
  ["server/modules/host/host.module.ts", "./chatwoot/adapter.js"],
  ["server/platform/database/lawful.ts", "../../../migrations/sqlite/index.js"],
  ["server/commands/demo.ts", "../sandbox/world.js"],
  ["server/demo/lawful.ts", "../platform/clock/stepped-clock.js"],
  ["server/contract/lawful.ts", "zod"],
  ["admin-ui/src/lawful.ts", "../../server/contract/lawful.js"],
  ["admin-ui/src/alias.ts", "@contract/lawful.js"],
  ["test/lawful.ts", "../server/sandbox/world.js"],
];

const TARGETS = {
  "server/modules/policy/index.ts": "export const door = 1;",
  "server/modules/policy/rules.ts": 'export * from "./domain/decide.js";',
  "server/modules/policy/policy.store.ts": "export const door = 1;",
  "server/modules/policy/domain/decide.ts": "export const door = 1;",
  "server/modules/host/chatwoot/adapter.ts": "export const door = 1;",
  "server/modules/outbox/right.ts": 'export * from "./left.js";',
  "server/platform/clock/clock.ts": "export const door = 1;",
  "server/platform/clock/stepped-clock.ts": "export const door = 1;",
  "server/shared/money.ts": "export const door = 1;",
  "server/shared/lonely.ts": "export const alone = 1;",
  "server/sandbox/world.ts": "export const door = 1;",
  "migrations/sqlite/index.ts": "export const door = 1;",
  "test/support/helper.ts": "export const door = 1;",
};

describe("the import rules", () => {
  let violations: readonly Violation[];
  let project: PlantedProject;

  beforeAll(() => {
    const importing = [...VIOLATIONS.map(([, from, specifier]) => [from, specifier] as const), ...LAWFUL];
    const sources = importing.map(([from, specifier]) => [from, `export * from "${specifier}";`] as const);
    project = new PlantedProject({ ...TARGETS, ...Object.fromEntries(sources) });
    const tree = ["server", "migrations", "admin-ui", "test"];
    const report = JSON.parse(project.run("depcruise", ["--config", ".dependency-cruiser.mjs", "--output-type", "json", ...tree])) as {
      summary: { violations: readonly Violation[] };
    };
    ({ violations } = report.summary);
  });
  afterAll(() => project.remove());

  it.each(VIOLATIONS)("%s refuses %s → %s", (rule, from) => {
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule.name)).toContain(rule);
  });

  it("no-orphans refuses a file nobody uses", () => {
    expect(violations).toContainEqual(
      expect.objectContaining({ rule: expect.objectContaining({ name: "no-orphans" }), from: "server/shared/lonely.ts" }),
    );
  });

  it.each(LAWFUL)("let %s import %s", (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });
});
