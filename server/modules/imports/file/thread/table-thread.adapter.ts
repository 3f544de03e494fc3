import { Worker } from "node:worker_threads";
import { DomainError, invalid } from "../../../../shared/errors.js";
import { MINUTE } from "../../../../shared/instant.js";
import type { Clock, TimerHandle } from "../../../../platform/clock/clock.js";
import type { ImportKind } from "../../../../shared/import-fields.js";
import type { CsvSource, FileBytes } from "../csv-source.adapter.js";
import type { FileRow } from "../domain/file-row.js";
import type { CsvTable, TableChoice } from "../table.adapter.js";
import type { FromThread, LearnedTable, ThreadOrder, ToThread } from "./thread-messages.port.js";

/** What a file may cost whoever reads it. */
export interface ThreadLimits {
  /** How long a thread may work without a word. */
  readonly silentMs: number;
  /** How long it may work on one file in all; what it waits for does not count. */
  readonly workingMs: number;
  readonly heapMb: number;
}

/** Ended before the import is taken for one that nobody works on any more. */
const LIMITS: ThreadLimits = { silentMs: MINUTE, workingMs: 8 * MINUTE, heapMb: 384 };
const ENTRY = new URL("./thread-entry.adapter.js", import.meta.url);

/** A file on its way from a thread that reads it, which is ended when it takes too much of anything, or when nobody wants the file any more. */
export class TableThread {
  private readonly bytes: FileBytes;
  private readonly worker: Worker;
  private readonly learning = Promise.withResolvers<LearnedTable>();
  private readonly answers = new Map<number, PromiseWithResolvers<{ rows: readonly FileRow[]; last: boolean }>>();
  private readings = 0;
  private learned = false;
  private ended: { readonly why: unknown } | null = null;
  private timer: TimerHandle | null = null;
  private startedAt = 0;
  private worked = 0;

  constructor(
    { bytes, order }: ThreadFile,
    private readonly clock: Clock,
    private readonly limits: ThreadLimits = LIMITS,
    entry: URL = ENTRY,
  ) {
    this.bytes = bytes;
    const resourceLimits = { maxOldGenerationSizeMb: limits.heapMb };
    // None of this process's own flags; what the operator set for all of them holds here too.
    this.worker = new Worker(entry, { workerData: order, execArgv: [], resourceLimits, name: "file" });
    this.worker.on("message", (message: FromThread) => void this.hear(message));
    this.worker.on("error", (error) => this.end(isOutOfMemory(error) ? tooHeavy() : error));
    this.worker.on("exit", () => this.end(new Error("A thread that read a file ended by itself")));
    this.watch();
  }

  /** Whether nothing of the file has been handed on yet. */
  get isLearning(): boolean {
    return !this.learned && this.ended === null;
  }

  /** @throws DomainError those of `readTable`, `import.too_slow`, `import.too_heavy`, and what `end` was told */
  async table(): Promise<CsvTable> {
    const table = await this.learning.promise;
    return { ...table, rows: () => this.rows(), close: () => this.close() };
  }

  /** Whoever waits for something of it is told why. */
  end(why: unknown): void {
    if (this.ended) return;
    this.ended = { why };
    this.timer?.cancel();
    this.learning.reject(why);
    for (const answer of this.answers.values()) answer.reject(why);
    this.answers.clear();
    void this.worker.terminate();
  }

  private async close(): Promise<void> {
    this.end(new Error("The file was closed"));
    await this.worker.terminate();
  }

  private async *rows(): AsyncGenerator<FileRow> {
    const reading = ++this.readings;
    let last = false;
    try {
      while (!last) {
        const answer = await this.ask(reading);
        last = answer.last;
        yield* answer.rows;
      }
    } finally {
      if (!last && !this.ended) this.post({ type: "stop", reading });
    }
  }

  private ask(reading: number): Promise<{ rows: readonly FileRow[]; last: boolean }> {
    if (this.ended) throw this.ended.why;
    const answer = Promise.withResolvers<{ rows: readonly FileRow[]; last: boolean }>();
    this.answers.set(reading, answer);
    this.post({ type: "next", reading });
    this.watch();
    return answer.promise;
  }

  private async hear(message: FromThread): Promise<void> {
    if (this.ended) return;
    this.rest();
    if (message.type === "need") await this.give(message);
    else if (message.type === "learned") {
      this.learned = true;
      this.learning.resolve(message.table);
    } else if (message.type === "rows") {
      this.answers.get(message.reading)?.resolve(message);
      this.answers.delete(message.reading);
    } else if (message.type === "refused") this.end(new DomainError(message.kind, message.code, message.message, message.detail));
    else this.end(message.error);
    if (!this.learned || this.answers.size > 0) this.watch();
  }

  private async give({ need, start, length }: Extract<FromThread, { type: "need" }>): Promise<void> {
    try {
      const content = await this.bytes.slice(start, length);
      if (!this.ended) this.post({ type: "bytes", need, content });
    } catch (error) {
      this.end(error);
    }
  }

  private post(message: ToThread): void {
    this.worker.postMessage(message, []);
  }

  /** It is the thread's turn. */
  private watch(): void {
    if (this.ended) return;
    this.rest();
    this.startedAt = this.clock.monotonic();
    const left = Math.min(this.limits.silentMs, Math.max(0, this.limits.workingMs - this.worked));
    this.timer = this.clock.at(this.clock.now() + left, () => this.end(tooSlow()));
  }

  /** It is ours. */
  private rest(): void {
    if (!this.timer) return;
    this.timer.cancel();
    this.timer = null;
    this.worked += this.clock.monotonic() - this.startedAt;
  }
}

/** A file and what is to be learned of it. */
export interface ThreadFile {
  readonly bytes: FileBytes;
  readonly order: ThreadOrder;
}

export async function fileForThread(source: CsvSource, kind: ImportKind, choice: TableChoice): Promise<ThreadFile> {
  const bytes = source.bytes ?? (await bytesOf(source.open()));
  return { bytes, order: { fileName: source.name, size: await bytes.size(), isText: source.bytes === null, kind, choice } };
}

async function bytesOf(text: AsyncIterable<string>): Promise<FileBytes> {
  const parts: Buffer[] = [];
  for await (const piece of text) parts.push(Buffer.from(piece));
  const whole = Buffer.concat(parts);
  return {
    size: () => Promise.resolve(whole.length),
    async *read() {
      await Promise.resolve();
      yield whole;
    },
    slice: (start, length) => Promise.resolve(whole.subarray(start, start + length)),
    close: () => Promise.resolve(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown }).code === "ERR_WORKER_OUT_OF_MEMORY";
}

const PLAINER = "Save the sheet with the debts alone as CSV UTF-8, or in several files, and send that.";

function tooSlow() {
  return invalid("import.too_slow", "Reading the file takes longer than any honest file does.", { field: "text", remedy: PLAINER });
}

function tooHeavy() {
  return invalid("import.too_heavy", "Reading the file takes more memory than any honest file does.", { field: "text", remedy: PLAINER });
}
