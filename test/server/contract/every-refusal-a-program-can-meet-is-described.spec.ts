import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { MACHINE_NOTES } from "../../../server/contract/machine/operations.js";
import { PROBLEMS, type ApiProblemCode } from "../../../server/contract/machine/problems.js";

/** Said once more, independently of the filter. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 422,
  bulky: 422,
  too_large: 413,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
};
/** What answers programs. Codes of the panel's own calls there are named; the panel has sentences for them. */
const WHERE = "server/{modules/{payments,imports}/**,platform/http}/*.ts";
const OF_THE_PANEL = new Set(["payment.placed", "payment.other_currency", "payment.still_unidentified"]);
/** Made of parts (`database.${trouble}`), or answered before anything is thrown. */
const MADE = new Set(["address.unreadable", "http.404", "http.415", "internal", "input.invalid", "import.base64"]);

describe("the refusals that programs can meet", () => {
  const thrown = new Map(globSync(WHERE).flatMap((file) => [...refusalsIn(readFileSync(file, "utf8"))]));

  it("are all described, with the status they come with", () => {
    const undescribed = [...thrown].filter(
      ([code, kind]) => !OF_THE_PANEL.has(code) && PROBLEMS[code as ApiProblemCode]?.[0] !== STATUS[kind],
    );
    expect(undescribed).toEqual([]);
    expect(thrown.size).toBeGreaterThan(30);
  });

  it("are refusals that somebody gives", () => {
    const sources = globSync("server/{modules,platform,shared}/**/*.ts")
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const never = Object.keys(PROBLEMS).filter(
      (code) => !MADE.has(code) && !/^(database|import)\.(undo_)?/.test(code) && !sources.includes(`"${code}"`),
    );
    expect(never).toEqual([]);
  });

  it("are told beside a route, or may come from any", () => {
    const named = new Set(Object.values(MACHINE_NOTES).flatMap(({ problems }) => problems));
    const ofModules = (Object.keys(PROBLEMS) as ApiProblemCode[]).filter((code) => /^(payment|import|upload|profile)\./.test(code));
    expect(ofModules.filter((code) => !named.has(code))).toEqual([]);
  });
});

function refusalsIn(source: string): (readonly [code: string, kind: string])[] {
  const pattern = /(?:\b(invalid|notFound|conflict|forbidden|bulky)\(|new DomainError\(\s*"(\w+)",)\s*"([a-z_.0-9]+)"/g;
  return [...source.matchAll(pattern)].map(([, called, kind, code]) => [code!, called ?? kind!] as const);
}
