import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { invalid, notFound } from "../../../shared/errors.js";
import { DAY } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type CsvSource, sourceFromBytes } from "../file/csv-source.adapter.js";
import { piecesOf } from "../file/pieces.adapter.js";
import { IMPORT_UPLOAD, IMPORT_UPLOAD_PIECE, type ImportsTables, PORTFOLIO_IMPORT } from "../imports.tables.js";

const COLUMNS = ["id", "account_id", "public_id", "file_name_sealed", "bytes", "expires_at"] as const;
export type UploadRecord = Readonly<Pick<Selectable<ImportsTables["import_upload"]>, (typeof COLUMNS)[number]>>;

export const LARGEST_UPLOAD = 200 * 1024 * 1024;
/** Bytes of a piece; every piece but the last is this long, so that a place in the file tells the piece. */
const PIECE = 512 * 1024;
const KEEP_UNUSED = DAY;
const KEEP_PROCESSED = 7 * DAY;

/** Files that wait for their import, in sealed pieces. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a file in as it arrives; never holds more than a piece of it. One that breaks off leaves nothing.
   * @throws DomainError `upload.empty`, `upload.too_large`, and what the sender's connection throws
   */
  async receive(accountId: number, fileName: string, content: AsyncIterable<Uint8Array>): Promise<UploadRecord> {
    const row = await this.open(accountId, fileName);
    try {
      let bytes = 0;
      for await (const piece of piecesOf(content, PIECE)) {
        if (bytes + piece.length > LARGEST_UPLOAD) throw tooLarge();
        await this.keep(row, bytes / PIECE, piece);
        bytes += piece.length;
      }
      if (bytes === 0) {
        throw invalid("upload.empty", "The file is empty.", { field: "body", remedy: "Send the file's bytes as the body of the request." });
      }
      await this.db.inUnitOfWork("upload.close", () => this.change(accountId, row.id).set({ bytes }).execute());
      return { ...row, bytes };
    } catch (error) {
      await this.db.inUnitOfWork("upload.drop", () => this.drop(accountId, [row.id]));
      throw error;
    }
  }

  /** @throws DomainError `upload.not_found`: it never came, came in part, or was deleted */
  async byPublicId(accountId: number, publicId: string): Promise<UploadRecord> {
    const row = await this.uploads(accountId).select(COLUMNS).where("public_id", "=", publicId).where("bytes", ">", 0).executeTakeFirst();
    if (!row) throw gone();
    return row;
  }

  /** @throws DomainError `upload.not_found` */
  async source(accountId: number, id: number): Promise<CsvSource> {
    const row = await this.uploads(accountId).select(COLUMNS).where("id", "=", id).executeTakeFirst();
    if (!row) throw gone();
    let last: { readonly position: number; readonly body: Buffer } | undefined;
    const piece = async (position: number) => {
      if (last?.position !== position) last = { position, body: await this.piece(row, position) };
      return last.body;
    };
    return sourceFromBytes(await this.fileName(accountId, row), {
      size: () => Promise.resolve(row.bytes),
      read: () => this.read(row),
      async slice(start, length) {
        const parts: Buffer[] = [];
        const end = Math.min(start + length, row.bytes);
        for (let at = start; at < end;) {
          const position = Math.floor(at / PIECE);
          const part = (await piece(position)).subarray(at % PIECE, (at % PIECE) + end - at);
          parts.push(part);
          at += part.length;
        }
        return Buffer.concat(parts);
      },
      close: () => Promise.resolve(),
    });
  }

  async fileName(accountId: number, row: UploadRecord): Promise<string> {
    const cell = { table: IMPORT_UPLOAD, column: "file_name_sealed", row: row.public_id } as const;
    return (await this.vault.open(accountId, null, cell, row.file_name_sealed)) ?? "";
  }

  /** For a look ahead. @throws DomainError `upload.not_found` */
  async peek(accountId: number, publicId: string): Promise<CsvSource> {
    return this.source(accountId, (await this.byPublicId(accountId, publicId)).id);
  }

  /** For an import: from now it is kept seven days. @throws DomainError `upload.not_found` */
  async take(accountId: number, publicId: string): Promise<{ id: number; source: CsvSource }> {
    const { id } = await this.byPublicId(accountId, publicId);
    await this.db.inUnitOfWork("upload.take", () =>
      this.change(accountId, id)
        .set({ expires_at: this.clock.now() + KEEP_PROCESSED })
        .execute(),
    );
    return { id, source: await this.source(accountId, id) };
  }

  /** Deletes files whose time is over; one that an import still reads stays. @returns how many */
  async forget(accountId: number): Promise<number> {
    const due = this.db
      .typed<ImportsTables>()
      .selectFrom(`${IMPORT_UPLOAD} as u`)
      .select("u.id")
      .where("u.account_id", "=", accountId)
      .where("u.expires_at", "<", this.clock.now())
      .where((is) => {
        const reading = is.selectFrom(`${PORTFOLIO_IMPORT} as i`).select("i.id").whereRef("i.account_id", "=", "u.account_id");
        return is.not(is.exists(reading.whereRef("i.upload_id", "=", "u.id").where("i.status", "=", "running")));
      })
      .limit(20);
    // Mostly there is nothing, and looking takes no transaction.
    if ((await due.execute()).length === 0) return 0;
    return this.db.inUnitOfWork("upload.forget", async () => {
      const ids = (await due.execute()).map(({ id }) => id);
      if (ids.length > 0) await this.drop(accountId, ids);
      return ids.length;
    });
  }

  private open(accountId: number, fileName: string): Promise<UploadRecord> {
    return this.db.inUnitOfWork("upload.open", async () => {
      const now = this.clock.now();
      const publicId = this.ids.next();
      const cell = { table: IMPORT_UPLOAD, column: "file_name_sealed", row: publicId } as const;
      const sealed = await this.vault.seal(accountId, null, cell, fileName);
      const row = { account_id: accountId, public_id: publicId, file_name_sealed: sealed, bytes: 0, expires_at: now + KEEP_UNUSED };
      await this.db.insert(IMPORT_UPLOAD, [{ ...row, created_at: now }]);
      const { id } = await this.uploads(accountId).select("id").where("public_id", "=", publicId).executeTakeFirstOrThrow();
      return { ...row, id };
    });
  }

  private keep(row: UploadRecord, position: number, piece: Uint8Array): Promise<number> {
    return this.db.inUnitOfWork("upload.piece", async () => {
      const sealed = await this.vault.seal(row.account_id, null, cellOf(row, position), piece);
      return this.db.insert(IMPORT_UPLOAD_PIECE, [{ account_id: row.account_id, upload_id: row.id, position, body_sealed: sealed }]);
    });
  }

  private async *read(row: UploadRecord): AsyncGenerator<Uint8Array> {
    for (let position = 0; position * PIECE < row.bytes; position++) yield await this.piece(row, position);
  }

  private async piece(row: UploadRecord, position: number): Promise<Buffer> {
    const pieces = this.db.typed<ImportsTables>().selectFrom(IMPORT_UPLOAD_PIECE).select("body_sealed");
    const own = pieces.where("account_id", "=", row.account_id).where("upload_id", "=", row.id);
    const stored = await own.where("position", "=", position).executeTakeFirst();
    if (!stored) throw gone();
    return this.vault.openBytes(row.account_id, cellOf(row, position), stored.body_sealed);
  }

  private async drop(accountId: number, ids: readonly number[]): Promise<void> {
    const db = this.db.typed<ImportsTables>();
    await db.deleteFrom(IMPORT_UPLOAD_PIECE).where("account_id", "=", accountId).where("upload_id", "in", ids).execute();
    await db.deleteFrom(IMPORT_UPLOAD).where("account_id", "=", accountId).where("id", "in", ids).execute();
  }

  private uploads(accountId: number) {
    return this.db.typed<ImportsTables>().selectFrom(IMPORT_UPLOAD).where("account_id", "=", accountId);
  }

  private change(accountId: number, id: number) {
    return this.db.typed<ImportsTables>().updateTable(IMPORT_UPLOAD).where("account_id", "=", accountId).where("id", "=", id);
  }
}

function cellOf(row: UploadRecord, position: number) {
  return { table: IMPORT_UPLOAD_PIECE, column: "body_sealed", row: `${row.public_id}/${position}` } as const;
}

function tooLarge() {
  return invalid("upload.too_large", "The file is larger than 200 MB.", {
    field: "body",
    remedy: "Send it in parts, each with the header, or as XLSX, which is smaller.",
    params: { bytes: LARGEST_UPLOAD },
  });
}

function gone() {
  return notFound(
    "upload.not_found",
    "There is no such file any more: files are deleted a day after they came, or seven after their import.",
    {
      field: "upload",
      remedy: "Send the file again.",
    },
  );
}
