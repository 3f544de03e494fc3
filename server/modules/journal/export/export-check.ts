import type { z } from "zod";
import { canonical } from "../chain/canonical.js";
import { ChainCheck, personalFinding } from "../chain/chain-check.js";
import { type Checkpoint, fingerprint, isSigned } from "../chain/checkpoint.js";
import { finding, type ChainFinding } from "../chain/finding.js";
import { ExportLine, parseLine, type HeaderLine, type RecordLine, type TrailerLine } from "./lines.js";

export interface ExportCheckOptions {
  /** A checkpoint kept outside: the export must hold exactly the records it was signed over. */
  readonly against?: Checkpoint | undefined;
  /** The key the signatures must be of: base64 as in the header, or its fingerprint. Without it the file's own key is taken. */
  readonly key?: string | undefined;
}

/** Checks an export line by line. After a finding it is of no further use. */
export class ExportCheck {
  private header: z.infer<typeof HeaderLine> | null = null;
  private chain = new ChainCheck("");
  private readonly usedKeys = new Set<string>();
  private ended = false;
  checkpoints = 0;
  /** Records whose personal part is gone for good. */
  erased = 0;
  /** Number of the last record under a signature. */
  signedUpTo = 0;

  constructor(private readonly options: ExportCheckOptions) {}

  get account(): string | null {
    return this.header?.account ?? null;
  }

  get position(): { readonly seq: number; readonly head: string; readonly root: string } {
    return { seq: this.chain.seq, head: this.chain.head, root: this.chain.root };
  }

  get keys(): readonly string[] {
    return [...this.usedKeys].map(fingerprint);
  }

  line(text: string): ChainFinding | null {
    const value = parseLine(text);
    if (value === undefined) return finding("not_json", "the line is not JSON");
    const parsed = ExportLine.safeParse(value);
    if (!parsed.success)
      return finding("wrong_shape", `the line is not of the format: ${parsed.error.issues[0]?.path.join(".") || "kind"}`);
    if (canonical(value) !== text)
      return finding("not_canonical", "the line is JSON, but not written as the export writes it: it was edited");
    const line = parsed.data;
    if (this.ended) return finding("after_trailer", "there are lines after the trailer");
    if (line.kind === "header") return this.begin(line);
    if (!this.header) return finding("wrong_header", "the file does not begin with a header");
    if (line.kind === "record") return this.record(line);
    if (line.kind === "checkpoint") return this.checkpoint(line);
    return this.end(line);
  }

  /** Called when there are no more lines. */
  finish(): ChainFinding | null {
    return this.ended ? null : finding("no_trailer", "the file ends without its trailer: it was cut");
  }

  private begin(header: z.infer<typeof HeaderLine>): ChainFinding | null {
    if (this.header) return finding("wrong_header", "there is a second header");
    const { against, key } = this.options;
    if (against && !isSigned(against))
      return finding("wrong_signature", "the signature of the checkpoint to compare with is wrong: it proves nothing");
    if (against && against.account !== header.account)
      return finding("wrong_header", "the export is of another account than the checkpoint");
    if (against && !header.keys.includes(against.publicKey)) {
      return finding("unknown_key", "the checkpoint was signed with a key that signed nothing in this export");
    }
    if (key !== undefined && !header.keys.every((own) => own === key || fingerprint(own) === key)) {
      return finding("unknown_key", "the export was signed with another key");
    }
    this.header = header;
    this.chain = new ChainCheck(header.account);
    return null;
  }

  private record(line: z.infer<typeof RecordLine>): ChainFinding | null {
    const { payload, personal, salt, ...rest } = line;
    const record = { ...rest, payload: canonical(payload) };
    const bad = this.chain.record(record);
    if (bad) return bad;
    if (personal !== null && salt !== null) {
      const altered = personalFinding(record, Buffer.from(salt, "base64"), canonical(personal));
      if (altered) return altered;
    } else if (personal !== null || salt !== null) {
      return finding("personal_altered", `the personal part of record ${line.seq} is not whole`);
    } else if (line.commitment !== null) {
      this.erased++;
    }
    const { against } = this.options;
    return against?.seq === line.seq ? this.chain.checkpoint(against) : null;
  }

  private checkpoint(line: Checkpoint): ChainFinding | null {
    if (!this.header?.keys.includes(line.publicKey)) {
      return finding("unknown_key", `the checkpoint at record ${line.seq} is signed with a key the header does not name`);
    }
    const bad = this.chain.checkpoint(line);
    if (bad) return bad;
    this.usedKeys.add(line.publicKey);
    this.checkpoints++;
    this.signedUpTo = line.seq;
    return null;
  }

  private end(trailer: z.infer<typeof TrailerLine>): ChainFinding | null {
    const { seq, head, root } = this.position;
    this.ended = true;
    if (this.options.against && this.options.against.seq > seq) {
      return finding("cut_tail", `the export ends with record ${seq}, but record ${this.options.against.seq} was signed: the tail was cut`);
    }
    if (this.header?.to !== seq || trailer.records !== seq)
      return finding("wrong_total", `the file holds ${seq} records and claims another number`);
    if (trailer.head !== head || trailer.root !== root) return finding("wrong_total", "the trailer does not match the records");
    if (trailer.checkpoints !== this.checkpoints) return finding("wrong_total", "checkpoints were taken out or put in");
    if (this.usedKeys.size !== this.header.keys.length) return finding("unknown_key", "the header names a key that signed nothing");
    if (this.options.key !== undefined && this.checkpoints === 0) return finding("unknown_key", "nothing in this export is signed");
    return null;
  }
}
