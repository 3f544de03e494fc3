import { Books } from "../books.js";
import { ON_ITS_WAY, reached, referencesIn } from "../contacts.js";
import type { Check } from "../finding.js";

/** A debt is told to who owes it, and a number that two debtors gave gets none, for nobody knows who reads it. */
export const rightPartyCheck: Check = {
  name: "right_party",
  title: "debts told to somebody else",
  run(recording) {
    const books = new Books(recording);
    const sent = reached(recording);
    const findings = sent.flatMap(({ at, to, kind, text }) => {
      books.turnTo(at - ON_ITS_WAY);
      const owners = books.ownersOf(to);
      const others = referencesIn(text).filter((reference) => {
        const debt = books.debt(reference);
        return debt !== null && !owners.includes(debt.debtor);
      });
      if (others.length > 0) return [{ at, what: `a message to ${to} about ${others.join(", ")}, which somebody else owes` }];
      return kind === "template" && owners.length > 1
        ? [{ at, what: `a message to ${to}, which is the number of ${owners.join(", ")}` }]
        : [];
    });
    return { looked: sent.length, findings };
  },
};
