import type { Residence } from "../facts.js";
import type { PolicyPack } from "../pack.js";
import { covers } from "../rules/standing.rule.js";
import { CO_2300 } from "./co-2300.js";

/** Every pack this version of Saldo ships, the newest version of each. */
export const PACKS: readonly PolicyPack[] = [CO_2300];

/**
 * The packs that bind a debtor: those the account has taken on and those of every plausible residence. What is missing here is found missing
 * by `decide` (a pack that is not shipped, a residence without one) and closes.
 */
export function bindingPacks(
  accountPackIds: readonly string[],
  residences: readonly Residence[],
  catalogue: readonly PolicyPack[] = PACKS,
): PolicyPack[] {
  return catalogue.filter((pack) => accountPackIds.includes(pack.id) || residences.some((residence) => covers(pack, residence)));
}
