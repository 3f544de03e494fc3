import { afterEach, describe, expect, it } from "@jest/globals";
import { type CsvSource, sourceFromBase64, sourceFromText } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import type { FileRow } from "../../../../../server/modules/imports/file/domain/file-row.js";
import { type CsvTable, readTable } from "../../../../../server/modules/imports/file/table.adapter.js";
import { FileThreads } from "../../../../../server/modules/imports/file/thread/file-threads.adapter.js";
import { fileForThread, TableThread } from "../../../../../server/modules/imports/file/thread/table-thread.adapter.js";
import { SystemClock } from "../../../../../server/platform/clock/system-clock.js";
import { threadTime } from "../../../../support/growth.js";
import { textRows, workbook } from "../../../../support/workbook.js";

const clock = new SystemClock();
const threads = new FileThreads(clock);
const open: CsvTable[] = [];
afterEach(async () => {
  for (const table of open.splice(0)) await table.close();
});

const HEADER = ["external_id", "name", "reference", "balance", "currency", "due_date"];
const rows = (count: number) => Array.from({ length: count }, (_, n) => [`C-${n}`, "Ana Peña", `F-${n}`, "1.500,50", "COP", "25/12/2026"]);
const csv = (count: number) => [HEADER, ...rows(count)].map((cells) => cells.join(";")).join("\n");

async function apart(source: CsvSource, accountId = 1, signal?: AbortSignal): Promise<CsvTable> {
  const table = await threads.read(accountId, source, "debts", {}, signal);
  open.push(table);
  return table;
}

async function all(table: CsvTable): Promise<FileRow[]> {
  const found: FileRow[] = [];
  for await (const row of table.rows()) found.push(row);
  return found;
}

/** A thread that does something else than reading. */
async function planted(code: string, limits: Partial<ConstructorParameters<typeof TableThread>[2]> = {}): Promise<TableThread> {
  const entry = new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${code}`)}`);
  const given = { silentMs: 60_000, workingMs: 60_000, heapMb: 64, ...limits };
  return new TableThread(await fileForThread(sourceFromText("a.csv", csv(1)), "debts", {}), clock, given, entry);
}

describe("a table that a thread reads", () => {
  it.each<[string, CsvSource]>([
    ["text", sourceFromText("a.csv", csv(1_200))],
    ["bytes", sourceFromBase64("a.csv", Buffer.from(csv(1_200), "latin1").toString("base64"))],
    ["a workbook", sourceFromBase64("a.xlsx", workbook([{ name: "A", rows: textRows([HEADER, ...rows(1_200)]) }]).toString("base64"))],
  ])("is the one that is read here: %s", async (_, source) => {
    const [there, here] = [await apart(source), await readTable(source, "debts")];
    const { rows: _rows, close: _close, ...known } = there;
    const { rows: __rows, close: __close, ...same } = here;
    expect(known).toEqual(same);
    expect(await all(there)).toEqual(await all(here));
    // More than once, and not to its end.
    for await (const { line } of there.rows()) if (line > 700) break;
    expect(await all(there)).toHaveLength(1_200);
  });

  it("says what is wrong with a file as if it were read here", async () => {
    await expect(apart(sourceFromText("a.csv", "  \n"))).rejects.toMatchObject({ name: "DomainError", code: "import.empty" });
    const wide = `${Array.from({ length: 201 }, (_, n) => n).join(";")}\n`;
    await expect(apart(sourceFromText("a.csv", wide))).rejects.toMatchObject({ kind: "invalid", code: "import.not_csv" });
  });

  it("hands on what its bytes could not be had for", async () => {
    const gone = new Error("The upload is gone");
    const source = sourceFromText("a.csv", csv(1));
    const bytes = {
      size: () => Promise.resolve(10),
      slice: () => Promise.reject(gone),
      close: () => Promise.resolve(),
      read: source.open as never,
    };
    await expect(apart({ ...source, bytes })).rejects.toBe(gone);
  });
});

describe("a thread", () => {
  it("that comes to no end is ended, and meanwhile others are served", async () => {
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    const thread = await planted("for (;;);", { silentMs: 700 });
    await expect(thread.table()).rejects.toMatchObject({ kind: "invalid", code: "import.too_slow" });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
  });

  it("that keeps talking is ended all the same when it has worked long enough", async () => {
    const code = `const work = () => { for (let n = 0; n < 2e7; n++); parentPort.postMessage({ type: "need", need: 1, start: 0, length: 1 }); };
      parentPort.on("message", work); work();`;
    const thread = await planted(code, { workingMs: 500 });
    await expect(thread.table()).rejects.toMatchObject({ code: "import.too_slow" });
  });

  it("that fills the memory is ended before it does", async () => {
    const thread = await planted("const kept = []; for (;;) kept.push({ kept: kept.length });", { heapMb: 32 });
    await expect(thread.table()).rejects.toMatchObject({ kind: "invalid", code: "import.too_heavy" });
  });

  it("that dies is no riddle to whoever waits", async () => {
    await expect((await planted("process.exit(3);")).table()).rejects.toThrow("ended by itself");
    await expect((await planted("throw new Error('lost');")).table()).rejects.toThrow("lost");
  });

  it("is let go with whoever asked for it", async () => {
    const closing = new AbortController();
    const reading = apart(sourceFromText("a.csv", csv(60_000)), 1, closing.signal);
    closing.abort(new Error("the process ends"));
    await expect(reading).rejects.toThrow("the process ends");
    await expect(apart(sourceFromText("a.csv", csv(1)), 1, closing.signal)).rejects.toThrow("the process ends");
  });

  it("that still learns is let go when the process ends; one whose rows are being taken in is not", async () => {
    const own = new FileThreads(clock);
    const table = await own.read(1, sourceFromText("a.csv", csv(1_200)), "debts", {});
    open.push(table);
    const learning = own.read(1, sourceFromText("a.csv", csv(60_000)), "debts", {});
    await Promise.resolve();
    setImmediate(() => own.onModuleDestroy());
    await expect(learning).rejects.toMatchObject({ kind: "unavailable", code: "import.stopping" });
    expect(await all(table)).toHaveLength(1_200);
  });
});

it("an account has three files read at once, others have theirs, and a place is free again when a file is closed", async () => {
  const file = () => sourceFromText("a.csv", csv(1));
  const first = await apart(file());
  await apart(file());
  await apart(file());
  await expect(apart(file())).rejects.toMatchObject({ kind: "too_many", code: "import.busy" });
  await apart(file(), 2);
  // What a process does by itself has limits of its own.
  await apart(file(), 1, new AbortController().signal);
  await expect(apart(sourceFromText("a.csv", ""), 2)).rejects.toMatchObject({ code: "import.empty" });
  await first.close();
  await apart(file(), 2);
});

it.each<[string, () => CsvSource]>([
  ["CSV", () => sourceFromText("a.csv", csv(100_000))],
  ["workbook", () => sourceFromBase64("a.xlsx", workbook([{ name: "A", rows: textRows([HEADER, ...rows(20_000)]) }]).toString("base64"))],
])("a large %s keeps nobody waiting: what is left to do here is never long at a time", async (_, made) => {
  const source = made();
  let [longest, before, running] = [0, threadTime(), true];
  const turn = () => {
    const now = threadTime();
    [longest, before] = [Math.max(longest, now - before), now];
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  let read = 0;
  for await (const _row of (await apart(source)).rows()) read++;
  running = false;
  expect(read).toBeGreaterThan(0);
  expect(longest).toBeLessThan(150);
});
