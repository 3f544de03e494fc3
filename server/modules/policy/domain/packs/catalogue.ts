import type { PolicyPack } from "../pack.js";
import { BR_CDC } from "./br-cdc.js";
import { CO_2300 } from "./co-2300.js";
import { MX_CONDUSEF } from "./mx-condusef.js";

/** Every jurisdiction this version of Saldo ships, in its newest version. `decide` picks those that bind. */
export const PACKS: readonly PolicyPack[] = [CO_2300, MX_CONDUSEF, BR_CDC];
