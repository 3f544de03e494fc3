import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";
import { CadenceClient, step, type View } from "./support/cadence-client.js";

let desk: Desk;
let cadences: CadenceClient;
let view: View;
beforeAll(async () => {
  desk = await openDesk({ debts: debtsFile([{}]), environment: { SALDO_POLL_MS: "86400000" } });
  cadences = new CadenceClient(desk.admin);
  view = await cadences.save(await cadences.create("Nueva"), { segment: "d1_30", steps: [step(12)] });
});
afterAll(() => desk?.close());

const deep = (levels: number) => `${'{"not":'.repeat(levels)}{"attribute":"stage","in":["due"]}${"}".repeat(levels)}`;
const put = (sql: string, params: readonly (string | number)[]) => desk.db.inUnitOfWork("test", () => desk.db.run(sql, params));

test.each([
  ["deeper than a rule", 5, "body.steps.0.condition: must have at most 4 levels and 40 conditions"],
  ["deeper than any body", 100, "body.too_deep"],
  ["3,000 deep", 3_000, "body.too_deep"],
])("%s it is refused with what to do, and nothing of it is kept", async (_, levels, said) => {
  const steps = [step(12, { condition: JSON.parse(deep(levels)) as unknown })];
  const refused = cadences.save(view, { steps });
  await expect(refused).rejects.toThrow("422");
  await expect(refused).rejects.toThrow(said);
  await expect(refused).rejects.toThrow('"remedy"');
  expect((await cadences.one(view.id)).revision).toBe(view.revision);
});

test("a segment's rule likewise", async () => {
  const make = (levels: number) => desk.admin.call("POST", "/api/segments", { name: "Hondo", rule: JSON.parse(deep(levels)) as unknown });
  for (const levels of [5, 3_000]) await expect(make(levels)).rejects.toThrow("422");
});

test("one stored in a draft is read as no rule, told as such, and can be built again", async () => {
  const draft = `{"name":"Nueva","segment":"d1_30","exits":{"repliedWithinDays":null,"activePromise":false,"smallBalance":[]},"steps":[{"id":"step_12","name":"Day 12","offsetDays":12,"graceDays":1,"template":"saldo_d1_30_reminder","condition":${deep(6_000)}}]}`;
  await put("update cadence set draft = ? where account_id = ? and public_id = ?", [draft, desk.account.id, view.id]);
  const read = await cadences.one(view.id);
  expect(read.findings.map(({ code, step: id }) => `${code} ${id}`)).toEqual(["condition_invalid step_12"]);
  const { items } = await desk.admin.call<{ items: { id: string }[] }>("GET", "/api/debtors?limit=1");
  const trial = await desk.admin.call<{ items: { at: string | null }[] }>(
    "GET",
    `/api/cadences/${view.id}/trial?of=draft&debtorId=${items[0]!.id}`,
  );
  expect(trial.items.every(({ at }) => at === null)).toBe(true);
  view = await cadences.publish(await cadences.save(read, { steps: [step(12)] }));
  expect(view.findings).toEqual([]);
});

test("one stored in what is in force or in a segment is read too, and keeps nobody from the rest", async () => {
  const steps = `[{"id":"step_12","name":"Day 12","offsetDays":12,"graceDays":1,"template":"saldo_d1_30_reminder","condition":${deep(6_000)}}]`;
  await put("update cadence_version set steps = ? where account_id = ? and cadence_key = ?", [steps, desk.account.id, view.key]);
  await put("update segment set rule = ? where account_id = ? and segment_key = 'd31_90'", [deep(6_000), desk.account.id]);
  expect((await cadences.list()).length).toBeGreaterThan(5);
  expect((await cadences.one(view.id)).published?.body.steps).toHaveLength(1);
  const { items } = await desk.admin.call<{ items: { key: string; rule: unknown }[] }>("GET", "/api/segments");
  expect(items.find(({ key }) => key === "d31_90")?.rule).toEqual({ not: { all: [] } });
});
