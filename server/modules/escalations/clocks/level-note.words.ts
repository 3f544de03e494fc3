import { TEXTS } from "../../../platform/words/texts.js";
import { clockName, clockSentence, type Reader } from "../clock-reading.words.js";
import { noteText, reasonText } from "../case-reason.words.js";
import type { LevelMarkRecord } from "../escalations.tables.js";
import type { Dossier } from "./case-dossiers.reader.js";

export interface NotedLevel {
  readonly level: LevelMarkRecord;
  readonly dossier: Dossier;
  /** Amount at risk with its currency, as people write it; null where none is known. */
  readonly owed: string | null;
}

/** Which clock reached what, the facts of the case, and what is to be done: the last paragraph of the note that called a person. */
export function levelNote({ level, dossier, owed }: NotedLevel, reader: Reader): string {
  const { locale } = reader;
  const read = dossier.read.clocks.find(({ reading }) => reading.clock === level.clock && reading.cycle === level.cycle);
  const fact = TEXTS.text("level_notes", "fact", locale, {
    clock: clockName(level.clock, locale),
    said: read ? clockSentence(read.reading, reader) : "",
    reason: reasonText(dossier.row.reason, locale),
    given_owed: owed === null ? "no" : "yes",
    owed: owed ?? "",
  });
  const next = noteText(dossier.row.reason, locale).split("\n\n").at(-1) ?? "";
  return `${fact}\n\n${next}`;
}
