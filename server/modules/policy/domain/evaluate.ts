import type { PackRule } from "./pack.js";
import { blockedDates, holidays, hours } from "./rules/hours.rule.js";
import { cap, distinctChannels, quietDays } from "./rules/caps.rule.js";
import { consent, disclosure, hold, optOut, recipient, wayOut } from "./rules/permission.rule.js";
import { debtorFit, debtOwed, packsLoaded, residenceCovered, zoneKnown } from "./rules/standing.rule.js";
import type { RuleFinding, RuleContext } from "./rules/finding.js";
import { alwaysOpen } from "./timeline.js";

/** What a rule says about an intent it binds. One finding, or one per plausible zone (and, for `week`, one per reading of the week). */
export function findingsOf(rule: PackRule, context: RuleContext): RuleFinding[] {
  switch (rule.kind) {
    case "hours":
      return hours(rule, context);
    case "holidays":
      return holidays(rule, context);
    case "blocked_dates":
      return blockedDates(rule, context);
    case "cap":
      return cap(rule, context);
    case "distinct_channels":
      return distinctChannels(rule, context);
    case "quiet_days":
      return quietDays(rule, context);
    case "strict_counting":
      return [countingInUse(context)];
    case "consent":
      return consent(rule, context);
    case "recipient":
      return recipient(rule, context);
    case "disclosure":
      return disclosure(rule, context);
    case "opt_out":
      return optOut(context);
    case "way_out":
      return wayOut(context);
    case "hold":
      return hold(context);
    case "debt_owed":
      return debtOwed(context);
    case "debtor_fit":
      return debtorFit(context);
    case "packs_loaded":
      return packsLoaded(context);
    case "residence_covered":
      return residenceCovered(context);
    case "zone_known":
      return zoneKnown(context);
  }
}

/** Never closes anything itself; it is listed so that the record shows which reading the counts were made by. */
function countingInUse({ lenientDuring }: RuleContext): RuleFinding {
  return {
    timeline: alwaysOpen,
    describe: (at) => ({
      reason: "engine",
      facts: { reading: lenientDuring.some(({ start, end }) => start <= at && at < end) ? "lenient" : "strict" },
    }),
  };
}
