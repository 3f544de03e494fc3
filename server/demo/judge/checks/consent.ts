import type { FileRow } from "../../days/recording.js";
import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";
import { rulesFor } from "../law.js";
import { digitsOf, Residents } from "../residents.js";

/** Nobody is written to without the consent that the rules ask for, as the newest file states it. */
export const consentCheck: Check = {
  name: "consent",
  title: "contacts without consent",
  run(recording) {
    const residents = new Residents(recording);
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to }) => {
      const stated = new Map<string, FileRow>();
      for (const file of recording.files) {
        if (file.at <= at) for (const row of file.rows) if (digitsOf(row.phone) === to) stated.set(row.debtor, row);
      }
      const homes = residents.residencesOf(to, at);
      const required = homes.flatMap((home) => rulesFor(home, "consent")).filter(({ rule }) => rule.channels?.includes("whatsapp") ?? true);
      const lacking = required.find(({ rule }) => {
        const given = [...stated.values()].map(({ consent }) => consent);
        return rule.requires === "granted" ? !given.includes("granted") : given.every((one) => one === "withdrawn");
      });
      return lacking
        ? [{ at, what: `a message to ${to}, ${lacking.pack} ${lacking.rule.id} asks for consent ${lacking.rule.requires}` }]
        : [];
    });
    return { looked: sent.length, findings };
  },
};
