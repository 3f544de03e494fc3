import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";
import { onHoliday, rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";

/** No contact on a holiday of any place where the debtor may live. */
export const holidayCheck: Check = {
  name: "holiday",
  title: "contacts on holidays",
  run(recording) {
    const residents = new Residents(recording);
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to }) => {
      const closed = residents.residencesOf(to, at).flatMap((home) =>
        rulesFor(home, "holidays").flatMap(({ pack, rule }) =>
          zonesFor(home).flatMap((zone) => {
            const name = onHoliday(rule, home, at, zone);
            return name === null ? [] : [`${pack} ${rule.id}: ${name}`];
          }),
        ),
      );
      return closed.length === 0 ? [] : [{ at, what: `a message to ${to}, ${closed[0]}` }];
    });
    return { looked: sent.length, findings };
  },
};
