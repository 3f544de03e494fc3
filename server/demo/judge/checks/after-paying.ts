import { Books } from "../books.js";
import { contacts, ON_ITS_WAY, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";

/** Nobody is chased for a debt that was paid before the message left. */
export const afterPayingCheck: Check = {
  name: "after_paying",
  title: "contacts about what was paid",
  run(recording) {
    const books = new Books(recording);
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, text }) => {
      books.turnTo(at - ON_ITS_WAY);
      const paid = referencesIn(text).filter((reference) => (books.debt(reference)?.balanceMinor ?? 1) <= 0);
      if (paid.length > 0) return [{ at, what: `a message to ${to} about ${paid.join(", ")}, which was paid` }];
      const owners = books.ownersOf(to);
      const settled = owners.length > 0 && owners.every((debtor) => books.owedBy(debtor).length === 0);
      return settled ? [{ at, what: `a message to ${to}, who owes nothing any more` }] : [];
    });
    return { looked: sent.length, findings };
  },
};
