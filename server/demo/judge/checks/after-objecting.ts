import { contacts, ON_ITS_WAY, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";

/** Whoever disputes a debt or says it is paid is not chased for it, and a wrong number not at all. */
export const afterObjectingCheck: Check = {
  name: "after_objecting",
  title: "contacts after a dispute or a wrong number",
  run(recording) {
    const byPhone = Map.groupBy(contacts(recording), ({ to }) => to);
    const objections = recording.received.filter(({ meant }) => meant === "dispute" || meant === "wrong_person" || meant === "paid");
    const findings = objections.flatMap(({ at, from, meant, about }) => {
      const sent = byPhone.get(from) ?? [];
      const disputed = referencesIn(sent.find(({ id }) => id === about)?.text ?? "");
      return sent
        .filter((message) => message.at > at + ON_ITS_WAY)
        .flatMap((message) => {
          if (meant === "wrong_person") return [{ at: message.at, what: `a message to ${from}, which is a wrong number` }];
          const again = referencesIn(message.text).filter((reference) => disputed.includes(reference));
          return again.length === 0
            ? []
            : [{ at: message.at, what: `a message to ${from} about ${again.join(", ")}, of which they had said "${meant}"` }];
        });
    });
    return { looked: objections.length, findings };
  },
};
