import { Injectable } from "@nestjs/common";
import type { Locale } from "../../shared/locale.js";
import { Words } from "../../platform/words/words.js";
import { DecisionWords } from "./decision-words.port.js";
import type { JsonObject } from "./domain/json.js";
import { valuesFor } from "./domain/sentence.js";

export type TimelineKind = "message" | "decision" | "money" | "agreement" | "note" | "hold" | "consent";

/** What records, codes and works are called by people. The sentences lie beside the events of each module. */
@Injectable()
export class RecordWords {
  constructor(
    private readonly words: Words,
    private readonly decisions: DecisionWords,
  ) {}

  /** The kind under which the timeline files a record; what it does not know is a note. */
  kindOf(type: string): TimelineKind {
    return (this.words.kinds.get(type) ?? "note") as TimelineKind;
  }

  typesOf(kind: TimelineKind): string[] {
    return [...this.words.kinds].filter(([, filed]) => filed === kind).map(([type]) => type);
  }

  /** Every type in words, without the values of a record. */
  types(locale: Locale): { type: string; kind: TimelineKind; title: string }[] {
    const types = Object.keys(this.words.group("records"));
    return types.map((type) => ({ type, kind: this.kindOf(type), title: this.sentence(type, {}, locale).replaceAll("–", "…") }));
  }

  /** What a record says to people: its sentence, and for a refusal the reason with its article. */
  title(record: { readonly type: string; readonly payload: JsonObject; readonly personal: JsonObject | null }, locale: Locale): string {
    const sentence = this.sentence(record.type, { ...record.payload, ...record.personal }, locale);
    const why = this.decisions.whyNot(record.payload, locale);
    return why === null ? sentence : `${sentence}. ${why}`;
  }

  /** One sentence about a record. A type nobody described gets a neutral one rather than none: nothing on record is hidden. */
  sentence(type: string, payload: JsonObject, locale: Locale): string {
    const places = this.words.placesOf("records", type, locale);
    const values = valuesFor(places, payload, locale, (code, of) => this.words.say(of, code, locale) ?? code);
    return (
      this.words.say("records", type, locale, values) ??
      this.words.say("texts", "unknown", locale, { type: type.replace(/[._]/g, " ") }) ??
      type
    );
  }

  /** The word for a code; anything else (a template's name, a reference) as it is. */
  code(code: string, locale: Locale): string {
    return this.words.say("codes", code, locale) ?? code;
  }

  /** What Saldo does by itself, by the name of its job or lane. */
  work(work: string, locale: Locale): string {
    return this.words.say("works", work, locale) ?? work;
  }
}
