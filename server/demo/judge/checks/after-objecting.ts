import { amountsIn } from "../amounts.js";
import { contacts, ON_ITS_WAY, reached, referencesIn } from "../contacts.js";
import type { SentMessage } from "../../days/recording.js";
import type { Check } from "../finding.js";

/** Whoever disputes a debt or says it is paid is not chased for it, at whatever number, and a wrong number not at all, nor told more of it. */
export const afterObjectingCheck: Check = {
  name: "after_objecting",
  title: "contacts after a dispute or a wrong number",
  run(recording) {
    const sent = contacts(recording);
    const byPhone = Map.groupBy(reached(recording), ({ to }) => to);
    const objections = recording.received.filter(({ meant }) => meant === "dispute" || meant === "wrong_person" || meant === "paid");
    const findings = objections.flatMap(({ at, from, meant, about }) => {
      const here = byPhone.get(from) ?? [];
      if (meant === "wrong_person") {
        return here
          .filter((message) => chases(message, at))
          .map((message) => ({ at: message.at, what: `a message to ${from}, which is a wrong number` }));
      }
      const disputed = referencesIn(here.find(({ id }) => id === about)?.text ?? "");
      return sent
        .filter((message) => message.at > at + ON_ITS_WAY)
        .flatMap((message) => {
          const again = referencesIn(message.text).filter((reference) => disputed.includes(reference));
          return again.length === 0
            ? []
            : [{ at: message.at, what: `a message to ${message.to} about ${again.join(", ")}, of which they had said "${meant}"` }];
        });
    });
    return { looked: objections.length, findings };
  },
};

/** An apology is due to a stranger; another contact is not, nor an answer that names accounts, amounts or a way to pay. */
function chases({ at, kind, text }: SentMessage, said: number): boolean {
  if (kind === "template") return at > said + ON_ITS_WAY;
  return at > said && (referencesIn(text).length > 0 || amountsIn(text).length > 0 || text.includes("http"));
}
