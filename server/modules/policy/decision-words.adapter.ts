import type { Locale } from "../../shared/locale.js";
import { Injectable } from "@nestjs/common";
import { DecisionWords, type JsonObject } from "../journal/index.js";
import { whyNot } from "./explain/refusal-on-record.words.js";

/** Refusals on record as the journal tells them. */
@Injectable()
export class RefusalsInWords extends DecisionWords {
  whyNot(payload: JsonObject, language: Locale): string | null {
    return whyNot(payload, language);
  }
}
