import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { EDGES } from "../../../../../server/modules/kpis/metrics/domain/edge.js";
import { MEASURES } from "../../../../../server/modules/kpis/metrics/domain/measure.js";
import {
  FAMILIES,
  metric,
  type Metric,
  measuresOf,
  OBJECTIVE_PARTS,
  OBJECTIVE_SOURCES,
  PENDINGS,
} from "../../../../../server/modules/kpis/metrics/domain/metric.js";
import { metricOf, METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { MODULES, Words } from "../../../../../server/platform/words/words.js";
import { computedExample } from "./support/example.js";

const DOMAIN = "server/modules/kpis/metrics/domain";
const FIELD_NUMBERS =
  "M1 M1c M2a M2b M2c M2d M3 M3n M3s M4a M4b M5a M5b M5c M5d M6a M6b M6c M6d M7 M8 M9a M9b M9c M10 M11 M12 M13 M14 M15 M16 M17 M18 M19 M20 M21 M22";

/** What files of definitions export, as `FAMILY/NAME`. */
const exported = (files: readonly { readonly family: string; readonly text: string }[]) =>
  files.flatMap(({ family, text }) => [...text.matchAll(/^export const (\w+) =/gm)].map(([, name]) => `${family}/${name}`));
const files = globSync(`${DOMAIN}/definitions/*/*.ts`).map((path) => ({
  family: path.split("/").at(-2)!,
  text: readFileSync(path, "utf8"),
}));
const registry = readFileSync(`${DOMAIN}/registry.ts`, "utf8");
const listed = () => {
  const names = /METRICS: readonly Metric\[\] = \[([\s\S]*?)\]/.exec(registry)![1]!.match(/\w+/g)!;
  return names.map((name) => `${familyOf(name)}/${name}`);
};
const familyOf = (name: string) =>
  [...registry.matchAll(/import \{([^}]*)\} from "\.\/definitions\/(\w+)\//g)].find(([, names = ""]) =>
    names.match(/\w+/g)!.includes(name),
  )?.[2];

describe("the registry", () => {
  it("lists what the folder holds, each once", () => {
    expect(listed().toSorted()).toEqual(exported(files).toSorted());
    expect(METRICS).toHaveLength(exported(files).length);
  });

  it("would name a file that nobody listed", () => {
    const planted = { family: "money", text: "export const PRETEND = metric({});" };
    expect(exported([...files, planted]).filter((name) => !listed().includes(name))).toEqual(["money/PRETEND"]);
  });

  it("has stable names, each once, and every number of the field", () => {
    expect(METRICS.map(({ id }) => id).filter((id) => !/^[a-z]+(?:[.-][a-z0-9]+)+$/.test(id))).toEqual([]);
    expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
    expect(FIELD_NUMBERS.split(" ").filter((number) => !METRICS.some((entry) => entry.number === number))).toEqual([]);
    expect(metricOf("recovery.period")?.number).toBe("M1");
    expect(metricOf("recovery.nothing")).toBeUndefined();
  });

  it("keeps each file in the folder of its family, and readings of one thing in one family", () => {
    for (const { figure, family } of METRICS)
      expect(METRICS.filter((other) => other.figure === figure).map((other) => other.family)).toEqual(expect.arrayContaining([family]));
    for (const readings of Map.groupBy(METRICS, ({ figure }) => figure).values())
      expect(new Set(readings.map(({ family }) => family)).size).toBe(1);
    expect(new Set(files.map(({ family }) => family))).toEqual(new Set(FAMILIES));
  });

  it("uses every measure, edge, reason, source and part that is declared", () => {
    const used = (all: readonly string[], some: readonly (string | null | undefined)[]) => all.filter((name) => !some.includes(name));
    expect(
      used(
        Object.keys(EDGES),
        METRICS.flatMap(({ edges }) => edges),
      ),
    ).toEqual([]);
    expect(used(Object.keys(MEASURES), METRICS.flatMap(measuresOf))).toEqual([]);
    expect(
      used(
        PENDINGS,
        METRICS.map(({ pending }) => pending),
      ),
    ).toEqual([]);
    const objectives = METRICS.flatMap((entry) => entry.objectives);
    expect(
      used(
        OBJECTIVE_SOURCES,
        objectives.map(({ source }) => source),
      ),
    ).toEqual([]);
    expect(
      used(
        OBJECTIVE_PARTS,
        objectives.map(({ of }) => of),
      ),
    ).toEqual([]);
  });

  it("says no edge twice, and has an example of each of its measures", () => {
    for (const entry of METRICS) {
      expect([entry.id, new Set(entry.edges).size]).toEqual([entry.id, entry.edges.length]);
      expect([entry.id, measuresOf(entry).filter((measure) => entry.example.values[measure] === undefined)]).toEqual([entry.id, []]);
    }
  });
});

describe("the words", () => {
  const words = Words.read(MODULES);

  it("are those of the metrics, measures, edges and reasons there are", () => {
    const own = (group: string) => Object.keys(words.group(group)).toSorted();
    const both = (keys: readonly string[], ...parts: readonly string[]) =>
      keys.flatMap((key) => parts.map((part) => `${key}.${part}`)).toSorted();
    expect(own("metrics")).toEqual(
      both(
        METRICS.map(({ id }) => id),
        "name",
        "text",
      ),
    );
    expect(own("measures")).toEqual(both(Object.keys(MEASURES), "name", "text"));
    expect(own("metric_edges")).toEqual(both(Object.keys(EDGES), "when", "then"));
    expect(own("metric_pending")).toEqual([...PENDINGS].toSorted());
    expect(own("metric_families")).toEqual([...FAMILIES].toSorted());
    const several = [...Map.groupBy(METRICS, ({ figure }) => figure)]
      .filter(([, readings]) => readings.length > 1)
      .map(([figure]) => figure);
    expect(own("metric_examples").filter((figure) => !METRICS.some((entry) => entry.figure === figure))).toEqual([]);
    expect(own("metric_figures")).toEqual(several.toSorted());
  });
});

describe("a metric that is added", () => {
  const home = mkdtempSync(join(tmpdir(), "saldo-metric-"));
  afterAll(() => rmSync(home, { recursive: true }));

  it("needs a definition and words, and its example is judged with the others", () => {
    const added: Metric = metric({
      id: "pretend.share",
      number: null,
      family: "money",
      unit: "percent",
      better: "up",
      numerator: ["cash.net"],
      denominator: ["costs.all"],
      edges: ["zero_below"],
      dimensions: [],
      cases: "costs",
      example: { values: { "cash.net": 1, "costs.all": 3 }, result: "33.33" },
    });
    expect(computedExample(added)).toBe(added.example.result);
    expect(computedExample({ ...added, example: { ...added.example, result: "33.34" } })).not.toBe("33.34");
    const place = join(home, "pretend", "part", "words");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "en.json"), JSON.stringify({ metrics: { "pretend.share.name": "A pretend share" } }));
    expect(Words.read(MODULES, home).say("metrics", "pretend.share.name", "es")).toBe("A pretend share");
  });
});
