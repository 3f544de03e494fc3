import type { PolicyPack } from "../pack.js";
import { SALDO_OF_2026_11_22 } from "./saldo/2026-11-22.js";
import { SALDO_OF_2026_11_30 } from "./saldo/2026-11-30.js";

/** Saldo's own rules, every version that was ever published, oldest first. */
export const HOUSE_VERSIONS: readonly PolicyPack[] = [SALDO_OF_2026_11_22, SALDO_OF_2026_11_30];

/** The version in force. */
export const HOUSE: PolicyPack = SALDO_OF_2026_11_30;
