import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";

/** Only templates that Meta had approved by then, in the language they went out in. */
export const templateCheck: Check = {
  name: "template",
  title: "templates that were not approved",
  run({ approvals, ...recording }) {
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, template }) => {
      const said = approvals
        .filter((one) => one.at <= at && one.name === template?.name && one.language === template.language)
        .toSorted((a, b) => a.at - b.at)
        .at(-1);
      return said?.status === "APPROVED"
        ? []
        : [{ at, what: `${template?.name} in ${template?.language} to ${to}: ${said?.status ?? "unknown to Meta"}` }];
    });
    return { looked: sent.length, findings };
  },
};
