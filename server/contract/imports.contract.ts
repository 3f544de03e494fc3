import { z } from "zod";
import { Amount, Id, IdParams, IsoDate, IsoInstant, LocaleTag, page, PageQuery } from "./common.contract.js";
import { IMPORT_FIELDS } from "../shared/import-fields.js";
import { route } from "./route.js";

/** In which language sentences are told; without it in the account's. */
const Reader = z.object({ lang: LocaleTag.optional() });

/** Of a file sent ahead, which is taken in piece by piece. */
const LARGEST_FILE = 200 * 1024 * 1024;
/** Of a request with a small file inside: JSON is held whole. */
const LARGEST_INLINE = 8 * 1024 * 1024;

const ImportKind = z.enum(["debts", "payments"]);
const ImportField = z.enum([...new Set([...IMPORT_FIELDS.debts, ...IMPORT_FIELDS.payments])]).describe("What a column of a file can mean");
export const DateOrderName = z.enum(["day_first", "month_first"]).describe("What comes first in 03/04/2026");
export const DecimalMarkName = z.enum(["point", "comma"]).describe("What stands before the cents");
export const ImportModeName = z
  .enum(["delta", "snapshot"])
  .describe("delta = new and changed debts; snapshot = every open debt of its sources: those it lacks are put on hold, never closed");
export const ImportFile = z
  .object({
    kind: ImportKind,
    fileName: z.string().max(200),
    text: z.string().max(6_000_000).optional().describe("The file's text, of a small one"),
    base64: z.string().max(8_000_000).optional().describe("Or its bytes: XLSX, or CSV in UTF-8, Windows-1252 or UTF-16"),
    upload: Id.optional().describe("Or a file that was sent to /api/uploads before"),
    sheet: z.string().max(100).optional().describe("Of a workbook; without it its first visible sheet"),
    columns: z
      .array(ImportField.nullable())
      .max(200)
      .optional()
      .describe("What each column means, by position; null for one that is not used. Replaces guesses and the remembered mapping"),
    profile: Id.optional().describe("A remembered mapping; without it the one remembered for these headers is used"),
    saveProfile: z.string().trim().min(1).max(80).optional().describe("Remembers the mapping of this file under that name"),
    dates: DateOrderName.optional().describe("For dates that could be two, where no date of the file tells"),
    decimal: DecimalMarkName.optional().describe("For amounts that could be two, where no amount of their column tells"),
    mode: ImportModeName.default("delta"),
    confirm: z.boolean().default(false).describe("That a snapshot may put more than half of the open debts on hold"),
    background: z.boolean().default(false).describe("Answers at once; ask for the import until it is no longer running"),
  })
  .refine(({ text, base64, upload }) => [text, base64, upload].filter((given) => given !== undefined).length === 1, {
    path: ["text"],
    message: "needs one of the text, the base64 and the upload of the file",
  });
export const UploadView = z.object({ id: Id, fileName: z.string(), bytes: z.int() });
export const ImportView = z.object({
  id: Id,
  kind: ImportKind,
  mode: ImportModeName,
  fileName: z.string(),
  status: z
    .enum(["running", "done", "failed", "cancelled", "undoing", "undone"])
    .describe("Of a failed or cancelled one what had been taken in stays"),
  rows: z.int().describe("Taken in so far"),
  total: z.int().nullable().describe("Rows of the file; null until they are counted"),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  warned: z.int().describe("Of the rows taken in those that lost a cell which could not be read"),
  held: z.int().describe("Debts put on hold because a snapshot lacked them or a row about them could not be read"),
  released: z.int().describe("Debts that a good row named again and that are chased again"),
  startedAt: IsoInstant,
  finishedAt: IsoInstant.nullable(),
  by: z.string(),
  failure: z.object({ code: z.string(), message: z.string(), remedy: z.string().nullable() }).nullable(),
  undo: z.object({ possible: z.boolean(), why: z.string().nullable().describe("Why not, in the reader's language") }),
});

export const ImportProfileView = z.object({
  id: Id,
  name: z.string(),
  kind: ImportKind,
  columns: z.array(z.object({ header: z.string(), field: ImportField.nullable() })),
  dates: DateOrderName.nullable(),
  decimal: DecimalMarkName.nullable(),
  usedAt: IsoInstant,
});

export const AbsentDebtView = z.object({
  debtorId: Id,
  externalId: z.string(),
  source: z.string(),
  reference: z.string(),
  balance: Amount,
  dueDate: IsoDate,
});
export const HeldDebt = AbsentDebtView.extend({
  why: z.enum(["not_in_file", "unreadable_row", "unreadable_payment"]).describe("What the file leaves open"),
});
export const ImportProblem = z.object({ line: z.int(), column: z.string(), value: z.string(), problem: z.string(), remedy: z.string() });
export const ImportPreview = z.object({
  rows: z.int(),
  columns: z.array(
    z.object({
      header: z.string(),
      field: ImportField.nullable(),
      guessed: z.boolean().describe("By its header; neither given nor remembered"),
      sample: z.string().nullable().describe("The first cell that is not empty"),
    }),
  ),
  firstRows: z.array(z.array(z.string())).describe("The first 20, as the file has them"),
  format: z.object({
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "xlsx"]),
    delimiter: z.enum([",", ";", "\t", "|"]).nullable(),
    dates: DateOrderName.nullable().describe("null = ISO dates only, or undecided"),
    decimal: DecimalMarkName.nullable(),
  }),
  sheets: z.array(z.string()).describe("Visible sheets of a workbook"),
  sheet: z.string().nullable().describe("The one that was read"),
  profile: z.object({ id: Id, name: z.string() }).nullable().describe("The remembered mapping in use"),
  missing: z.array(z.string()).describe("Required fields no column was found for"),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  undecidedDates: z.array(z.string()).describe("Columns with dates that could be two; say which with `dates`"),
  newDebtors: z.int(),
  newDebts: z.int(),
  debtorsWithoutConsent: z.int(),
  sharedNumbers: z.int().describe("Numbers that would be two debtors', and so be used for neither"),
  released: z.int().describe("Debts that an earlier file left open, which this one names in a good row"),
  held: z.int().describe("Debts that would be put on hold because a row about them cannot be read"),
  warned: z.int().describe("Rows that would be taken in without a cell which cannot be read"),
  absent: z
    .object({
      open: z.int().describe("Open debts of the sources of the file"),
      debts: z.int().describe("Those of them it lacks"),
      confirm: z.boolean().describe("More than half: the import asks for `confirm`"),
      first: z.array(AbsentDebtView).describe("The first 50"),
    })
    .nullable()
    .describe("What a snapshot lacks and would put on hold"),
  problems: z.array(ImportProblem).describe("Of refused rows, the first 50"),
  warnings: z.array(ImportProblem).describe("Of rows that lose a cell, the first 50"),
});

export const importsRoutes = {
  upload: route({
    method: "POST",
    path: "/api/uploads",
    access: "admin",
    scope: "imports:write",
    query: z.object({ fileName: z.string().min(1).max(200) }),
    body: "bytes",
    largestBody: LARGEST_FILE,
    response: UploadView,
    summary: "Takes a file of up to 200 MB ahead of its import, as application/octet-stream",
  }),
  preview: route({
    method: "POST",
    path: "/api/imports/preview",
    access: "admin",
    scope: "imports:write",
    query: Reader,
    body: ImportFile,
    largestBody: LARGEST_INLINE,
    response: ImportPreview,
    summary: "What an import would do; writes nothing",
  }),
  import: route({
    method: "POST",
    path: "/api/imports",
    access: "admin",
    scope: "imports:write",
    body: ImportFile,
    largestBody: LARGEST_INLINE,
    response: ImportView,
    summary: "Imports a file of debts or payments",
  }),
  imports: route({
    method: "GET",
    path: "/api/imports",
    access: "user",
    scope: "imports:write",
    query: PageQuery.extend(Reader.shape),
    response: page(ImportView),
    summary: "Imports, newest first",
  }),
  importOne: route({
    method: "GET",
    path: "/api/imports/:id",
    access: "user",
    scope: "imports:write",
    params: IdParams,
    query: Reader,
    response: ImportView,
    summary: "One import, and how far it is",
  }),
  cancelImport: route({
    method: "POST",
    path: "/api/imports/:id/cancel",
    access: "admin",
    scope: "imports:write",
    params: IdParams,
    response: ImportView,
    summary: "Stops a running import; what is in stays",
  }),
  undoImport: route({
    method: "POST",
    path: "/api/imports/:id/undo",
    access: "admin",
    scope: "imports:write",
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: ImportView,
    summary: "Puts everything back as it was before an import, until something was sent on it; ask for the import until it is undone",
  }),
  importProfiles: route({
    method: "GET",
    path: "/api/import-profiles",
    access: "user",
    query: z.object({ kind: ImportKind.optional() }),
    response: z.object({ items: z.array(ImportProfileView) }),
    summary: "Remembered mappings of columns, last used first",
  }),
  deleteImportProfile: route({
    method: "DELETE",
    path: "/api/import-profiles/:id",
    access: "admin",
    params: IdParams,
    response: null,
    summary: "Forgets a mapping",
  }),
  importHeld: route({
    method: "GET",
    path: "/api/imports/:id/held",
    access: "user",
    scope: "imports:write",
    params: IdParams,
    query: PageQuery,
    response: page(HeldDebt),
    summary: "The debts that an import put on hold because its file left them open",
  }),
  importErrors: route({
    method: "GET",
    path: "/api/imports/:id/errors",
    access: "admin",
    scope: "imports:write",
    params: IdParams,
    query: Reader,
    response: "stream",
    streams: "text/csv",
    summary: "The refused rows and those that lost a cell as CSV, with what to do, ready to be corrected and sent again",
  }),
};
