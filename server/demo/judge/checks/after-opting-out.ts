import { contacts, ON_ITS_WAY, reached } from "../contacts.js";
import type { Check } from "../finding.js";

/** After a "stop", in whatever words, nothing but one confirmation. */
export const afterOptingOutCheck: Check = {
  name: "after_opting_out",
  title: "messages after an opt-out",
  run(recording) {
    const stops = recording.received.filter(({ meant }) => meant === "opt_out");
    const byPhone = Map.groupBy(reached(recording), ({ to }) => to);
    const opening = new Set(contacts(recording));
    const findings = stops.flatMap(({ at, from }) => {
      const later = (byPhone.get(from) ?? []).filter(
        (message) => message.at > at + ON_ITS_WAY || (message.at > at && !opening.has(message)),
      );
      // One answer confirms it; a contact is none, and neither is a second answer.
      const first = later[0];
      const allowed = first && !opening.has(first) ? 1 : 0;
      return later
        .slice(allowed)
        .map((message) => ({ at: message.at, what: `a message to ${from}, who had asked for none at ${new Date(at).toISOString()}` }));
    });
    return { looked: stops.length, findings };
  },
};
