import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { type ExportVerdict, readCheckpoint, verifyExport } from "../modules/journal/index.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly against?: string;
  readonly key?: string;
  readonly json?: boolean;
}

export async function verifyFile(file: string, options: Options, context: CommandContext): Promise<void> {
  try {
    const against = options.against === undefined ? undefined : readCheckpoint(await readFile(options.against, "utf8"));
    const verdict = await verifyExport(createReadStream(file), { against, key: options.key });
    context.out.write(options.json === true ? `${JSON.stringify(verdict)}\n` : describe(verdict, options));
    context.exitWith(verdict.ok ? 0 : 1);
  } catch (error) {
    context.err.write(`${(error as Error).message}\n`);
    context.exitWith(2);
  }
}

function describe(verdict: ExportVerdict, { against, key }: Options): string {
  const { firstBad, records, checkpoints, erased, signedUpTo, head } = verdict;
  if (firstBad) {
    const where = firstBad.seq === null ? `Line ${firstBad.line}` : `Line ${firstBad.line} (record ${firstBad.seq})`;
    return `NOT VERIFIED. ${where}: ${firstBad.message}.\nBefore it ${records} records could be followed.\n`;
  }
  const lines = [
    `Verified: ${records} records of account ${verdict.account}, ${checkpoints} checkpoints, ${erased} personal parts erased.`,
    `Last record: ${head}`,
    ...verdict.keys.map((own) => `Signed with key: ${own}`),
  ];
  if (signedUpTo < records) lines.push(`Records after ${signedUpTo} are chained but not signed.`);
  if (against === undefined && key === undefined) {
    lines.push("The key is the file's own word: compare it with the published one, or pass --key or --against.");
  }
  return `${lines.join("\n")}\n`;
}
