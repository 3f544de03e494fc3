import { amountsIn } from "../amounts.js";
import { contacts, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";

/** What the helpdesk shows and the journal keeps is what Meta was given to fill the template with: else all else was judged by another text. */
export const asSentCheck: Check = {
  name: "as_sent",
  title: "messages that reached the phone with another content",
  run(recording) {
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, text, parameters }) => {
      const given = parameters.join("\n");
      const strange = parameters.find((value) => !text.includes(value));
      const missing = referencesIn(text).find((reference) => !given.includes(reference));
      if (strange === undefined && missing === undefined && amountsIn(text).length === amountsIn(given).length) return [];
      return [{ at, what: `a message to ${to} shows ${missing ?? "other values"} where Meta was given ${strange ?? "none"}` }];
    });
    return { looked: sent.length, findings };
  },
};
