import type { Recording } from "../days/recording.js";
import { afterObjectingCheck } from "./checks/after-objecting.js";
import { afterOptingOutCheck } from "./checks/after-opting-out.js";
import { afterPayingCheck } from "./checks/after-paying.js";
import { answersCheck } from "./checks/answers.js";
import { asSentCheck } from "./checks/as-sent.js";
import { balanceCheck } from "./checks/balance.js";
import { capsCheck } from "./checks/caps.js";
import { consentCheck } from "./checks/consent.js";
import { doublesCheck } from "./checks/doubles.js";
import { dueDateCheck } from "./checks/due-date.js";
import { figuresCheck } from "./checks/figures.js";
import { holidayCheck } from "./checks/holiday.js";
import { journalCheck } from "./checks/journal.js";
import { notInFileCheck } from "./checks/not-in-file.js";
import { rightPartyCheck } from "./checks/right-party.js";
import { templateCheck } from "./checks/template.js";
import { widgetsCheck } from "./checks/widgets.js";
import { windowCheck } from "./checks/window.js";
import { wordingCheck } from "./checks/wording.js";
import { wordKeptCheck } from "./checks/word-kept.js";
import type { Check, Finding } from "./finding.js";

export const CHECKS: readonly Check[] = [
  windowCheck,
  holidayCheck,
  capsCheck,
  doublesCheck,
  afterPayingCheck,
  notInFileCheck,
  afterOptingOutCheck,
  afterObjectingCheck,
  wordKeptCheck,
  balanceCheck,
  dueDateCheck,
  rightPartyCheck,
  consentCheck,
  templateCheck,
  asSentCheck,
  wordingCheck,
  answersCheck,
  figuresCheck,
  journalCheck,
  widgetsCheck,
];

export interface Judgement {
  readonly lawful: boolean;
  readonly checks: readonly { readonly name: string; readonly title: string; readonly looked: number; readonly found: number }[];
  readonly findings: readonly Finding[];
}

/** Judges a recording from what went over the doors and the packs as data. None of Saldo's own deciding has a part in it. */
export async function judge(recording: Recording): Promise<Judgement> {
  const findings: Finding[] = [];
  const checks: Judgement["checks"][number][] = [];
  for (const check of CHECKS) {
    const { name, title } = check;
    const verdict = await check.run(recording);
    checks.push({ name, title, looked: verdict.looked, found: verdict.findings.length });
    findings.push(...verdict.findings.map((finding) => ({ check: name, ...finding })));
  }
  return { lawful: findings.length === 0, checks, findings };
}
