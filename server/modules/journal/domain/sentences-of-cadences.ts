import type { Described } from "./described.js";

/** What was published and planned by, and in which order. */
export const CADENCES: Readonly<Record<string, Described>> = {
  "cadence.published": {
    kind: "note",
    en: "Cadence[ {cadence}] published[, version {version}]",
    es: "Cadencia[ {cadence}] publicada[, versión {version}]",
    "pt-BR": "Cadência[ {cadence}] publicada[, versão {version}]",
  },
  "cadence.created": {
    kind: "note",
    en: "Cadence[ {name}] started as a draft",
    es: "Cadencia[ {name}] iniciada como borrador",
    "pt-BR": "Cadência[ {name}] iniciada como rascunho",
  },
  "cadence.paused": {
    kind: "note",
    en: "Cadence[ {cadence}] paused",
    es: "Cadencia[ {cadence}] en pausa",
    "pt-BR": "Cadência[ {cadence}] pausada",
  },
  "cadence.resumed": {
    kind: "note",
    en: "Cadence[ {cadence}] goes on",
    es: "Cadencia[ {cadence}] reanudada",
    "pt-BR": "Cadência[ {cadence}] retomada",
  },
  "cadence.archived": {
    kind: "note",
    en: "Cadence[ {cadence}] archived",
    es: "Cadencia[ {cadence}] archivada",
    "pt-BR": "Cadência[ {cadence}] arquivada",
  },
  "cadences.reordered": {
    kind: "note",
    en: "Order of the cadences changed",
    es: "Orden de las cadencias cambiado",
    "pt-BR": "Ordem das cadências alterada",
  },
};
