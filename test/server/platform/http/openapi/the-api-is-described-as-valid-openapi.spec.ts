import { describe, expect, it } from "@jest/globals";
import { Validator } from "@seriousme/openapi-schema-validator";
import { z } from "zod";
import { MACHINE_NOTES } from "../../../../../server/contract/machine/operations.js";
import { route } from "../../../../../server/contract/route.js";
import { routes } from "../../../../../server/contract/routes.js";
import { openApi } from "../../../../../server/platform/http/openapi/document.js";
import { referencePage } from "../../../../../server/platform/http/openapi/reference-page.js";
import { ALL_ROUTES } from "../../../../scenarios/support/routes.js";

const HERE = { publicUrl: "https://saldo.example.com" };
const document = openApi(routes, HERE);
const text = JSON.stringify(document);
const MACHINE_ROUTES = ALL_ROUTES.filter(({ scope }) => scope !== undefined);

describe("the description of the API", () => {
  it("is OpenAPI 3.1 for a validator that is not ours", async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  it("would be refused with a reference to nothing, or with an answer left out", async () => {
    const dangling = JSON.parse(text.replace('"PaymentView":', '"PaymentViews":')) as typeof document;
    const silent = JSON.parse(text.replaceAll('"responses":', '"answers":')) as typeof document;
    for (const broken of [dangling, silent]) expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it("has every route, with its scope", () => {
    const paths = document["paths"] as Readonly<Record<string, Readonly<Record<string, { operationId: string; "x-scope"?: string }>>>>;
    const described = Object.values(paths).flatMap((verbs) =>
      Object.values(verbs).map((verb) => `${verb.operationId} ${verb["x-scope"] ?? ""}`),
    );
    expect(described.sort()).toEqual(ALL_ROUTES.map(({ name, scope }) => `${name} ${scope ?? ""}`).sort());
  });

  it("has one type for what comes in as it goes out, and two where they differ", () => {
    const Both = z.object({ note: z.string().default("") });
    const both = route({ method: "POST", path: "/x", access: "user", body: Both, response: Both, summary: "Planted" });
    const planted = JSON.stringify(openApi({ planted: { both } }, HERE));
    expect(planted).toContain('"required":["note"]');
    const types = Object.keys((document["components"] as { schemas: object }).schemas);
    expect(types.filter((name) => name.endsWith("InputInput") || name.startsWith("__"))).toEqual([]);
    expect(types).toEqual(expect.arrayContaining(["Amount", "PaymentReport", "PaymentView", "RulePart"]));
  });

  it("shows examples that are true to their types, for exactly the routes that programs may call", () => {
    expect(Object.keys(MACHINE_NOTES).sort()).toEqual(MACHINE_ROUTES.map(({ name }) => name).sort());
    const untrue = MACHINE_ROUTES.flatMap(({ name, body, query, response }) => {
      const notes = MACHINE_NOTES[name];
      return [
        ...untruthsOf(`${name} query`, query, notes?.query),
        ...untruthsOf(`${name} body`, body === "bytes" ? undefined : body, notes?.body),
        ...untruthsOf(`${name} answer`, response === "stream" ? undefined : (response ?? undefined), notes?.answer),
      ];
    });
    expect(untrue).toEqual([]);
    const wanting = MACHINE_ROUTES.filter(({ name, body, response }) => {
      const { body: sent, text: bytes, answer } = MACHINE_NOTES[name]!;
      return (
        (body === "bytes" && !bytes) || (body !== undefined && body !== "bytes" && !sent) || (response === "stream" && !bytes && !answer)
      );
    });
    expect(wanting.map(({ name }) => name)).toEqual([]);
  });
});

describe("the reference page", () => {
  const page = referencePage(routes, document, HERE);

  it("has a place for everything it links to, and links to no other host", () => {
    const places = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`));
    const links = [...page.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, target]) => target!);
    expect(links.filter((link) => !places.has(link) && link !== "/api/openapi.json")).toEqual([]);
    expect(page).not.toMatch(/<script|@import|url\(/);
  });

  it("tells each route that programs may call, with an example", () => {
    for (const { name, path, method } of MACHINE_ROUTES) {
      expect(page).toContain(`id="op-${name}"`);
      expect(page).toContain(`<code>${method} ${path.replace(/:(\w+)/g, "{$1}")}</code>`);
    }
    expect(page).toContain("https://saldo.example.com/api/payments");
  });
});

function untruthsOf(what: string, schema: z.ZodType | undefined, example: unknown): string[] {
  if (!schema || example === undefined) return [];
  const result = schema.safeParse(example);
  return result.success ? [] : [`${what}: ${z.prettifyError(result.error)}`];
}
