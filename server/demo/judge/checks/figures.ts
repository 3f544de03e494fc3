import type { Check } from "../finding.js";
import { compareFigures } from "../figures/compare.js";

/** Every figure that a stranger can add up from what went over the doors is the one Saldo says, exactly, now and as it was on past days. */
export const figuresCheck: Check = {
  name: "figures",
  title: "figures that are not what messages, files and payments say",
  run(recording) {
    const all = compareFigures(recording);
    const findings = all
      .filter(({ agrees }) => !agrees)
      .map(({ id, from, to, asOf, currency, part, said, reckoned }) => ({
        at: asOf,
        what: `${[id, part, currency].filter((word) => word !== null).join(" ")} from ${from} to ${to}: Saldo says ${said}, added up anew it is ${reckoned}`,
      }));
    return { looked: all.length, findings };
  },
};
