import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { DomainError } from "../../../../shared/errors.js";
import { type CsvSource, type FileBytes, sourceFromBytes } from "../csv-source.adapter.js";
import type { FileRow } from "../domain/file-row.js";
import { decoded } from "../encoding.adapter.js";
import { type CsvTable, readTable } from "../table.adapter.js";
import type { FromThread, ThreadOrder, ToThread } from "./thread-messages.port.js";

/** Bytes asked for at once; the pieces in which uploads are kept are as long. */
const PIECE = 512 * 1024;
/** A message ends with the row that reaches one of these. */
const ROWS_A_MESSAGE = 500;
const TEXT_A_MESSAGE = 1_000_000;

/** Reads one file in a thread of its own, and asks the one that started it for bytes. Started by `TableThread`. */
class FileThread {
  private readonly waiting = new Map<number, (content: Uint8Array) => void>();
  private readonly readings = new Map<number, AsyncGenerator<FileRow>>();
  private needs = 0;
  private table: CsvTable | null = null;

  constructor(
    private readonly port: MessagePort,
    private readonly order: ThreadOrder,
  ) {
    port.on("message", (message: ToThread) => void this.hear(message));
  }

  learn(): Promise<void> {
    return this.reporting(async () => {
      this.table = await readTable(this.source(), this.order.kind, this.order.choice);
      this.post({ type: "learned", table: { ...this.table, rows: undefined, close: undefined } });
    });
  }

  private async hear(message: ToThread): Promise<void> {
    if (message.type === "bytes") {
      this.waiting.get(message.need)?.(message.content);
      this.waiting.delete(message.need);
    } else if (message.type === "next") await this.reporting(() => this.next(message.reading));
    else {
      await this.readings.get(message.reading)?.return(undefined);
      this.readings.delete(message.reading);
    }
  }

  private async next(reading: number): Promise<void> {
    const source = this.readings.get(reading) ?? this.table!.rows();
    this.readings.set(reading, source);
    const rows: FileRow[] = [];
    let text = 0;
    let last = false;
    while (!last && rows.length < ROWS_A_MESSAGE && text < TEXT_A_MESSAGE) {
      const next = await source.next();
      if (next.done === true) last = true;
      else {
        rows.push(next.value);
        for (const cell of next.value.cells) text += cell.length;
      }
    }
    if (last) this.readings.delete(reading);
    this.post({ type: "rows", reading, rows, last });
  }

  private source(): CsvSource {
    const { fileName, size, isText } = this.order;
    const slice = (start: number, length: number) => this.bytes(start, Math.min(length, Math.max(0, size - start)));
    const bytes: FileBytes = {
      size: () => Promise.resolve(size),
      async *read() {
        for (let at = 0; at < size; at += PIECE) yield await slice(at, PIECE);
      },
      slice,
      close: () => Promise.resolve(),
    };
    if (!isText) return sourceFromBytes(fileName, bytes);
    return { name: fileName, bytes: null, encoding: () => Promise.resolve("utf-8"), open: () => decoded(bytes.read(), "utf-8") };
  }

  private bytes(start: number, length: number): Promise<Uint8Array> {
    return new Promise((resolve) => {
      const need = ++this.needs;
      this.waiting.set(need, resolve);
      this.post({ type: "need", need, start, length });
    });
  }

  private async reporting(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof DomainError) {
        const { kind, code, message, detail } = error;
        this.post({ type: "refused", kind, code, message, detail });
      } else this.post({ type: "failed", error: error as Error });
    }
  }

  private post(message: FromThread): void {
    this.port.postMessage(message, []);
  }
}

if (parentPort) await new FileThread(parentPort, workerData as ThreadOrder).learn();
