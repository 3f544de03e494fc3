import { MEXICO } from "../../../../shared/places/mexico.js";
import type { LocalWindow, PolicyPack } from "../pack.js";

const DAY: readonly LocalWindow[] = [["07:00", "22:00"]];
const SOURCE = "Disposiciones de carácter general en materia de despachos de cobranza, DOF 7-10-2014";

/**
 * Mexico, CONDUSEF's rules for collecting on behalf of financial entities and by them. Commercial creditors fall under Profeco; the same hours
 * are kept for them. The text sets neither a number of contacts nor holidays: an account may add its own. That firm and creditor must be
 * named is known, in which words is not, so no statement is demanded here. Encoded from public sources; have counsel confirm.
 */
export const MX_CONDUSEF: PolicyPack = {
  id: "MX-CONDUSEF",
  version: "2026-11-22",
  authority: [SOURCE, "Ley para la Transparencia y Ordenamiento de los Servicios Financieros, art. 41"],
  residence: [
    { country: "MX", zones: [...new Set(MEXICO.flatMap(({ zones }) => zones))] },
    ...MEXICO.map(({ code, zones }) => ({ country: "MX", subdivision: code, zones })),
  ],
  rules: [
    {
      id: "hours",
      kind: "hours",
      week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: DAY, sun: DAY },
      class: "law",
      certainty: "B",
      source: SOURCE,
    },
    {
      id: "no_third_party",
      kind: "recipient",
      allowed: ["debtor", "co_debtor", "guarantor"],
      class: "law",
      certainty: "B",
      source: SOURCE,
    },
  ],
  exceptions: [],
};
