import type { z } from "zod";
import type { AbsentDebtView, ImportPreview, ImportProfileView, ImportView } from "../../../../server/contract/imports.contract.js";
import type { ImportField } from "../../../../server/shared/import-fields.js";
import { id, MARISOL, NOW } from "./stub-data.js";
import { type Answer, type Call, fail, ok, type StubState } from "./stub-call.js";

export type Import = z.infer<typeof ImportView>;
type Preview = z.infer<typeof ImportPreview>;

const past = (n: number, more: Partial<Import>): Import => ({
  id: id(n),
  kind: "debts",
  mode: "delta",
  fileName: "cartera_2026-11-25.csv",
  status: "done",
  rows: 3_120,
  total: 3_120,
  created: 1_846,
  updated: 311,
  unchanged: 949,
  rejected: 14,
  warned: 3,
  held: 0,
  released: 0,
  startedAt: "2026-11-25T13:02:00.000Z",
  finishedAt: "2026-11-25T13:02:09.000Z",
  by: "user:1",
  failure: null,
  undo: { possible: true, why: null },
  ...more,
});

export const IMPORTS: readonly Import[] = [
  past(701, {}),
  past(702, {
    kind: "payments",
    fileName: "pagos_2026-11-24.csv",
    rows: 212,
    total: 212,
    created: 212,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    startedAt: "2026-11-24T23:10:00.000Z",
    by: "key:ERP",
    undo: { possible: false, why: "Los pagos se reversan uno por uno." },
  }),
  past(703, {
    mode: "snapshot",
    fileName: "abiertas_2026-11-20.xlsx",
    held: 31,
    startedAt: "2026-11-20T13:00:00.000Z",
    undo: { possible: false, why: "Ya se envió un mensaje con esta importación." },
  }),
  past(704, {
    fileName: "cartera_rota.csv",
    status: "failed",
    rows: 400,
    total: null,
    startedAt: "2026-11-19T13:00:00.000Z",
    failure: {
      code: "import.broken",
      message: "The file cannot be read beyond line 402.",
      remedy: "Correct that line and choose the file again.",
    },
  }),
];

/** Open debts that a snapshot lacks. */
export const ABSENT: readonly z.infer<typeof AbsentDebtView>[] = [
  {
    debtorId: MARISOL,
    externalId: "C-20417",
    source: "file",
    reference: "CH-118204-7",
    balance: { minor: 38_640_000, currency: "COP" },
    dueDate: "2026-10-14",
  },
];

const COLUMNS: readonly [string, ImportField | null][] = [
  ["Código cliente", "external_id"],
  ["Nombre", "name"],
  ["Celular", "phone"],
  ["Factura", "reference"],
  ["Saldo", "balance"],
  ["Moneda", "currency"],
  ["Vence el", null],
  ["Asesor", null],
];
const FIRST_ROWS = [
  ["C-20417", "Marisol Quintero Ávila", "3001234417", "CH-118204-7", "386.400,00", "COP", "14/10/2026", "Paola"],
  ["C-20448", "Jorge Hernández Ruiz", "3105558102", "SV-20448-3", "1.248.000,50", "COP", "17/11/2026", "Paola"],
  ["C-20479", "Ana Lucía Restrepo", "3125550147", "CH-9921-2", "386.400,00", "COP", "05/11/2026", "Iván"],
];

export const PROFILES: readonly z.infer<typeof ImportProfileView>[] = [
  {
    id: id(751),
    name: "ERP Siesa",
    kind: "debts",
    columns: COLUMNS.map(([header, field]) => ({ header, field: header === "Vence el" ? "due_date" : field })),
    dates: "day_first",
    decimal: "comma",
    usedAt: "2026-11-24T13:00:00.000Z",
  },
];

interface Asked {
  readonly mode?: string;
  readonly columns?: readonly (ImportField | null)[];
}

/** No header tells the due date: it is known once somebody said so, now or earlier. */
export function previewOf({ mode, columns }: Asked, profileKnown: boolean): Preview {
  const remembered = PROFILES[0]!.columns.map(({ field }) => field);
  const fields = columns ?? (profileKnown ? remembered : COLUMNS.map(([, field]) => field));
  return {
    rows: 3_120,
    columns: COLUMNS.map(([header], index) => ({
      header,
      field: fields[index] ?? null,
      guessed: columns === undefined && !profileKnown,
      sample: FIRST_ROWS[0]![index]!,
    })),
    firstRows: FIRST_ROWS,
    format: { encoding: "windows-1252", delimiter: ";", dates: "day_first", decimal: "comma" },
    sheets: [],
    sheet: null,
    profile: columns === undefined && profileKnown ? { id: PROFILES[0]!.id, name: PROFILES[0]!.name } : null,
    missing: fields.includes("due_date") ? [] : ["due_date"],
    undecidedDates: [],
    created: 1_846,
    updated: 311,
    unchanged: 949,
    rejected: 14,
    warned: 3,
    held: 2,
    newDebtors: 1_204,
    newDebts: 1_846,
    debtorsWithoutConsent: 38,
    sharedNumbers: 2,
    released: 0,
    absent: mode === "snapshot" ? { open: 40, debts: 31, confirm: true, first: [...ABSENT] } : null,
    problems: [
      { line: 118, column: "vencimiento", value: "31/02/2026", problem: "There is no such date.", remedy: "Use dd/mm/yyyy." },
      { line: 402, column: "telefono", value: "6012345", problem: "Too short for Colombia.", remedy: "Write 10 digits." },
      { line: 877, column: "saldo", value: "−48.200,00", problem: "A balance cannot be negative.", remedy: "Send credits apart." },
    ],
    warnings: [
      { line: 205, column: "telefono", value: "N/A", problem: "No telephone number. The row is taken without it.", remedy: "Write one." },
    ],
  };
}

/** The import of this stub moves on when its test says so, and stops when it is told. */
export function answerImport({ method, path }: Call, state: StubState): Answer {
  const [, , , importId, what] = path.split("/");
  const known = state.job?.id === importId ? state.job : IMPORTS.find((item) => item.id === importId);
  if (!known) return fail(404, "import.not_found", "There is no such import.");
  if (method === "GET") return ok(known);
  if (what === "cancel" && state.job) {
    state.job = { ...state.job, status: "cancelled", finishedAt: NOW };
    return ok(state.job);
  }
  return ok({ ...known, status: "undone", undo: { possible: false, why: null } });
}
