import type { PolicyPack } from "../pack.js";
import { BR_CDC_OF_2026_11_22 } from "./br-cdc/2026-11-22.js";
import { BR_CDC_OF_2026_11_30 } from "./br-cdc/2026-11-30.js";
import { CO_2300_OF_2026_11_22 } from "./co-2300/2026-11-22.js";
import { CO_2300_OF_2026_11_29 } from "./co-2300/2026-11-29.js";
import { ACCOUNT_PACK_ID } from "../tightening.js";
import { HOUSE_VERSIONS } from "./house.js";
import { MX_CONDUSEF_OF_2026_11_22 } from "./mx-condusef/2026-11-22.js";

/**
 * Every version of every jurisdiction that was ever published, oldest first, one file each. A file of this list is never changed again: a
 * correction is a copy under a new date, added here (`a-published-pack-version-never-changes.spec.ts` holds the digest of each).
 */
const CO_2300 = [CO_2300_OF_2026_11_22, CO_2300_OF_2026_11_29] as const;
const MX_CONDUSEF = [MX_CONDUSEF_OF_2026_11_22] as const;
const BR_CDC = [BR_CDC_OF_2026_11_22, BR_CDC_OF_2026_11_30] as const;

/** Every jurisdiction this version of Saldo ships, in its newest version. `decide` picks those that bind. */
export const PACKS: readonly PolicyPack[] = [CO_2300, MX_CONDUSEF, BR_CDC].flatMap((versions) => versions.slice(-1));

/** With the house's own: whatever a decision on record may name. */
export const PUBLISHED_PACKS: readonly PolicyPack[] = [...HOUSE_VERSIONS, ...CO_2300, ...MX_CONDUSEF, ...BR_CDC];

/**
 * The catalogue a decision was made with, so that `decide` gives the same answer again whatever was published since.
 * @param names as the record has them: `CO-2300@2026-11-29`; the account's own rules are no pack of the catalogue and come with the facts
 * @throws RangeError for a version that was never published
 */
export function packsOfRecord(names: readonly string[]): readonly PolicyPack[] {
  return names
    .filter((name) => !name.startsWith(`${ACCOUNT_PACK_ID}@`))
    .map((name) => {
      const pack = PUBLISHED_PACKS.find(({ id, version }) => `${id}@${version}` === name);
      if (!pack) throw new RangeError(`No such version of a policy pack was published: ${name}`);
      return pack;
    });
}
