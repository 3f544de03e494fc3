import type { Tightening } from "./facts.js";
import type { PackRule, PolicyPack } from "./pack.js";

/** Reserved for the account's own rules. */
export const ACCOUNT_PACK_ID = "ACCOUNT";

/** The account's own rules as one more pack. All packs must allow, so it cannot loosen anything. */
export function tighteningPack(tightening: Tightening): PolicyPack {
  return {
    id: ACCOUNT_PACK_ID,
    version: tightening.version,
    authority: [],
    residence: [],
    exceptions: [],
    rules: tightening.rules.map((rule): PackRule => ({ ...rule, class: "policy", certainty: "P", source: "Account" })),
  };
}
