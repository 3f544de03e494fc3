import type { LocalWindow, PolicyPack } from "../../pack.js";
import { residenceByState } from "../residence-by-state.js";

const DAY: readonly LocalWindow[] = [["07:00", "22:00"]];
const SOURCE = "Disposiciones de carácter general en materia de despachos de cobranza, DOF 7-10-2014";

/**
 * Mexico, CONDUSEF's rules for collecting on behalf of financial entities and by them. Commercial creditors fall under Profeco; the same hours
 * are kept for them. The text sets neither a number of contacts nor holidays: an account may add its own. That firm and creditor must be
 * named is known, in which words is not, so no statement is demanded here. Encoded from public sources; have counsel confirm.
 */
export const MX_CONDUSEF_OF_2026_11_22: PolicyPack = {
  id: "MX-CONDUSEF",
  version: "2026-11-22",
  authority: [SOURCE, "Ley para la Transparencia y Ordenamiento de los Servicios Financieros, art. 41"],
  residence: residenceByState("MX", {
    AGU: "Mexico_City",
    BCN: "Tijuana",
    BCS: "Mazatlan",
    CAM: "Merida",
    CHH: "Chihuahua Ciudad_Juarez Ojinaga",
    CHP: "Mexico_City",
    CMX: "Mexico_City",
    COA: "Monterrey Matamoros",
    COL: "Mexico_City",
    DUR: "Monterrey",
    GRO: "Mexico_City",
    GUA: "Mexico_City",
    HID: "Mexico_City",
    JAL: "Mexico_City",
    MEX: "Mexico_City",
    MIC: "Mexico_City",
    MOR: "Mexico_City",
    NAY: "Mazatlan Bahia_Banderas",
    NLE: "Monterrey Matamoros",
    OAX: "Mexico_City",
    PUE: "Mexico_City",
    QUE: "Mexico_City",
    ROO: "Cancun",
    SIN: "Mazatlan",
    SLP: "Mexico_City",
    SON: "Hermosillo",
    TAB: "Mexico_City",
    TAM: "Monterrey Matamoros",
    TLA: "Mexico_City",
    VER: "Mexico_City",
    YUC: "Merida",
    ZAC: "Mexico_City",
  }),
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
