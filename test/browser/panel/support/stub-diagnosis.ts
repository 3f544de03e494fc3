import type { ContactDiagnosisView } from "../../../../server/contract/kpis/diagnosis.contract.js";
import { NOW, ZONE } from "./stub-data.js";

const OTHERS = { delivered: 1_604, answered: 1_203 } as const;

/** A desk whose numbers are to blame, and one that has sent nothing. */
export function contactDiagnosis(empty: boolean): ContactDiagnosisView {
  const base = { from: "2026-11-01", to: "2026-11-25", zone: ZONE, asOf: NOW, share: 1, floor: 70, least: 100, leastInGroup: 20 } as const;
  if (empty) {
    const none = { attempts: 0, delivered: 0, answered: 0, invalid: 0, silent: 0, lacking: 0 };
    return { ...base, ...none, state: "too_few", rate: null, leading: null, suspects: [] };
  }
  return {
    ...base,
    state: "found",
    rate: "54.9",
    attempts: 2_306,
    delivered: 1_736,
    answered: 1_266,
    invalid: 412,
    silent: 131,
    lacking: 349,
    leading: "number",
    suspects: [
      { cause: "number", missed: 396, groups: [], more: 0 },
      {
        cause: "hour",
        missed: 36,
        groups: [{ weekday: 6, hour: 8, template: null, delivered: 132, answered: 63, others: OTHERS }],
        more: 1,
      },
      { cause: "template", missed: 0, groups: [], more: 0 },
    ],
  };
}
