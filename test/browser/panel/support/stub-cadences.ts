import type { z } from "zod";
import type {
  CadenceBodyView,
  CadenceFindingView,
  CadenceHead,
  CadenceSimulation,
  CadenceTrial,
  CadenceVersionView,
  CadenceView,
} from "../../../../server/contract/cadences.contract.js";
import { ALLOWED, DENIED, id, MARISOL, NOW, ZONE } from "./stub-data.js";

type Body = z.infer<typeof CadenceBodyView>;
type Head = z.infer<typeof CadenceHead>;
type View = z.infer<typeof CadenceView>;
type Version = z.infer<typeof CadenceVersionView>;
type Finding = z.infer<typeof CadenceFindingView>;

export const HOGAR = id(901);

const step = (key: string, name: string, offsetDays: number, template: string, more: Partial<Body["steps"][number]> = {}) => ({
  id: key,
  name,
  offsetDays,
  graceDays: 3,
  template,
  condition: null,
  ...more,
});

const BODY: Body = {
  name: "Hogar Colombia",
  segment: "hogar",
  steps: [
    step("s1", "Aviso previo", -2, "previo_2d"),
    step("s2", "Primer recordatorio", 1, "vencido_8d", { graceDays: 0 }),
    step("s3", "Segundo recordatorio", 8, "vencido_8d"),
    step("s4", "Opciones de pago", 15, "vencido_8d"),
    step("s5", "Plan de pagos", 35, "vencido_35d", { graceDays: 5 }),
    step("s6", "Última opción antes del traslado a especialistas", 75, "vencido_35d"),
    step("s7", "Aviso de traslado", 91, "aviso_91d"),
  ],
  exits: { repliedWithinDays: 7, activePromise: true, smallBalance: [{ minor: 2_000_000, currency: "COP" }] },
};
const EARLIER: Body = {
  ...BODY,
  steps: BODY.steps.filter(({ id: key }) => key !== "s6"),
  exits: { ...BODY.exits, repliedWithinDays: null },
};
const version = (n: number, body: Body, note: string | null, publishedAt: string): Version => ({
  version: n,
  publishedAt,
  publishedBy: "user:1",
  note,
  changes: [],
  body,
});
const VERSIONS: readonly Version[] = [
  version(
    6,
    { ...BODY, steps: BODY.steps.map((entry) => (entry.id === "s5" ? { ...entry, offsetDays: 32 } : entry)) },
    "Plan offered earlier",
    "2026-11-12T14:30:00.000Z",
  ),
  version(5, EARLIER, null, "2026-10-02T13:05:00.000Z"),
];

const head = (n: number, name: string, more: Partial<Head>): Head => ({
  id: id(900 + n),
  key: `cadence_${n}`,
  name,
  segment: { key: `segment_${n}`, name },
  priority: n,
  status: "published",
  version: 1,
  draft: false,
  steps: [],
  plannedToday: 0,
  sent30Days: 120 * n,
  paused: null,
  ...more,
});
const days = (...offsets: number[]) => offsets.map((offsetDays, index) => ({ id: `x${index}`, name: "", offsetDays }));

/** What the server keeps: a draft that is saved, an order, what is in force. */
export class StubCadences {
  revision = 12;
  body: Body = structuredClone(BODY);
  version = 6;
  status: Head["status"] = "published";
  paused: Head["paused"] = null;
  order = [1, 2, 3, 4].map((n) => id(900 + n));
  empty = false;

  heads(): Head[] {
    if (this.empty) return [];
    const all = [
      this.head(),
      head(2, "México, tarjetas", { version: 3, steps: days(3, 10, 20), plannedToday: 118 }),
      head(3, "Brasil", {
        status: "paused",
        version: 2,
        steps: days(-3, 0, 5, 15, 30, 60),
        paused: { reason: "Revisão do texto com o jurídico", at: "2026-11-24T18:10:00.000Z", by: "user:2" },
      }),
      head(4, "Empresas, más de 90 días", { status: "draft", version: null, draft: true, steps: days(95, 125, 155), segment: null }),
    ];
    return this.order.flatMap((wanted, index) =>
      all.filter((entry) => entry.id === wanted).map((entry) => ({ ...entry, priority: index + 1 })),
    );
  }

  private head(): Head {
    return head(1, this.body.name, {
      segment: { key: "hogar", name: "Hogar, Colombia" },
      status: this.status,
      version: this.version,
      draft: this.version === 6,
      steps: this.body.steps.map(({ id: key, name, offsetDays }) => ({ id: key, name, offsetDays })),
      plannedToday: 341,
      paused: this.paused,
    });
  }

  view(): View {
    return {
      ...this.head(),
      draftBody: this.body,
      revision: this.revision,
      savedAt: NOW,
      published: VERSIONS[0] ?? null,
      changes: [],
      debtors: 9_214,
      findings: this.findings(),
    };
  }

  findings(): Finding[] {
    const found = (
      severity: Finding["severity"],
      code: string,
      of: string,
      field: string,
      message: string,
      remedy: string,
      params: Finding["params"] = {},
    ): Finding => ({
      code,
      severity,
      step: of,
      field,
      message,
      remedy,
      params,
    });
    return this.body.steps.flatMap((entry) => {
      if (entry.template === "")
        return [found("error", "template_missing", entry.id, "template", "The step has no message.", "Choose one.")];
      return entry.template === "aviso_91d"
        ? [found("warning", "template_not_approved", entry.id, "template", "It was rejected.", "Choose another.", { languages: "es-CO" })]
        : [];
    });
  }

  save(body: Body): View {
    this.body = body;
    this.revision++;
    return this.view();
  }

  versions(): readonly Version[] {
    return VERSIONS;
  }
}

export function simulation(body: Body): z.infer<typeof CadenceSimulation> {
  const start = Date.parse("2026-11-25T00:00:00Z");
  const list = Array.from({ length: 30 }, (_, day) => {
    const date = new Date(start + day * 86_400_000);
    const closed = date.getUTCDay() === 0;
    const counts = body.steps.map((entry, index) => ({
      step: entry.id,
      count: closed ? 0 : ((day * 37 + index * 53) % 90) + (day === 5 ? 240 : 20),
    }));
    return { date: date.toISOString().slice(0, 10), counts };
  });
  const messages = list.flatMap(({ counts }) => counts).reduce((sum, { count }) => sum + count, 0);
  return { from: "2026-11-25", days: list, messages, debtors: 8_914 };
}

export const TRIAL: z.infer<typeof CadenceTrial> = {
  debtor: { id: MARISOL, name: "Marisol Quintero Ávila" },
  inSegment: true,
  why: "In the segment Hogar, Colombia since 14 Oct.",
  zone: ZONE,
  items: [
    { step: "s5", date: "2026-11-26", debt: "CH-118204 / 7", note: null, at: "2026-11-26T12:00:00.000Z", decision: DENIED },
    { step: "s6", date: "2026-12-28", debt: "CH-118204 / 7", note: null, at: "2026-12-28T12:00:00.000Z", decision: ALLOWED },
    { step: "s7", date: "2027-01-13", debt: "CH-118204 / 7", note: "A promise of 12 Jan is running then.", at: null, decision: null },
  ],
};
