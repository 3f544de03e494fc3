import { Readable } from "node:stream";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import { invalid } from "../../../../shared/errors.js";
import type { FileBytes } from "../csv-source.adapter.js";

/** Bytes of one part when unpacked: what a million rows need. */
const LARGEST_PART = 600_000_000;
/** XML of tables shrinks to a tenth or a twentieth; what shrinks much more was made to fill a memory. */
const HIGHEST_RATIO = 200;
const RATIO_COUNTS_FROM = 10_000_000;
const MOST_PARTS = 5_000;
const PIECE = 65_536;

/** A ZIP archive whose parts are unpacked as they are read, never more of them than the limits allow. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws DomainError `import.xlsx_broken`, `import.xlsx_too_large` */
  static async open(bytes: FileBytes): Promise<Archive> {
    try {
      const zip = await fromRandomAccessReaderPromise(new BytesReader(bytes), await bytes.size(), { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MOST_PARTS) throw workbookTooLarge();
      const parts = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
      return new Archive(zip, parts);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  /**
   * The bytes of a part; an archive without it has none.
   * @param most bytes when unpacked
   */
  async *read(name: string, most = LARGEST_PART): AsyncGenerator<Uint8Array> {
    const entry = this.parts.get(name);
    if (!entry) return;
    if (entry.uncompressedSize > most || isBomb(entry)) throw workbookTooLarge();
    try {
      // Ends with an error when the part turns out longer than the archive said.
      yield* (await this.zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

class BytesReader extends RandomAccessReader {
  constructor(private readonly bytes: FileBytes) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(range(this.bytes, start, end), { objectMode: false });
  }
}

async function* range(bytes: FileBytes, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const piece = await bytes.slice(at, Math.min(PIECE, end - at));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}

function isBomb({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * HIGHEST_RATIO;
}

/** What the archive reader says of a damaged file is not for people. */
function asRefusal(error: unknown): unknown {
  const { code, name } = error as { code?: unknown; name?: unknown };
  if (name === "DomainError") return error;
  // Errors of the machine have a code of their own (ENOENT); those of unpacking begin with Z.
  return typeof code === "string" && !code.startsWith("Z_") ? error : broken();
}

export function broken() {
  return invalid("import.xlsx_broken", "The workbook is damaged or is none that can be read.", {
    field: "text",
    remedy: "Open it in your spreadsheet program, save it again as XLSX or as CSV UTF-8, and send that.",
  });
}

export function workbookTooLarge() {
  return invalid("import.xlsx_too_large", "The workbook unpacks to more than can be read.", {
    field: "text",
    remedy: "Save the sheet as CSV UTF-8, or in several workbooks, and send that.",
  });
}
