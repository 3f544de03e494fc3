import type { ApiProblemCode } from "./problems.js";

/** What the description of a route that programs call says beyond its schemas. */
export interface MachineNotes {
  /** Refusals of its own, beside those every route has. */
  readonly problems: readonly ApiProblemCode[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What a file's bytes or a stream look like. */
  readonly text?: string;
  readonly answer?: unknown;
}

const DEBTOR = "0193a1c2-5b7e-7a10-9c3f-2f6f1c9d0a11";
const COP = (minor: number) => ({ minor, currency: "COP" });
/** A debt of which nothing is owed any more. */
const ENDED = { id: "0199c2b4-7e55-7c11-8d3a-1f0a6b2c9e47", reference: "CR-88213", balance: { minor: 0, currency: "COP" } };
const PAYMENT = {
  id: "0193a1c2-7d10-7b52-8a44-0d5b6c7e8f90",
  externalId: "BANK-2026-11-20-000417",
  amount: COP(12_500_000),
  unallocated: COP(0),
  valueDate: "2026-11-20",
  status: "allocated",
  receivedAt: "2026-11-20T15:04:05.000Z",
};
const IMPORT = {
  id: "0193a1c2-9e20-7c63-9b55-1e6c7d8f9a01",
  kind: "debts",
  mode: "delta",
  fileName: "portfolio-2026-11-20.csv",
  status: "done",
  rows: 1200,
  total: 1200,
  created: 14,
  updated: 230,
  unchanged: 954,
  rejected: 2,
  warned: 0,
  held: 0,
  released: 0,
  startedAt: "2026-11-20T06:00:00.000Z",
  finishedAt: "2026-11-20T06:00:09.000Z",
  by: "key:0193a1c2-0000-7000-8000-00000000c0de",
  failure: null,
  undo: { possible: true, why: null },
};
const UPLOAD = { id: "0193a1c2-af31-7d74-8c66-2f7d8e9fab12", fileName: "portfolio-2026-11-20.csv", bytes: 148_213 };
const FILE = { kind: "debts", fileName: UPLOAD.fileName, upload: UPLOAD.id, background: true };
const DEBT = {
  id: "0193a1c2-c042-7e85-9d77-308e9fa0bc23",
  reference: "CR-88213",
  product: "Consumer credit",
  dueDate: "2026-11-08",
  daysPastDue: 12,
  stage: "d1_30",
  principal: COP(90_000_000),
  balance: COP(31_250_000),
  instalment: null,
  creditDate: "2025-03-12",
  status: "open",
  held: false,
};
const RECORD = {
  seq: 4711,
  id: "0193a1c2-d153-7f96-8e88-419fa0b1cd34",
  at: "2026-11-20T15:04:05.000Z",
  type: "payment.received",
  title: "Payment received: COP 125.000",
  version: 1,
  actor: "key:0193a1c2-0000-7000-8000-00000000c0de",
  debtorId: DEBTOR,
  payload: { amountMinor: 12_500_000, currency: "COP" },
  personal: null,
  personalState: "none",
  hash: "9f2c41d0c3a7e1b58d6f00a4b2e97c135e8d7a6f4c0b9182736455a6b7c8d9e0",
};

const COST = {
  id: "0193a1c2-f375-7b18-90a0-63b1c2d3ef55",
  kind: "tools",
  minor: 360_000_000,
  currency: "COP",
  from: "2026-11-01",
  to: "2026-11-30",
  cadence: null,
  stage: null,
  note: null,
  source: "api",
  batch: null,
  reverses: null,
  reversedBy: null,
  recordedAt: "2026-11-20T15:04:05.000Z",
  by: "key:0193a1c2-0000-7000-8000-00000000c0de",
};

const RATE = {
  id: "0193a1c2-f375-7b18-90a0-63b1c2d3ef57",
  currency: "COP",
  into: "USD",
  day: "2026-11-20",
  rate: "0.00025",
  source: "Banco de la República",
  recordedAt: "2026-11-25T15:04:05.000Z",
  by: "key:0193a1c2-0000-7000-8000-00000000c0de",
};

const READING: readonly ApiProblemCode[] = [
  "import.base64",
  "import.empty",
  "import.encoding",
  "import.not_csv",
  "import.broken",
  "import.xls_old",
  "import.xlsx_broken",
  "import.xlsx_protected",
  "import.xlsx_too_large",
  "import.sheet_unknown",
  "import.too_slow",
  "import.too_heavy",
  "import.stopping",
  "import.columns_missing",
  "import.columns_count",
  "import.columns_kind",
  "import.columns_repeated",
  "import.snapshot_of_payments",
  "profile.not_found",
  "upload.not_found",
];

/** By group and name of the route; a test holds that every route with a scope is here. */
export const MACHINE_NOTES: Readonly<Record<string, MachineNotes>> = {
  "payments.record": {
    problems: ["money.invalid", "money.too_large", "date.out_of_range", "payment.zero", "payment.different"],
    body: { externalId: PAYMENT.externalId, debtReference: "CR-88213", amount: "125000.00", currency: "COP", valueDate: "2026-11-20" },
    answer: PAYMENT,
  },
  "payments.reverse": {
    problems: ["payment.not_found"],
    body: { reason: "Returned by the bank: account closed" },
    answer: { ...PAYMENT, status: "reversed" },
  },
  "payments.writeOff": {
    problems: ["debt.not_found", "debt.not_open"],
    body: { reason: "Insolvency proceedings were closed without assets" },
    answer: { ...ENDED, status: "written_off" },
  },
  "payments.settleDebt": {
    problems: ["debt.not_found", "debt.not_open", "debt.forgives_too_much", "money.invalid", "money.too_large"],
    body: { amount: "62500.00", reason: "Discount agreed for paying the rest at once" },
    answer: { ...ENDED, status: "settled" },
  },
  "payments.restoreDebt": {
    problems: ["debt.not_found", "debt.nothing_to_restore"],
    body: { reason: "The discount was agreed for a payment that never came" },
    answer: { ...ENDED, status: "open", balance: { minor: 6_250_000, currency: "COP" } },
  },
  "imports.upload": {
    problems: ["upload.empty", "upload.too_large"],
    query: { fileName: UPLOAD.fileName },
    text: "customer_id,name,phone,reference,balance,currency,due_date\nC-1,Marisol Quintero,+573005550001,CR-88213,312500.00,COP,2026-11-08\n",
    answer: UPLOAD,
  },
  "imports.preview": { problems: READING, body: { kind: "debts", fileName: UPLOAD.fileName, upload: UPLOAD.id } },
  "imports.import": {
    problems: [...READING, "import.snapshot_lacks", "import.running", "import.stopped", "import.gave_up", "profile.too_many"],
    body: FILE,
    answer: { ...IMPORT, status: "running", rows: 0, total: null, created: 0, updated: 0, unchanged: 0, rejected: 0, finishedAt: null },
  },
  "imports.imports": { problems: ["cursor.invalid"], query: { limit: "20" }, answer: { items: [IMPORT], next: null, total: null } },
  "imports.importOne": { problems: ["import.not_found"], answer: IMPORT },
  "imports.cancelImport": { problems: ["import.not_found", "import.not_running"], answer: { ...IMPORT, status: "cancelled" } },
  "imports.undoImport": {
    problems: [
      "import.not_found",
      "import.running",
      "import.undo_running",
      "import.undo_undone",
      "import.undo_nothing",
      "import.undo_old",
      "import.undo_sent",
      "import.undo_paid",
      "import.undo_changed",
    ],
    body: { reason: "The file was that of another month" },
    answer: { ...IMPORT, status: "undoing" },
  },
  "imports.importHeld": {
    problems: ["import.not_found", "cursor.invalid"],
    answer: {
      items: [
        {
          debtorId: DEBTOR,
          externalId: "C-1",
          source: "core",
          reference: DEBT.reference,
          balance: DEBT.balance,
          dueDate: DEBT.dueDate,
          why: "not_in_file",
        },
      ],
      next: null,
      total: null,
    },
  },
  "imports.importErrors": {
    problems: ["import.not_found", "import.errors_gone"],
    text: "customer_id,due_date,saldo_line,saldo_column,saldo_value,saldo_problem,saldo_remedy\nC-9,yesterday,10,due_date,yesterday,…,…\n",
  },
  "negotiation.promises": {
    problems: ["debtor.not_found"],
    answer: {
      items: [
        {
          id: "0193a1c2-e264-7a07-8f99-52a0b1c2de45",
          state: "active",
          amount: DEBT.balance,
          paid: COP(0),
          dueDate: "2026-11-27",
          lastDay: "2026-12-01",
          debts: [{ id: DEBT.id, reference: DEBT.reference }],
          source: "menu",
          by: "debtor",
          createdAt: "2026-11-20T15:04:05.000Z",
          endedAt: null,
          note: null,
        },
      ],
      debts: [{ id: DEBT.id, reference: DEBT.reference, dueDate: DEBT.dueDate, balance: DEBT.balance }],
      today: "2026-11-20",
      latest: "2026-12-20",
      graceDays: 2,
    },
  },
  "portfolio.debtors": {
    problems: ["cursor.invalid"],
    query: { q: "CR-88213" },
    answer: {
      items: [
        {
          id: DEBTOR,
          name: "Marisol Quintero",
          externalId: "C-1",
          stage: "d1_30",
          owes: [DEBT.balance],
          debts: 1,
          phoneEnding: "0001",
          state: "chased",
        },
      ],
      next: null,
      total: null,
    },
  },
  "portfolio.debtor": {
    problems: ["debtor.not_found"],
    answer: {
      id: DEBTOR,
      name: "Marisol Quintero",
      externalId: "C-1",
      kind: "person",
      employment: null,
      language: "es",
      country: "CO",
      zones: ["America/Bogota"],
      conversation: null,
      owes: [DEBT.balance],
      overdue: [DEBT.balance],
      debts: [DEBT],
      contactPoints: [],
      holds: [],
    },
  },
  "kpis.recordCost": {
    problems: ["money.invalid", "money.too_large", "cost.backwards", "cost.too_long", "cost.in_the_future", "cost.different"],
    body: { kind: "tools", amount: "3600000.00", currency: "COP", from: "2026-11-01", to: "2026-11-30", externalId: "INV-2026-11" },
    answer: COST,
  },
  "kpis.setRate": {
    problems: ["exchange_rate.same_currency", "exchange_rate.not_positive", "exchange_rate.day_to_come"],
    body: { currency: "COP", into: "USD", day: "2026-11-20", rate: "0.00025", source: "Banco de la República" },
    answer: RATE,
  },
  "kpis.reverseCost": {
    problems: ["cost.not_found", "cost.reversed"],
    body: { reason: "Another company's invoice" },
    answer: {
      ...COST,
      id: "0193a1c2-f375-7b18-90a0-63b1c2d3ef56",
      minor: -360_000_000,
      reverses: COST.id,
      note: "Another company's invoice",
    },
  },
  "journal.records": {
    problems: ["cursor.invalid"],
    query: { type: "payment.received", limit: "100" },
    answer: { items: [RECORD], next: "4711", total: null },
  },
  "journal.types": {
    problems: [],
    query: { lang: "en" },
    answer: { items: [{ type: "payment.received", kind: "money", title: "Payment received: …" }] },
  },
  "journal.verify": {
    problems: [],
    answer: { ok: true, records: 4711, head: { seq: 4711, hash: RECORD.hash }, firstBad: null, checkpoints: 12 },
  },
  "journal.export": { problems: [], text: '{"seq":1,"type":"account.connected",…}\n{"seq":2,…}\n' },
};
