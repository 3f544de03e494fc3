/** What is wrong with a chain, and the sentence that says so. */
export interface ChainFinding {
  readonly code: FindingCode;
  readonly message: string;
}

export type FindingCode =
  | "not_text"
  | "not_json"
  | "wrong_shape"
  | "not_canonical"
  | "wrong_header"
  | "gap"
  | "swapped"
  | "out_of_order"
  | "broken_link"
  | "altered"
  | "personal_altered"
  | "debtor_altered"
  | "head_altered"
  | "wrong_root"
  | "wrong_signature"
  | "unknown_key"
  | "cut_tail"
  | "wrong_total"
  | "no_trailer"
  | "after_trailer";

export function finding(code: FindingCode, message: string): ChainFinding {
  return { code, message };
}
