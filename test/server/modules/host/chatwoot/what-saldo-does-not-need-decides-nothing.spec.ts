import { expect, test } from "@jest/globals";
import { DomainError } from "../../../../../server/shared/errors.js";
import { AnsweringHost, type Exchange } from "./support/answering.js";
import { altered, isNeeded, placesOf, SAMPLES } from "./support/samples.js";

/** What a field may turn out to be in a version, a channel or a column's default that nobody thought of. */
const ODD = [undefined, null, {}, [], "", "x", 7, -1.5, true, [null], [{}], { a: 1 }];

const read = (exchange: Exchange): Promise<unknown> => {
  const reading = AnsweringHost.read(exchange);
  if (!reading) throw new Error("No reader asks for this");
  return reading;
};

test.each(SAMPLES.map((sample) => [`${sample.method} ${sample.path}`, sample] as const))("%s", async (_request, sample) => {
  await read(sample);
  for (const place of placesOf(sample.response).filter((path) => !isNeeded(sample, path))) {
    for (const odd of ODD) {
      const exchange = { ...sample, response: altered(sample.response, place, odd) };
      await read(exchange).catch((error: unknown) => {
        throw new Error(`${JSON.stringify(odd) ?? "absent"} at ${place.join(".")}: ${String(error)}`);
      });
    }
  }
});

test("an inbox, a person, a bot or a conversation in a form nobody knows does not hide the others", async () => {
  const others = [null, 7, "x", {}, [], { id: "2" }, { id: -1, name: null }];
  for (const { path, list } of [
    { path: "/api/v1/accounts/1/inboxes", list: "payload" },
    { path: "/api/v1/accounts/1/agents", list: "" },
    { path: "/api/v1/accounts/1/agent_bots", list: "" },
    { path: "/api/v1/accounts/1/contacts/11/conversations", list: "payload" },
    { path: "/api/v1/accounts/1/conversations?status=all&updated_within=60", list: "data.payload" },
  ]) {
    const sample = SAMPLES.find((candidate) => candidate.method === "GET" && candidate.path === path)!;
    const at = list === "" ? [] : list.split(".");
    const own = at.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], sample.response) as unknown[];
    const beside = { ...sample, response: altered(sample.response, at, [...others, ...own, ...others]) };
    expect(await read(beside)).toEqual(await read(sample));
  }
});

test.each([{}, null, undefined, "", 0, [], { "0": { name: "t" } }])("message_templates %j: the inbox has none", async (templates) => {
  const sample = SAMPLES.find(({ path }) => path.endsWith("/inboxes"))!;
  const [inboxes, listed] = (await read({
    ...sample,
    response: altered(sample.response, ["payload", "0", "message_templates"], templates),
  })) as [unknown[], unknown[]];
  expect(inboxes).toHaveLength(2);
  expect(listed).toEqual([]);
});

test("the advice is about the address only where something else answers there", async () => {
  const inboxes = SAMPLES.find(({ path }) => path.endsWith("/inboxes"))!;
  const problem = async (response: unknown) => {
    const error = await read({ ...inboxes, response }).catch((thrown: unknown) => thrown);
    if (!(error instanceof DomainError)) throw error;
    return error;
  };
  expect(await problem(undefined)).toMatchObject({ code: "host.not_json", detail: { remedy: expect.stringContaining("address") } });
  const changed = await problem({ payload: "later" });
  expect(changed).toMatchObject({ code: "host.unreadable", message: expect.stringContaining('"payload"') });
  expect(changed.detail.remedy).toContain("version");
  expect(changed.detail.remedy).not.toMatch(/address|proxy/);
});
