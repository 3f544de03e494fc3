import { reached } from "../contacts.js";
import type { Check } from "../finding.js";
import { journalRecords } from "../journal.js";

/** Nothing twice: no `ref` in two messages, and no step of a cadence twice for one debtor and one due date. */
export const doublesCheck: Check = {
  name: "doubles",
  title: "messages that went out twice",
  run(recording) {
    const sent = reached(recording).filter(({ ref }) => ref !== null);
    const byRef = [...Map.groupBy(sent, ({ ref }) => ref)].filter(([, messages]) => messages.length > 1);
    const findings = byRef.map(([ref, messages]) => ({
      at: messages[1]!.at,
      what: `ref ${ref} in ${messages.length} messages to ${messages[0]!.to}`,
    }));
    const steps = new Map<string, { readonly at: number; readonly ref: string }[]>();
    const arrived = new Map(sent.map((message) => [message.ref, message]));
    for (const { debtor, type, payload } of journalRecords(recording.journal)) {
      const { ref, step, anchor, kind } = payload as Record<string, string | null>;
      const message = type === "message.intended" && kind === "cadence" ? arrived.get(ref ?? null) : undefined;
      if (!message || !ref) continue;
      const key = `${debtor}/${step}/${anchor}`;
      const known = steps.get(key) ?? [];
      if (!known.some((one) => one.ref === ref)) steps.set(key, [...known, { at: message.at, ref }]);
    }
    for (const [key, messages] of steps) {
      if (messages.length > 1)
        findings.push({ at: messages[1]!.at, what: `step, debtor and due date ${key} in ${messages.length} messages` });
    }
    return { looked: sent.length, findings };
  },
};
