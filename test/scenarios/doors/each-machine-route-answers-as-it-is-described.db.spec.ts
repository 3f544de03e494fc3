import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { MACHINE_NOTES } from "../../../server/contract/machine/operations.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Answer, type Call, Caller } from "../support/caller.js";
import { livedInDesk, type LivedInDesk } from "../support/lived-in-desk.js";
import { ALL_ROUTES, pathOf, sampleCall } from "../support/routes.js";

type MachineRoute = (typeof ALL_ROUTES)[number];

const NOBODYS = "0193aaaa-0000-7000-8000-0000000000ff";
/** What a route needs first comes first; the rest in the order of the contract. */
const FIRST = ["imports.upload", "imports.preview", "imports.import", "imports.cancelImport", "payments.record"];
const MACHINE_ROUTES = ALL_ROUTES.filter(({ scope }) => scope !== undefined).sort((a, b) => rank(a) - rank(b));

let desk: LivedInDesk;
let machine: Caller;
let described: (route: MachineRoute, status: number) => ValidateFunction | string;
beforeAll(async () => {
  desk = await livedInDesk();
  machine = Caller.machine(desk.url, desk.apiKey);
  const { json } = await new Caller(desk.url).call("GET", "/api/openapi.json");
  described = answersIn(json as unknown as Document);
});
afterAll(() => desk?.close());

test("asked with the example that stands in the description, each answers as it says", async () => {
  const ids = await placesOf();
  const wrong: unknown[] = [];
  for (const route of MACHINE_ROUTES) {
    const { query, body, text } = MACHINE_NOTES[route.name]!;
    const path = pathOf(route, { id: ids[route.name] ?? NOBODYS }, new URLSearchParams(query).toString());
    const bytes: Call = { raw: text ?? "", headers: { "content-type": "application/octet-stream" } };
    const answer = await machine.call(
      route.method,
      path,
      route.body === "bytes" ? bytes : body === undefined ? {} : { body: withUpload(body, ids) },
    );
    const problem = answer.status === 200 ? misfit(route, answer) : `${answer.status}: ${answer.text}`;
    if (problem) wrong.push([route.name, problem]);
    if (route.name === "imports.upload") ids["upload"] = String(answer.json?.["id"]);
    if (route.name === "imports.import") ids["imports.cancelImport"] = String(answer.json?.["id"]);
    if (route.name === "payments.record") ids["payments.reverse"] = String(answer.json?.["id"]);
    if (route.name === "kpis.recordCost") ids["kpis.reverseCost"] = String(answer.json?.["id"]);
  }
  expect(wrong).toEqual([]);
});

test("refused, each answers as it says: for what nobody has, for nonsense, without a key", async () => {
  const wrong: unknown[] = [];
  for (const route of MACHINE_ROUTES) {
    const path = pathOf(route, { id: NOBODYS });
    const nonsense: Call = route.body === undefined ? {} : { body: { nothing: "useful" } };
    for (const [caller, call] of [
      [machine, sampleCall(route)],
      [machine, nonsense],
      [machine, { raw: "{", headers: { "content-type": "application/json" } }],
      [new Caller(desk.url, { "x-saldo": "1" }), sampleCall(route)],
    ] as const) {
      if (route.method === "GET" && "raw" in call && route.body !== "bytes") continue;
      const answer = await caller.call(route.method, path, call);
      const problem = misfit(route, answer);
      if (problem) wrong.push([route.name, answer.status, problem]);
    }
  }
  expect(wrong).toEqual([]);
});

test("the page to read is served, and anybody may read it", async () => {
  const { status, text } = await new Caller(desk.url).call("GET", "/api/reference");
  expect([status, text.startsWith("<!doctype html>"), text.includes(`${desk.url}/api/payments`)]).toEqual([200, true, true]);
});

/** Public ids of what the desk has, by the route that asks for one. */
async function placesOf(): Promise<Record<string, string>> {
  const { items } = await desk.admin.call<{ items: { id: string }[] }>("GET", "/api/debtors");
  const past = await desk.admin.call<{ items: { id: string; rejected: number }[] }>("GET", "/api/imports");
  const refused = past.items.find(({ rejected }) => rejected > 0)!.id;
  // Nobody writes to them meanwhile, which would keep the import from being undone.
  const text = debtsFile([{ id: "C-77", consent: "no", name: "Recién Llegada", phone: "+573005557777", reference: "CH-7700" }]);
  const fresh = await desk.admin.call<{ id: string }>("POST", "/api/imports", { kind: "debts", fileName: "new.csv", text });
  const [givenUp, letGo] = await debtsOf(["C-78", "C-79"]);
  return {
    "payments.writeOff": givenUp!,
    "payments.restoreDebt": givenUp!,
    "payments.settleDebt": letGo!,
    "portfolio.debtor": items[0]!.id,
    "negotiation.promises": items[0]!.id,
    "imports.importOne": refused,
    "imports.importHeld": refused,
    "imports.importErrors": refused,
    "imports.undoImport": fresh.id,
  };
}

/** A debt each of new debtors with these ids, whom nobody writes to. */
async function debtsOf(debtors: readonly string[]): Promise<string[]> {
  const rows = debtors.map((id) => ({ id, consent: "no" as const, phone: `+5730055578${id.slice(2)}`, reference: `CH-${id.slice(2)}00` }));
  await desk.admin.call("POST", "/api/imports", { kind: "debts", fileName: "more.csv", text: debtsFile(rows) });
  const { items } = await desk.admin.call<{ items: { id: string; externalId: string }[] }>("GET", "/api/debtors");
  return Promise.all(
    debtors.map(async (externalId) => {
      const { id } = items.find((debtor) => debtor.externalId === externalId)!;
      return (await desk.admin.call<{ debts: { id: string }[] }>("GET", `/api/debtors/${id}`)).debts[0]!.id;
    }),
  );
}

function withUpload(body: unknown, ids: Readonly<Record<string, string>>): unknown {
  return typeof body === "object" && body !== null && "upload" in body ? { ...body, upload: ids["upload"] } : body;
}

/** Why an answer is not one the description has; null where it is. */
function misfit(route: MachineRoute, { status, json, text }: Answer): string | null {
  const check = described(route, status);
  if (typeof check === "string") return `${check}: ${text}`;
  return check(json ?? text) ? null : JSON.stringify(check.errors);
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, { content?: object }>> }>>>
  >;
}

function answersIn(document: Document): typeof described {
  // What has a format has its pattern beside it.
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema(document, "api", undefined, false);
  return (route, status) => {
    const path = route.path.replace(/:(\w+)/g, "{$1}");
    const [media] = Object.keys(document.paths[path]?.[route.method.toLowerCase()]?.responses[String(status)]?.content ?? {});
    if (media === undefined) return `${status} is not described`;
    const steps = ["paths", path, route.method.toLowerCase(), "responses", String(status), "content", media, "schema"];
    const pointer = steps.map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
    return ajv.compile({ $ref: `api#/${pointer}` });
  };
}

function rank({ name }: MachineRoute): number {
  const place = FIRST.indexOf(name);
  return place === -1 ? FIRST.length : place;
}
