import { isAnswer, reached, writings } from "../contacts.js";
import type { Check } from "../finding.js";

/** Free text goes only to who wrote within 24 hours; anything else has to be a template. */
export const answersCheck: Check = {
  name: "answers",
  title: "free text to people who had not written",
  run(recording) {
    const written = writings(recording);
    const sent = reached(recording).filter(({ kind }) => kind !== "template");
    const findings = sent
      .filter((message) => !isAnswer(message, written))
      .map(({ at, to }) => ({ at, what: `free text to ${to}, who had not written for 24 hours` }));
    return { looked: sent.length, findings };
  },
};
