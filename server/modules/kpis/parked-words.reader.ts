import { Injectable } from "@nestjs/common";
import type { Locale } from "../../shared/locale.js";
import { Words } from "../../platform/words/words.js";
import { remedyOf } from "./domain/remedy-of.js";

/** What could not be worked on, and what to do about it. */
@Injectable()
export class ParkedWords {
  constructor(private readonly words: Words) {}

  /** @param subject the table of the row */
  subject(subject: string, locale: Locale): string {
    return this.words.say("subjects", subject, locale) ?? this.words.say("subjects", "other", locale) ?? subject;
  }

  remedy(problem: string, locale: Locale): string {
    return this.words.say("remedies", remedyOf(problem), locale) ?? "";
  }
}
