import type { Character, Weights } from "./persona.js";

/**
 * How a hundred debtors of each stage behave: the younger a debt, the likelier it is paid when somebody reminds of it; the older, the
 * likelier that nobody reads, somebody protests, or the number is somebody else's by now.
 */
const SHARES: Readonly<Record<Character, readonly [preDue: number, due: number, d30: number, d90: number, older: number]>> = {
  not_on_whatsapp: [2, 2, 3, 4, 6],
  switched_off: [1, 1, 2, 4, 6],
  never_reads: [8, 8, 12, 18, 26],
  only_reads: [22, 20, 20, 22, 22],
  pays: [38, 38, 25, 11, 4],
  pays_partly: [3, 4, 7, 8, 4],
  pays_too_much: [1, 1, 1, 0.5, 0],
  pays_under_a_wrong_reference: [1, 1, 1, 0.5, 0.5],
  says_it_is_paid: [4, 4, 4, 3, 2],
  promises_and_keeps: [7, 8, 10, 8, 4],
  promises_and_breaks: [2, 3, 5, 7, 6],
  asks: [6, 5, 4, 4, 3],
  disputes: [2, 2, 2.5, 4, 6],
  is_somebody_else: [1, 1, 1.5, 2.5, 5],
  opts_out: [2, 2, 2, 3.5, 5.5],
};

const STAGES = ["pre_due", "due", "d1_30", "d31_90", "d91_plus"] as const;

export const RATES = Object.fromEntries(
  STAGES.map((stage, index) => [stage, Object.entries(SHARES).map(([character, shares]) => [character as Character, shares[index]!])]),
) as unknown as Weights;
