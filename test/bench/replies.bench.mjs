import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { rounded } from "./harness/figures.mjs";
import { built } from "./harness/saldo.mjs";
import { intentOf, judge, SAFETY } from "./replies/judge.mjs";

const OWN = ["used-while-building", "held-out", "blind"].map((name) => new URL(`../replies/${name}.jsonl`, import.meta.url));
const TARGETS = { accuracy: { min: 0.95 }, ...Object.fromEntries(SAFETY.map((intent) => [`recall.${intent}`, { min: 0.99 }])) };

/**
 * How well debtors' words are understood: accuracy, recall and precision by intent, the confusion matrix. `--file F` judges other replies than
 * our own: JSON lines of text, language and intent. What the labels mean is told in `test/replies/README.md`.
 */
export async function bench(args) {
  const { values } = parseArgs({ args, options: { file: { type: "string" } } });
  const files = values.file === undefined ? OWN : [values.file];
  const rules = await built("modules/negotiation/rules.js");
  const { readLanguages } = await built("modules/templates/message-languages.adapter.js");
  const replies = files.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map(labelled));
  const judged = judge(replies, readLanguages("templates"), rules);
  console.log(matrix(judged));
  for (const { text, language, intent, said } of judged.wrong) console.log(`✗ ${intent} taken for ${said}: ${text} (${language})`);
  const recall = Object.fromEntries(judged.labels.map((label) => [label, rounded(judged.recall(label))]));
  const figures = { accuracy: judged.accuracy, ...Object.fromEntries(SAFETY.map((label) => [`recall.${label}`, judged.recall(label)])) };
  // A label that a file does not have is not judged.
  const met = ([name, { min }]) => Number.isNaN(figures[name]) || figures[name] >= min;
  for (const target of Object.entries(TARGETS)) {
    const [name, { min }] = target;
    console.log(`${met(target) ? "✓" : "✗"} ${name} ${rounded(figures[name])}, at least ${min}`);
  }
  const ok = Object.entries(TARGETS).every(met);
  const safety = Object.fromEntries(SAFETY.map((label) => [label, Number.isNaN(figures[`recall.${label}`]) ? null : recall[label]]));
  const wrong = judged.wrong.length;
  const last = {
    bench: "replies",
    replies: replies.length,
    accuracy: rounded(judged.accuracy),
    wrong,
    safety,
    recall,
    targets: TARGETS,
    ok,
  };
  console.log(JSON.stringify(last));
  if (!ok) process.exitCode = 1;
}

function labelled(line) {
  const { text, language, intent, label } = JSON.parse(line);
  return { text, language, intent: intentOf(intent ?? label) };
}

/** Rows: what was meant; columns: what it was taken for, by number. */
function matrix({ labels, count }) {
  const width = Math.max(...labels.map((label) => label.length));
  const head = labels.map((_, index) => String(index + 1).padStart(4)).join("");
  const rows = labels.map((label, index) => {
    const cells = labels.map((said) => String(count(label, said) || ".").padStart(4)).join("");
    return `${String(index + 1).padStart(2)} ${label.padEnd(width)}${cells}`;
  });
  return [" ".repeat(width + 3) + head, ...rows].join("\n");
}
