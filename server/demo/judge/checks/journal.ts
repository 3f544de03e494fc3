import { verifyExport } from "../../../modules/journal/index.js";
import { reached } from "../contacts.js";
import type { Check } from "../finding.js";
import { journalRecords } from "../journal.js";

/** The export verifies offline, and every message that left is in it. */
export const journalCheck: Check = {
  name: "journal",
  title: "a journal that does not verify or lacks a message",
  async run(recording) {
    const verdict = await verifyExport(bytes(recording.journal));
    if (verdict.firstBad)
      return { looked: verdict.records, findings: [{ at: null, what: `line ${verdict.firstBad.line}: ${verdict.firstBad.message}` }] };
    const intended = new Set<unknown>();
    for (const { type, payload } of journalRecords(recording.journal)) if (type === "message.intended") intended.add(payload["ref"]);
    const missing = reached(recording).filter(({ ref, at }) => ref !== null && at < recording.end && !intended.has(ref));
    return {
      looked: verdict.records,
      findings: missing.map(({ at, ref, to }) => ({ at, what: `message ${ref} to ${to} is not in the journal` })),
    };
  },
};

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text, "utf8"));
}
