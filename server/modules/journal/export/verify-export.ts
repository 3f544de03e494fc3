import { isUtf8 } from "node:buffer";
import { finding, type ChainFinding } from "../chain/finding.js";
import { ExportCheck, type ExportCheckOptions } from "./export-check.js";
import { parseLine } from "./lines.js";
import { LineTooLong, splitLines } from "./split-lines.js";

export interface ExportVerdict {
  readonly ok: boolean;
  /** Public id; null when not even the header could be read. */
  readonly account: string | null;
  /** Records that could be followed from the first. */
  readonly records: number;
  readonly checkpoints: number;
  /** Records after this one are chained but not signed yet. */
  readonly signedUpTo: number;
  readonly erased: number;
  readonly head: string;
  readonly root: string;
  /** Fingerprints of the keys that signed, to be compared with the published one. */
  readonly keys: readonly string[];
  readonly firstBad: LocatedFinding | null;
}

/** `seq`: what the line is or says it is about; null where it is about no record. */
export type LocatedFinding = ChainFinding & { readonly line: number; readonly seq: number | null };

/** Longer than any record the server writes. */
const LONGEST_LINE = 67_108_864;

/**
 * Verifies an export by itself: no database, no secret, one pass, constant memory. FORMAT.md says what is checked and what a
 * stranger needs to do the same.
 */
export async function verifyExport(source: AsyncIterable<Uint8Array>, options: ExportCheckOptions = {}): Promise<ExportVerdict> {
  const check = new ExportCheck(options);
  let number = 0;
  let gap: LocatedFinding | null = null;
  try {
    for await (const { bytes, complete } of splitLines(source, LONGEST_LINE)) {
      number++;
      const text = isUtf8(bytes) ? Buffer.from(bytes).toString() : null;
      if (gap) return verdict(check, swappedOr(gap, seqOf(text), check.position.seq + 1));
      const bad = text === null ? finding("not_text", "the line is not UTF-8") : complete ? check.line(text) : unfinished();
      if (bad === null) continue;
      gap = { ...bad, line: number, seq: seqOf(text) };
      // Whether records are missing or only swapped, the next line tells.
      if (bad.code !== "gap") return verdict(check, gap);
    }
  } catch (error) {
    if (!(error instanceof LineTooLong)) throw error;
    return verdict(check, { ...finding("not_json", "the line is longer than any record"), line: number + 1, seq: null });
  }
  if (gap) return verdict(check, gap);
  const end = check.finish();
  return verdict(check, end && { ...end, line: number, seq: null });
}

function verdict(check: ExportCheck, firstBad: ExportVerdict["firstBad"]): ExportVerdict {
  const { account, checkpoints, signedUpTo, erased, keys, position } = check;
  return {
    ok: firstBad === null,
    account,
    records: position.seq,
    checkpoints,
    signedUpTo,
    erased,
    head: position.head,
    root: position.root,
    keys,
    firstBad,
  };
}

function swappedOr(gap: LocatedFinding, next: number | null, expected: number): LocatedFinding {
  return next === expected ? { ...gap, ...finding("swapped", `records ${next} and ${gap.seq} were swapped`) } : gap;
}

function unfinished(): ChainFinding {
  return finding("no_trailer", "the file ends in the middle of a line: it was cut");
}

/** The record a line is or says it is, for the report. */
function seqOf(text: string | null): number | null {
  const value = text === null ? null : parseLine(text);
  const seq = value !== null && typeof value === "object" && "seq" in value ? value.seq : null;
  return typeof seq === "number" ? seq : null;
}
