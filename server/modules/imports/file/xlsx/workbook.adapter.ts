import { posix } from "node:path";
import { invalid } from "../../../../shared/errors.js";
import type { CsvSource, FileBytes } from "../csv-source.adapter.js";
import type { FileRow } from "../domain/file-row.js";
import { type NumberFormat, numberFormat } from "../domain/number-format.js";
import { Archive, broken } from "./archive.adapter.js";
import { sharedStrings } from "./shared-strings.adapter.js";
import { type SheetContext, sheetRows } from "./sheet-rows.adapter.js";
import { readWhole } from "./xml.adapter.js";

/** One sheet of a workbook, chosen. */
export interface Workbook {
  /** Visible ones, in their order. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  read(): AsyncGenerator<FileRow>;
}

interface Contents {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: string | null;
  readonly styles: string | null;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** The container of Excel up to 2003, in which later ones put what is protected with a password. */
const OLD_CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const SMALL_PART = 8 * 1024 * 1024;
const MOST_SHEETS = 1_000;

/**
 * @param sheet by its name; without it the first visible one
 * @returns null for a file that is no workbook
 * @throws DomainError `import.xls_old`, `import.xlsx_protected`, `import.xlsx_broken`, `import.xlsx_too_large`, `import.sheet_unknown`
 */
export async function openWorkbook({ bytes }: CsvSource, sheet: string | undefined): Promise<Workbook | null> {
  if (!bytes) return null;
  const head = await bytes.slice(0, 8);
  if (beginsWith(head, OLD_CONTAINER)) throw (await isEncrypted(bytes)) ? protectedByPassword() : tooOld();
  if (!beginsWith(head, ZIP)) return null;
  const archive = await Archive.open(bytes);
  const contents = await contentsOf(archive);
  const names = contents.sheets.map(({ name }) => name);
  const chosen = sheet === undefined ? contents.sheets[0] : contents.sheets.find(({ name }) => name === sheet);
  if (!chosen) throw sheet === undefined ? broken() : unknownSheet(names);
  let context: Promise<SheetContext> | undefined;
  return {
    sheets: names,
    sheet: chosen.name,
    async *read() {
      yield* sheetRows(archive, chosen.part, await (context ??= contextOf(archive, contents)));
    },
  };
}

async function contextOf(archive: Archive, { strings, styles, from1904 }: Contents): Promise<SheetContext> {
  return {
    strings: strings === null ? [] : await sharedStrings(archive, strings),
    formats: styles === null ? [] : await formatsOf(archive, styles),
    from1904,
  };
}

async function contentsOf(archive: Archive): Promise<Contents> {
  const main = [...(await relations(archive, "_rels/.rels")).values()].find(({ type }) => type === "officeDocument")?.target;
  const workbook = main === undefined ? "xl/workbook.xml" : posix.normalize(main).replace(/^\//, "");
  if (!archive.has(workbook) || !workbook.endsWith(".xml")) throw broken();
  const folder = posix.dirname(workbook);
  const related = await relations(archive, `${folder}/_rels/${posix.basename(workbook)}.rels`);
  const partOf = (target: string) => (target.startsWith("/") ? target.slice(1) : posix.join(folder, target));
  const named: { name: string; relation: string }[] = [];
  let from1904 = false;
  await readWhole(archive.read(workbook, SMALL_PART), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attributes["date1904"] ?? "");
      if (name !== "sheet" || ["hidden", "veryHidden"].includes(attributes["state"] ?? "")) return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      if (relation !== undefined) named.push({ name: attributes["name"] ?? "", relation });
      if (named.length > MOST_SHEETS) throw broken();
    },
  });
  const sheets = named.flatMap(({ name, relation }) => {
    const target = related.get(relation);
    return target?.type === "worksheet" ? [{ name, part: partOf(target.target) }] : [];
  });
  const only = (type: string) => {
    const found = [...related.values()].find((relation) => relation.type === type);
    return found ? partOf(found.target) : null;
  };
  return { from1904, sheets, strings: only("sharedStrings"), styles: only("styles") };
}

async function relations(archive: Archive, part: string): Promise<Map<string, { type: string; target: string }>> {
  const found = new Map<string, { type: string; target: string }>();
  await readWhole(archive.read(part, SMALL_PART), {
    open(name, { Id: id, Type: type, Target: target }) {
      if (name === "Relationship" && id && type && target) found.set(id, { type: posix.basename(type), target });
    },
  });
  return found;
}

/** The formats that cells name by the number of their style. */
async function formatsOf(archive: Archive, part: string): Promise<NumberFormat[]> {
  const codes = new Map<number, string>();
  // Thousands of styles share a handful of formats.
  const known = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readWhole(archive.read(part, SMALL_PART), {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? 0);
        const format = known.get(id) ?? numberFormat(id, codes.get(id));
        known.set(id, format);
        formats.push(format);
      }
    },
    close: (name) => void (name === "cellXfs" && (inCells = false)),
  });
  return formats;
}

async function isEncrypted(bytes: FileBytes): Promise<boolean> {
  let tail: Uint8Array = Buffer.alloc(0);
  for await (const piece of bytes.read()) {
    const text = Buffer.concat([tail, piece]);
    if (text.includes(ENCRYPTED)) return true;
    tail = text.subarray(-ENCRYPTED.length);
  }
  return false;
}

function beginsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function protectedByPassword() {
  return invalid("import.xlsx_protected", "The workbook is protected with a password.", {
    field: "text",
    remedy: "Save it without the password (in Excel: File, Info, Protect Workbook), or as CSV UTF-8, and send that.",
  });
}

function tooOld() {
  return invalid("import.xls_old", "This is a workbook of Excel 97–2003 (.xls).", {
    field: "text",
    remedy: "Save it as an Excel workbook (.xlsx) or as CSV UTF-8 and send that.",
  });
}

function unknownSheet(sheets: readonly string[]) {
  return invalid("import.sheet_unknown", "The workbook has no visible sheet of that name.", {
    field: "sheet",
    remedy: `Name one of its sheets: ${sheets.slice(0, 20).join(", ")}.`,
    params: { sheets: sheets.slice(0, 20).join(", ") },
  });
}
