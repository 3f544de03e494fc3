import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { DomainError } from "../../../../shared/errors.js";
import { Clock } from "../../../../platform/clock/clock.js";
import type { ImportKind } from "../../../../shared/import-fields.js";
import type { CsvSource } from "../csv-source.adapter.js";
import type { CsvTable, TableChoice } from "../table.adapter.js";
import { fileForThread, TableThread } from "./table-thread.adapter.js";

/** Files that are read at once for people who wait: of one account, and of all, so that memory has an end. */
const OF_ACCOUNT = 3;
const OF_PROCESS = 8;

/**
 * Reads files in threads of their own: a file that is made to hold somebody up, or is only large, holds up nobody else's requests and
 * webhooks, and can be let go at any moment.
 */
@Injectable()
export class FileThreads implements OnModuleDestroy {
  private readonly threads = new Map<TableThread, number>();

  constructor(private readonly clock: Clock) {}

  /**
   * The table is open until it is closed.
   * @param signal lets the file go; without it somebody waits, and is sent away when too many do
   * @throws DomainError `import.busy`, those of `TableThread.table`
   */
  async read(accountId: number, source: CsvSource, kind: ImportKind, choice: TableChoice, signal?: AbortSignal): Promise<CsvTable> {
    const file = await fileForThread(source, kind, choice);
    if (!signal) this.refuseWhenBusy(accountId);
    signal?.throwIfAborted();
    const thread = new TableThread(file, this.clock);
    const letGo = () => thread.end(signal?.reason);
    const over = () => {
      this.threads.delete(thread);
      signal?.removeEventListener("abort", letGo);
    };
    this.threads.set(thread, accountId);
    signal?.addEventListener("abort", letGo);
    try {
      const table = await thread.table();
      return {
        ...table,
        close: async () => {
          over();
          await table.close();
        },
      };
    } catch (error) {
      over();
      throw error;
    }
  }

  /** Of what is not known yet nothing is in: it can be sent again. What is being taken in comes to its end. */
  onModuleDestroy(): void {
    for (const thread of this.threads.keys()) if (thread.isLearning) thread.end(stopping());
  }

  private refuseWhenBusy(accountId: number): void {
    const ours = [...this.threads.values()].filter((id) => id === accountId).length;
    if (ours < OF_ACCOUNT && this.threads.size < OF_PROCESS) return;
    throw new DomainError("too_many", "import.busy", "Other files are being read just now.", {
      remedy: "Wait a minute, then send it again.",
    });
  }
}

function stopping() {
  return new DomainError("unavailable", "import.stopping", "Saldo is being restarted.", {
    remedy: "Wait a minute, then send the file again.",
  });
}
