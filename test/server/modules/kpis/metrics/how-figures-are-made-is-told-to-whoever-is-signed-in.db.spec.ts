import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { MetricsView } from "../../../../../server/contract/kpis.contract.js";
import { METRICS } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { type Desk, openDesk } from "../../../../support/desk.js";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ start: Date.parse("2026-11-22T15:00:00Z") });
});
afterAll(() => desk?.close());

const read = (lang: string) => desk.admin.call<MetricsView>("GET", `/api/metrics?lang=${lang}`);
const metricsOf = ({ figures }: MetricsView) => figures.flatMap(({ metrics }) => metrics);

test("every metric of the registry, with its formula in the reader's words", async () => {
  const view = await read("en");
  expect(metricsOf(view).map(({ id }) => id)).toEqual(
    [...Map.groupBy(METRICS, ({ figure }) => figure).values()].flat().map(({ id }) => id),
  );
  const effectiveness = view.figures.find(({ key }) => key === "effectiveness")!;
  expect(effectiveness.metrics.map(({ number }) => number)).toEqual(["M3", "M3n", "M3s"]);
  expect(effectiveness.metrics[1]!.numerator).toEqual([
    { sign: "plus", measure: "receivables.opening", name: "opening receivables", overMonths: false },
    { sign: "plus", measure: "sales.credit", name: "credit sales", overMonths: true },
    { sign: "minus", measure: "receivables.closing", name: "closing receivables", overMonths: false },
  ]);
  expect(effectiveness.metrics.map(({ example }) => [example.above, example.below, example.result])).toEqual([
    [10_750, 13_500, "79.63"],
    [3_490, 6_240, "55.93"],
    [10_750, 6_200, "173.4"],
  ]);
});

test("the same in each language, and no text is a key or another language's", async () => {
  const [en, es, pt] = await Promise.all(["en", "es", "pt-BR"].map(read));
  const texts = (view: MetricsView) => metricsOf(view).map(({ name, text }) => `${name}. ${text}`);
  for (const other of [es!, pt!]) {
    expect(metricsOf(other).map(({ id }) => id)).toEqual(metricsOf(en!).map(({ id }) => id));
    expect(texts(other).filter((text) => texts(en!).includes(text))).toEqual([]);
  }
});

test("what waits for facts says for which, and promises no day", async () => {
  const waiting = metricsOf(await read("en")).filter(({ pending }) => pending !== null);
  expect(waiting.map(({ number }) => number)).toEqual([
    "M5b",
    "M19",
    "M6b",
    "M6c",
    "M22",
    "M22",
    "M9a",
    "M9b",
    "M9c",
    "M14",
    "M20",
    "M13",
    "M15",
    "M21",
  ]);
  expect(waiting[0]!.pending).toEqual({ code: "calls", text: "Calls are not recorded yet: Saldo does not make them." });
});
