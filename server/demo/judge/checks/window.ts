import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";
import { outsideHours, rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";

/** Every contact inside the hours of every pack that binds, on every clock the debtor may live by. */
export const windowCheck: Check = {
  name: "window",
  title: "contacts outside lawful hours",
  run(recording) {
    const residents = new Residents(recording);
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to }) => {
      const homes = residents.residencesOf(to, at);
      if (homes.length === 0) return [{ at, what: `a message to ${to}, a number that is in no file` }];
      const closed = homes.flatMap((home) =>
        rulesFor(home, "hours").flatMap(({ pack, rule }) =>
          zonesFor(home).flatMap((zone) => {
            const clock = outsideHours(rule.week, at, zone);
            return clock === null ? [] : [`${pack} ${rule.id}: ${clock}`];
          }),
        ),
      );
      return closed.length === 0 ? [] : [{ at, what: `a message to ${to}, ${closed[0]}` }];
    });
    return { looked: sent.length, findings };
  },
};
