import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { routes } from "../../../server/contract/routes.js";

const MODULES = join("server", "modules");
/** What answers for the process itself, and what several modules speak of. */
const OF_NO_MODULE = new Set(["common", "system"]);

describe("the contract", () => {
  const modules = readdirSync(MODULES);
  const contracts = readdirSync(join("server", "contract")).flatMap((file) => /^(\w+)\.contract\.ts$/.exec(file)?.[1] ?? []);

  it("has one file a module, and at most one group of routes in each", () => {
    expect(contracts.filter((name) => !OF_NO_MODULE.has(name) && !modules.includes(name))).toEqual([]);
    expect(Object.keys(routes)).toEqual(contracts.filter(hasRoutes));
  });

  it.each(modules)("is answered by %s where it is its own", (module) => {
    const foreign = sourcesOf(join(MODULES, module)).flatMap((file) =>
      groupsIn(readFileSync(file, "utf8"))
        .filter((group) => group !== module)
        .map((group) => `${file} answers ${group}`),
    );
    expect(foreign).toEqual([]);
  });

  it("names no address twice", () => {
    const addresses = Object.values(routes).flatMap((group) => Object.values(group).map(({ method, path }) => `${method} ${path}`));
    expect(addresses).toHaveLength(new Set(addresses).size);
  });
});

/** Some only say what others speak of. */
function hasRoutes(name: string): boolean {
  return readFileSync(join("server", "contract", `${name}.contract.ts`), "utf8").includes(`export const ${name}Routes`);
}

function groupsIn(source: string): string[] {
  return [...source.matchAll(/\broutes\.(?!js\b)(\w+)|\b(\w+)Routes\b/g)].map(([, dotted, named]) => dotted ?? named ?? "");
}

function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}
