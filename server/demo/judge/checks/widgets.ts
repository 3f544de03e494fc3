import type { Check } from "../finding.js";

/** Sixty days leave nothing of the panel empty. */
export const widgetsCheck: Check = {
  name: "widgets",
  title: "widgets of the panel that show nothing",
  run({ widgets }) {
    return {
      looked: widgets.length,
      findings: widgets.filter(({ filled }) => !filled).map(({ name, shows }) => ({ at: null, what: `${name}: ${shows}` })),
    };
  },
};
