import type { PolicyPack } from "../../pack.js";

/**
 * What Saldo itself never does, whatever the law of the place says. Binds every decision and cannot be left out or lifted: to end a hold,
 * end the hold; to clear an opt-out, the debtor opts in.
 */
export const SALDO_OF_2026_11_22: PolicyPack = {
  id: "SALDO",
  version: "2026-11-22",
  authority: [],
  residence: [],
  exceptions: [],
  rules: [
    { id: "packs_loaded", kind: "packs_loaded", class: "policy", certainty: "P", source: "Saldo", absolute: true },
    { id: "residence_covered", kind: "residence_covered", class: "policy", certainty: "P", source: "Saldo", absolute: true },
    { id: "zone_known", kind: "zone_known", class: "policy", certainty: "P", source: "Saldo", absolute: true },
    {
      id: "opt_out",
      kind: "opt_out",
      purposes: ["collection", "service", "legal_notice", "reply"],
      class: "policy",
      certainty: "P",
      source: "Saldo",
      absolute: true,
    },
    {
      id: "consent_not_withdrawn",
      kind: "consent",
      requires: "not_withdrawn",
      class: "policy",
      certainty: "P",
      source: "Saldo",
      absolute: true,
    },
    {
      id: "whatsapp_opt_in",
      kind: "consent",
      requires: "granted",
      channels: ["whatsapp"],
      class: "policy",
      certainty: "B",
      source: "WhatsApp Business Messaging Policy",
      absolute: true,
    },
    {
      id: "right_party",
      kind: "recipient",
      allowed: ["debtor", "co_debtor", "guarantor"],
      class: "policy",
      certainty: "P",
      source: "Saldo",
      absolute: true,
    },
    { id: "debtor_fit", kind: "debtor_fit", class: "policy", certainty: "P", source: "Saldo", absolute: true },
    {
      id: "hold",
      kind: "hold",
      purposes: ["collection", "legal_notice"],
      class: "policy",
      certainty: "P",
      source: "Saldo",
      absolute: true,
    },
    {
      id: "debt_owed",
      kind: "debt_owed",
      purposes: ["collection", "legal_notice"],
      class: "policy",
      certainty: "P",
      source: "Saldo",
      absolute: true,
    },
  ],
};
