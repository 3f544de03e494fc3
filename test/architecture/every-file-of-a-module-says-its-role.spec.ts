import { expect, it } from "@jest/globals";
import { sourcesUnder } from "../../server/commands/house/sources.js";

/** What a file of a module may be; a new role is a decision. */
const ROLES = new Set(
  "module controller jobs lane service store reader view plan entity tables events words port adapter settings".split(" "),
);
/** Pure rules have no role but to be right. The journal's format is pure too, and made for those who verify it without Saldo: it may hash. */
const WITHOUT = [/\/domain\//, /\/modules\/journal\/(chain|export)\//, /\/modules\/[^/]+\/(index|rules)\.ts$/];

const roleless = (path: string) => !WITHOUT.some((place) => place.test(path)) && !ROLES.has(path.split("/").at(-1)!.split(".")[1] ?? "");

it("by a suffix of a closed list, outside its pure rules", () => {
  expect(
    sourcesUnder(process.cwd(), "server/modules")
      .map(({ path }) => path)
      .filter(roleless),
  ).toEqual([]);
});

it("notices one that says none, or makes one up", () => {
  const planted = ["outbox/claim.ts", "outbox/claim.manager.ts", "outbox/claim.service.ts", "outbox/domain/claim.ts", "journal/rules.ts"];
  expect(planted.map((path) => `server/modules/${path}`).filter(roleless)).toEqual([
    "server/modules/outbox/claim.ts",
    "server/modules/outbox/claim.manager.ts",
  ]);
});
