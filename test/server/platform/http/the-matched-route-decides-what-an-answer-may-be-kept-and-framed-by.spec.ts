import { FastifyAdapter } from "@nestjs/platform-fastify";
import { expect, test } from "@jest/globals";
import { protect } from "../../../../server/platform/http/guards.js";
import { DomainError } from "../../../../server/shared/errors.js";
import { SystemClock } from "../../../../server/platform/clock/system-clock.js";

const HELPDESKS: Record<string, string> = { alameda: "https://desk.alameda.example", condor: "https://desk.condor.example" };

function server(publicOrigin: string) {
  const instance = new FastifyAdapter().getInstance();
  // In Saldo the error filter answers what a hook throws.
  instance.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof DomainError && error.kind === "forbidden")) throw error;
    void reply.status(403).send({ code: error.code, remedy: error.detail.remedy });
  });
  protect(instance, { publicOrigin, clock: new SystemClock(), frameAncestors: (id) => Promise.resolve(HELPDESKS[id] ?? null) });
  for (const path of ["/", "/a/*", "/help/*", "/api/session", "/api/pi"])
    instance.all(path, (_request, reply) => void reply.send({ ok: true }));
  return instance;
}

async function headersOf(url: string, publicOrigin = "https://saldo.example") {
  return (await server(publicOrigin).inject({ method: "GET", url })).headers;
}

const ancestors = async (url: string) => /frame-ancestors ([^;]*)/.exec(String((await headersOf(url))["content-security-policy"]))?.[1];

test("a page may be framed by its own account's helpdesk, whichever way its address is spelt, and by no other", async () => {
  for (const url of ["/a/alameda/tab", "/a/alameda", "/%61/alameda/tab", "/a/%61lameda/tab", "/a/alameda/tab?account=condor"])
    expect([url, await ancestors(url)]).toEqual([url, "'self' https://desk.alameda.example"]);
  expect(await ancestors("/a/condor/today")).toBe("'self' https://desk.condor.example");
});

test("a page of nobody's, and whatever is no page, is framed by nobody and names no helpdesk", async () => {
  for (const url of ["/", "/help/x", "/a/unknown/tab", "/a/", "/api/session", "/nowhere", "/a"])
    expect([url, await ancestors(url)]).toEqual([url, "'none'"]);
});

test("answers of the API are kept by nobody, in every spelling of the address", async () => {
  for (const url of ["/api/session", "/%61pi/session", "/api/%73ession", "/%61%70%69/pi", "/api/nowhere", "/%61pi/nowhere"])
    expect([url, (await headersOf(url))["cache-control"]]).toEqual([url, "no-store"]);
});

test("browsers are told to stay with https where that is the public address, and nowhere else", async () => {
  expect((await headersOf("/"))["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect((await headersOf("/api/session"))["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect((await headersOf("/", "http://localhost:4000"))["strict-transport-security"]).toBeUndefined();
});

const COOKIE = { cookie: "__Host-saldo=stolen" };

for (const [what, headers] of Object.entries({
  "Basic credentials": { authorization: "Basic x" },
  "a Digest": { authorization: "Digest username=x" },
  "a bearer without a secret": { authorization: "Bearer " },
  "a made-up scheme": { authorization: "x" },
  "an empty header": { authorization: "" },
  "our header's wrong value": { "x-saldo": "0" },
})) {
  test(`${what} beside a cookie does not excuse from saying where a request comes from`, async () => {
    const answer = await server("https://saldo.example").inject({
      method: "POST",
      url: "/api/session",
      headers: { ...COOKIE, ...headers },
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: "request.cross_site", remedy: expect.any(String) }]);
  });
}

test("a machine with its bearer secret needs no origin; a page of another site with one is refused", async () => {
  const post = (headers: Record<string, string>) =>
    server("https://saldo.example").inject({ method: "POST", url: "/api/session", headers });
  expect((await post({ authorization: "Bearer saldo_1" })).statusCode).toBe(200);
  expect((await post({ authorization: "bearer saldo_1" })).statusCode).toBe(200);
  expect((await post({ authorization: "Bearer saldo_1", origin: "https://elsewhere.example" })).statusCode).toBe(403);
});
