import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MetricsView } from "../../../../../server/contract/kpis.contract.js";
import type { ObjectiveView } from "../../../../../server/contract/kpis/objectives.contract.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

const PATH = "/api/metrics/cost.per-recovered/objective";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ ticks: "none" });
});
afterAll(() => desk?.close());

const shown = async (id = "cost.per-recovered", lang = "en"): Promise<ObjectiveView[]> => {
  const { figures } = await desk.admin.call<MetricsView>("GET", `/api/metrics?lang=${lang}`);
  return figures.flatMap(({ metrics }) => metrics).find((metric) => metric.id === id)!.objectives;
};
const records = async (type: string) =>
  (await desk.admin.call<{ items: { title: string; payload: object; personal: object }[] }>("GET", `/api/journal?type=${type}&lang=en`))
    .items;

test("the published one holds first, and says whose it is", async () => {
  expect(await shown()).toEqual([
    {
      from: 3,
      to: 8,
      attention: 12,
      of: null,
      part: null,
      source: "Published guide to collection figures on WhatsApp",
      own: null,
      published: { from: 3, to: 8, attention: 12, source: "Published guide to collection figures on WhatsApp" },
    },
  ]);
});

test("an administrator sets another, and the record says old, new and why", async () => {
  const body = { to: 6.5, attention: 9, reason: "acordado con la junta" };
  const { objectives } = await desk.admin.call<{ objectives: ObjectiveView[] }>("PUT", `${PATH}?lang=es`, body);
  expect(objectives[0]).toMatchObject({
    from: null,
    to: 6.5,
    attention: 9,
    source: "propio",
    published: { from: 3, to: 8, attention: 12 },
  });
  expect((await shown())[0]!.own).toMatchObject({
    setAt: expect.stringMatching(/^2026-11-20T15:00/),
    setBy: expect.stringMatching(/^user:\d+$/),
  });
  const [record] = await records("objective.set");
  expect(record).toMatchObject({
    title: "The objective of “Cost of what was recovered” is now 6.5 and less",
    payload: { metric: "cost.per-recovered", part: null, from: null, to: 6.5, attention: 9, before: { from: 3, to: 8, attention: 12 } },
    personal: { note: "acordado con la junta" },
  });
});

test("it can be changed again, and one for a part stands beside it", async () => {
  await desk.admin.call("PUT", PATH, { to: 5, reason: "mejor aún" });
  expect((await shown())[0]).toMatchObject({ to: 5, attention: null });
  expect((await records("objective.set"))[0]!.payload).toMatchObject({ before: { from: null, to: 6.5, attention: 9 } });
  await desk.admin.call("PUT", "/api/metrics/recovery.time.mean/objective", { to: 20, of: "person", reason: "personas" });
  expect((await shown("recovery.time.mean", "pt-BR")).map(({ part, to, source }) => ({ part, to, source }))).toEqual([
    { part: "person", to: 20, source: "próprio" },
    { part: "company", to: 25, source: expect.stringContaining("WhatsApp") },
  ]);
});

test("taken back, the published one holds again; twice is refused in words", async () => {
  expect((await desk.admin.call<{ objectives: ObjectiveView[] }>("DELETE", PATH)).objectives[0]).toMatchObject({
    from: 3,
    to: 8,
    own: null,
  });
  expect((await records("objective.reset"))[0]).toMatchObject({ payload: { metric: "cost.per-recovered", before: { to: 5 } } });
  await expect(desk.admin.call("DELETE", PATH)).rejects.toThrow(/objective\.not_own/);
});

test("an unknown figure, a band that is backwards and no reason are refused, and nothing changes", async () => {
  const set = (path: string, body: object) => desk.admin.call("PUT", path, body);
  await expect(set("/api/metrics/cost.nothing/objective", { to: 5, reason: "por qué" })).rejects.toThrow(/metric\.not_found/);
  await expect(set(PATH, { from: 8, to: 3, reason: "por qué" })).rejects.toThrow(/objective\.backwards/);
  await expect(set(PATH, { to: 3, reason: "" })).rejects.toThrow(/input\.invalid/);
  expect((await shown())[0]!.own).toBeNull();
});

test("an agent may see objectives and set none", async () => {
  const agent = await desk.signIn(TOKENS.agent);
  await expect(agent.call("PUT", PATH, { to: 5, reason: "quiero" })).rejects.toThrow(/403|access\.denied/);
});
