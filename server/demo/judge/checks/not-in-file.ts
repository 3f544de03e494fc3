import { contacts, ON_ITS_WAY, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";

/** A debt that the creditor's last full file lacks is not chased until a file has it again: it may well be settled. */
export const notInFileCheck: Check = {
  name: "not_in_file",
  title: "contacts about debts the last full file lacks",
  run(recording) {
    const files = recording.files
      .toSorted((a, b) => a.at - b.at)
      .map((file) => ({ ...file, has: new Set(file.rows.map((row) => row.reference)) }));
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, text }) => {
      const last = files.findLastIndex((file) => file.mode === "snapshot" && file.at < at - ON_ITS_WAY);
      if (last < 0) return [];
      // What a file has is known as soon as it came; what it lacks may be on its way already.
      const since = files.slice(last).filter((file) => file.at <= at);
      const gone = referencesIn(text).filter((reference) => !since.some(({ has }) => has.has(reference)));
      return gone.length === 0 ? [] : [{ at, what: `a message to ${to} about ${gone.join(", ")}, which the last full file lacks` }];
    });
    return { looked: sent.length, findings };
  },
};
