import { contacts, ON_ITS_WAY, reached } from "../contacts.js";
import type { Check } from "../finding.js";
import { Residents } from "../residents.js";

/** After a "stop", in whatever words, nothing but one confirmation, nor a contact at another number of the same person. */
export const afterOptingOutCheck: Check = {
  name: "after_opting_out",
  title: "messages after an opt-out",
  run(recording) {
    const stops = recording.received.filter(({ meant }) => meant === "opt_out");
    const byPhone = Map.groupBy(reached(recording), ({ to }) => to);
    const opening = new Set(contacts(recording));
    const residents = new Residents(recording);
    const findings = stops.flatMap(({ at, from }) => {
      const later = (byPhone.get(from) ?? []).filter(
        (message) => message.at > at + ON_ITS_WAY || (message.at > at && !opening.has(message)),
      );
      // One answer confirms it; a contact is none, and neither is a second answer.
      const first = later[0];
      const allowed = first && !opening.has(first) ? 1 : 0;
      // Who spoke is who was known to have the number then; where else they are, what was known when it was written to.
      const speakers = residents.holdersOf(from, at);
      const elsewhere = [...opening].filter((message) => {
        if (message.to === from || message.at <= at + ON_ITS_WAY) return false;
        const holders = residents.holdersOf(message.to, message.at);
        return speakers.every((speaker) => holders.includes(speaker));
      });
      return [...later.slice(allowed), ...elsewhere].map((message) => ({
        at: message.at,
        what: `a message to ${message.to}, who had asked for none at ${new Date(at).toISOString()}`,
      }));
    });
    return { looked: stops.length, findings };
  },
};
