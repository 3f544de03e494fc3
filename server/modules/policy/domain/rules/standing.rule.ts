import { isKnownZone } from "../../../../shared/zone.js";
import type { Residence } from "../facts.js";
import type { PolicyPack } from "../pack.js";
import { alwaysClosed, alwaysOpen } from "../timeline.js";
import { constant, type RuleFinding, type RuleContext, unknown } from "./finding.js";

/** Every debt of the message must still be owed. */
export function debtOwed({ intent, facts }: RuleContext): RuleFinding[] {
  if (intent.debtIds.length === 0) return [unknown("no_debt_named")];
  const debts = intent.debtIds.map((id) => ({ id, debt: facts.debts.find((debt) => debt.id === id) }));
  const missing = debts.find(({ debt }) => !debt);
  if (missing) return [unknown("debt_unknown", { debtId: missing.id })];
  const closed = debts.find(({ debt }) => debt!.status !== "open" || !(debt!.balanceMinor > 0));
  return [
    constant(closed ? alwaysClosed : alwaysOpen, "debt_not_owed", {
      debts: debts.length,
      debtId: closed?.id ?? null,
      status: closed?.debt?.status ?? null,
    }),
  ];
}

/** Nobody chases the dead or a child. */
export function debtorFit({ facts: { debtor } }: RuleContext): RuleFinding[] {
  if (debtor.deceased) return [constant(alwaysClosed, "deceased")];
  return [constant(debtor.minor ? alwaysClosed : alwaysOpen, "minor")];
}

/** The packs the account has taken on are there: a pack that failed to load must not be a pack that allows. */
export function packsLoaded({ facts, packs }: RuleContext): RuleFinding[] {
  const missing = facts.accountPackIds.filter((id) => !packs.some((pack) => pack.id === id));
  if (missing.length > 0) return [unknown("pack_missing", { packs: missing.join(" ") })];
  return [constant(alwaysOpen, "pack_missing", { packs: facts.accountPackIds.join(" ") })];
}

/** The law of every place the debtor plausibly lives in is known. */
export function residenceCovered({ facts, packs }: RuleContext): RuleFinding[] {
  if (facts.residences.length === 0) return [unknown("residence_unknown")];
  const uncovered = facts.residences.filter((residence) => !packs.some((pack) => covers(pack, residence)));
  const shown = { countries: [...new Set((uncovered.length > 0 ? uncovered : facts.residences).map(nameOf))].join(" ") };
  return [uncovered.length > 0 ? unknown("no_pack", shown) : constant(alwaysOpen, "no_pack", shown)];
}

/** The debtor's wall clock is known, or all the clocks it may be. */
export function zoneKnown({ plausibleZones }: RuleContext): RuleFinding[] {
  const shown = { zones: plausibleZones.join(" ") };
  const known = plausibleZones.length > 0 && plausibleZones.every(isKnownZone);
  return [known ? constant(alwaysOpen, "zone_unknown", shown) : unknown("zone_unknown", shown)];
}

/** Whether the pack is the law, or a law, of that place. */
export function covers(pack: PolicyPack, { country, subdivision }: Residence): boolean {
  return pack.residence.some(
    (place) => place.country === country && (place.subdivision === undefined || place.subdivision === subdivision),
  );
}

function nameOf({ country, subdivision }: Residence): string {
  return subdivision ? `${country}-${subdivision}` : country;
}
