import { describe, expect, it } from "@jest/globals";
import type { AskedFigures, FileRow, PostedPayment, Recording, SentMessage } from "../../../../server/demo/days/recording.js";
import { judge } from "../../../../server/demo/judge/judge.js";
import { compareFigures, JUDGED_FIGURES } from "../../../../server/demo/judge/figures/compare.js";

/** An instant on the wall of Bogotá. */
const at = (wall: string) => Date.parse(`${wall}-05:00`);
const PHONES = {
  Ana: "573001110001",
  Beto: "573001110002",
  Carla: "573001110003",
  Duda: "5511987650001",
  Eva: "573001110005",
  Gil: "573001110006",
} as const;
type Name = keyof typeof PHONES;

function owes(debtor: Name, reference: string, balanceMinor: number, dueDate: string): FileRow {
  const [country, subdivision, currency] = debtor === "Duda" ? (["BR", "BR-SP", "BRL"] as const) : (["CO", null, "COP"] as const);
  return { debtor, phone: `+${PHONES[debtor]}`, country, subdivision, consent: "granted", reference, currency, balanceMinor, dueDate };
}
let ids = 0;
function message(debtor: Name, wall: string, text: string | null = null): SentMessage {
  const [kind, template] = text === null ? (["template", { name: "reminder", language: "es" }] as const) : (["text", null] as const);
  const id = ++ids;
  return {
    id,
    at: at(wall),
    to: PHONES[debtor],
    ref: `r${id}`,
    kind,
    template,
    text: text ?? "Recordatorio",
    parameters: [],
    refusal: null,
  };
}
function paid(externalId: string, debtor: Name, debtReference: string | null, wall: string, amountMinor: number): PostedPayment {
  return { at: at(wall), externalId, debtReference, debtorExternalId: debtor, amountMinor, currency: debtor === "Duda" ? "BRL" : "COP" };
}

const [toAna, toCarla, toDuda, toBeto] = [
  message("Ana", "2026-11-03T10:00"),
  message("Carla", "2026-11-04T10:00"),
  message("Duda", "2026-11-04T10:30"),
  message("Beto", "2026-11-10T10:00"),
];
const status = (of: SentMessage, word: string, minutes: number) => ({ at: of.at + minutes * 60_000, messageId: of.id, status: word });
const said = (from: Name, wall: string, meant: "promise" | "thanks") => {
  return { at: at(wall), from: PHONES[from], text: "…", meant, about: 1 };
};

const town: Omit<Recording, "asked"> = {
  start: at("2026-09-15T05:00"),
  end: at("2026-12-15T18:00"),
  files: [
    { at: at("2026-09-15T06:00"), mode: "delta", rows: [owes("Eva", "EE-0000001", 60_000, "2026-09-20")] },
    {
      at: at("2026-11-02T06:00"),
      mode: "delta",
      rows: [
        owes("Ana", "AA-0000001", 100_000, "2026-10-20"),
        owes("Beto", "BB-0000001", 50_000, "2026-11-05"),
        owes("Carla", "CC-0000001", 80_000, "2026-08-01"),
        owes("Carla", "CC-0000002", 20_000, "2026-11-20"),
        owes("Duda", "DD-0000001", 30_000, "2026-10-01"),
        owes("Gil", "GG-0000001", 10_000, "2026-10-30"),
        owes("Gil", "GG-0000002", 10_000, "2026-10-31"),
        owes("Gil", "GG-0000003", 10_000, "2026-11-01"),
        owes("Gil", "GG-0000004", 10_000, "2026-11-02"),
      ],
    },
  ],
  sent: [
    toAna,
    toCarla,
    toDuda,
    toBeto,
    message("Ana", "2026-11-03T11:01", "Queda registrado: usted pagará a Alameda $ 1.000 (AA-0000001) el 6 de noviembre."),
    message("Duda", "2026-11-06T09:01", "Registrado: o pagamento a Alameda de R$ 300,00 (DD-0000001) fica para 7 de novembro."),
  ],
  statuses: [
    status(toAna, "delivered", 1),
    status(toAna, "read", 2),
    status(toCarla, "failed", 1),
    status(toDuda, "delivered", 1),
    status(toDuda, "read", 5),
    status(toBeto, "delivered", 1),
  ],
  received: [said("Ana", "2026-11-03T11:00", "promise"), said("Duda", "2026-11-06T09:00", "promise")],
  payments: [
    paid("P-1", "Eva", "EE-0000001", "2026-10-10T12:00", 15_000),
    paid("P-2", "Ana", "AA-0000001", "2026-11-05T12:00", 100_000),
    paid("P-3", "Duda", "DD-0000001", "2026-11-09T12:00", 10_000),
    paid("P-4", "Beto", "BB-0000001", "2026-11-12T12:00", 20_000),
    paid("P-5", "Carla", "CC-00000XX", "2026-11-13T12:00", 5_000),
    paid("P-7", "Gil", null, "2026-11-05T15:00", 40_000),
    paid("P-6", "Ana", null, "2026-11-16T12:00", 7_000),
  ],
  identified: [{ at: at("2026-11-14T14:00"), externalId: "P-5", debtReference: "CC-0000001" }],
  approvals: [],
  journal: "",
  widgets: [],
};

const DAYS = ["2026-11-06", "2026-11-11", "2026-11-30", "2026-12-14"];
const nothingAsked: AskedFigures[] = DAYS.flatMap((to) =>
  ["2026-11-01", "2026-09-15"].map((from) => ({ from, to, asOf: at(`${to}T00:00`) + 29 * 3_600_000, figures: [] })),
);
/** What an honest desk says: what is added up anew where nothing was planted, which is compared with paper below. */
const asked = nothingAsked.map((ask): AskedFigures => {
  const figures = compareFigures({ ...town, asked: [ask] }).map(({ id, currency, part, reckoned }) => {
    const [numerator = null, denominator = null] = reckoned === "none" ? [] : reckoned.split("/");
    return { id, currency, part, state: numerator === null ? "no_data" : "value", numerator, denominator };
  });
  return { ...ask, figures };
});
const honest: Recording = { ...town, asked };

const differing = (change: Partial<Recording>) => [
  ...new Set(
    compareFigures({ ...honest, ...change })
      .filter(({ agrees }) => !agrees)
      .map(({ id }) => id),
  ),
];

it("on paper, at the end of November, November was", () => {
  const november = compareFigures(honest).filter(({ from, to }) => from === "2026-11-01" && to === "2026-11-30");
  const lines = november
    .filter(({ part }) => part === null)
    .map(({ id, currency, reckoned }) => [[id, currency].filter(Boolean).join(" "), reckoned]);
  expect(Object.fromEntries(lines)).toEqual({
    // Eva 45,000, Beto 30,000, Carla 75,000 and 20,000; Duda 20,000. All of it is late on 1 December, and four owe.
    "portfolio.outstanding COP": "170000/1",
    "portfolio.outstanding BRL": "20000/1",
    "portfolio.overdue COP": "170000/1",
    "portfolio.overdue BRL": "20000/1",
    "portfolio.debtors": "4/1",
    // 100,000 + 20,000 + 5,000 + 40,000 + 7,000, of which the 7,000 found nothing to pay.
    "collected.total COP": "172000/1",
    "collected.total BRL": "10000/1",
    "collected.each-paying COP": "172000/4",
    "collected.each-paying BRL": "10000/1",
    "collected.each-open COP": "172000/5",
    "collected.each-open BRL": "10000/1",
    // Late at the start Eva's 45,000; handed over late Ana's 100,000, Carla's 80,000 and 30,000 of Gil;
    // fell late Gil's last 10,000, Beto's 50,000 and Carla's 20,000.
    "recovery.period COP": "165000/335000",
    "recovery.period BRL": "10000/30000",
    "recovery.overpaid COP": "7000/1",
    "recovery.overpaid BRL": "0/1",
    // Nothing placed in November is thirty days old on the 30th.
    "recovery.by-day-30 COP": "none",
    "recovery.by-day-30 BRL": "none",
    "recovery.by-day-60 COP": "none",
    "recovery.by-day-60 BRL": "none",
    "effectiveness.to-opening COP": "172000/45000",
    "effectiveness.to-opening BRL": "none",
    // Ana 16 days after, Beto 7, Carla 104, Gil 6, 5, 4 and 3.
    "dso.days-to-pay COP": `${100_000 * 16 + 20_000 * 7 + 5_000 * 104 + 10_000 * 18}/172000`,
    "dso.days-to-pay BRL": `${10_000 * 39}/10000`,
    // Paid are Gil's after 3, 4, 5 and 6 days and Ana's after 16.
    "recovery.time.mean": "34/5",
    "recovery.time.median": "10/2",
    // Ten were late. After six days six tenths are open, Carla's second is no older than eleven, and one of the five others closes on the 16th.
    "recovery.time.with-open": "16/1",
    "delivery.delivered": "3/4",
    "delivery.read": "2/4",
    "delivery.failed": "1/4",
    "contact.successful.attempts": "2/4",
    "contact.successful.delivered": "2/3",
    "contact.successful.debtors": "2/4",
    "schedule.compliance": "4/4",
    "promises.rate": "2/2",
    // Both had to be kept by Tuesday the 10th; a third of Duda's came.
    "promises.kept.count": "1/2",
    "promises.kept.amount COP": "100000/100000",
    "promises.kept.amount BRL": "10000/30000",
    // Eva's alone was there; she was 41 days late on the 1st, and is 71 now: in the same age.
    "roll.rate.amount COP": "0/45000",
    "roll.rate.amount BRL": "none",
    "roll.rate.accounts": "0/1",
  });
});

it("nothing is found where nothing was planted, and more than twenty figures are judged", async () => {
  expect(differing({})).toEqual([]);
  expect(JUDGED_FIGURES.length).toBeGreaterThanOrEqual(20);
  expect(new Set(JUDGED_FIGURES.map(({ id }) => id)).size).toBe(JUDGED_FIGURES.length);
  const { checks } = await judge(honest);
  expect(checks.find(({ name }) => name === "figures")).toMatchObject({ found: 0 });
});

describe.each(JUDGED_FIGURES.map(({ id }) => id))("%s", (id) => {
  it("is found by name and day where Saldo says a number too many", () => {
    for (const ask of asked) {
      const wrong = ask.figures.findIndex((figure) => figure.id === id && figure.state === "value");
      if (wrong < 0) continue;
      const figure = ask.figures[wrong]!;
      const falsified = { ...ask, figures: ask.figures.with(wrong, { ...figure, numerator: String(BigInt(figure.numerator!) + 1n) }) };
      const found = compareFigures({ ...honest, asked: [falsified] }).filter(({ agrees }) => !agrees);
      expect(found.map(({ asOf, from, to, currency, part }) => ({ asOf, from, to, id: figure.id, currency, part }))).toEqual([
        { asOf: ask.asOf, from: ask.from, to: ask.to, id, currency: figure.currency, part: figure.part },
      ]);
    }
  });

  it("is found where Saldo has a figure of nothing, or none where there is one", () => {
    const nth = asked.findIndex(({ figures }) => figures.some((figure) => figure.id === id && figure.state === "value"));
    expect(nth).toBeGreaterThan(-1);
    const silent = asked[nth]!.figures.map((figure) =>
      figure.id === id ? { ...figure, part: null, state: "no_data", numerator: null, denominator: null } : figure,
    );
    const changed = asked.with(nth, { ...asked[nth]!, figures: silent });
    // What is nothing of nothing may be left out.
    const whole = compareFigures({ ...honest, asked: changed }).filter((one) => one.id === id && !one.agrees);
    expect(whole.length).toBeGreaterThan(0);
  });
});

describe("a figure is found", () => {
  const without = <T>(list: readonly T[], index: number) => list.filter((_, nth) => nth !== index);
  const later = (index: number, days: number) =>
    town.payments.map((one, nth) => (nth === index ? { ...one, at: one.at + days * 86_400_000 } : one));
  const plants: readonly (readonly [what: string, change: Partial<Recording>, found: readonly string[]])[] = [
    [
      "where a payment was dropped",
      { payments: without(town.payments, 1) },
      [
        "portfolio.outstanding",
        "portfolio.overdue",
        "portfolio.debtors",
        "collected.total",
        "collected.each-paying",
        "recovery.period",
        "recovery.time.mean",
        "recovery.time.median",
        "promises.kept.count",
        "promises.kept.amount",
      ],
    ],
    ["where money counts for another day", { payments: later(1, 2) }, ["dso.days-to-pay", "recovery.time.mean", "collected.total"]],
    ["where it came after the promise was over", { payments: later(1, 8) }, ["promises.kept.count", "promises.kept.amount"]],
    ["where money too much was dropped", { payments: without(town.payments, 6) }, ["recovery.overpaid", "effectiveness.to-opening"]],
    ["where money of the first month came after it", { payments: later(0, 30) }, ["recovery.by-day-30", "roll.matrix.amount"]],
    ["where money of the second came after it", { payments: later(0, 60) }, ["recovery.by-day-60"]],
    [
      "where a message went out twice",
      { sent: [...town.sent, { ...toBeto, id: 999, at: toBeto.at + 60_000 }] },
      ["delivery.delivered", "delivery.read", "delivery.failed", "contact.successful.attempts"],
    ],
    [
      "where nobody reported that it arrived",
      { statuses: without(town.statuses, 5) },
      ["delivery.delivered", "contact.successful.delivered"],
    ],
    [
      "where an answer was dropped",
      { received: without(town.received, 0) },
      ["contact.successful.attempts", "contact.successful.debtors", "promises.rate"],
    ],
    [
      "where a message went out at night",
      { sent: town.sent.map((one) => (one === toBeto ? { ...one, at: at("2026-11-10T23:00") } : one)) },
      ["schedule.compliance"],
    ],
    ["where a promise was never confirmed", { sent: without(town.sent, 4) }, ["promises.rate", "promises.kept.count"]],
    [
      "where a debt was younger than the file said",
      { files: [town.files[0]!, { ...town.files[1]!, rows: town.files[1]!.rows.map((row) => ({ ...row, dueDate: "2027-01-01" })) }] },
      ["portfolio.overdue", "recovery.period", "recovery.time.with-open"],
    ],
    ["where who paid nothing was not handed over", { files: town.files.slice(1) }, ["collected.each-open", "roll.matrix.accounts"]],
    [
      "where a debt was in another age when the days began",
      {
        files: [{ ...town.files[0]!, rows: town.files[0]!.rows.map((row) => ({ ...row, dueDate: "2026-10-20" })) }, ...town.files.slice(1)],
      },
      ["roll.rate.amount", "roll.rate.accounts", "roll.matrix.amount"],
    ],
  ];

  it.each(plants)("%s", (_, change, found) => {
    expect(differing(change)).toEqual(expect.arrayContaining([...found]));
  });

  it("whichever it is: some plant is found by each", () => {
    const named = new Set(plants.flatMap(([, , found]) => found));
    expect(JUDGED_FIGURES.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });
});
