import { Injectable } from "@nestjs/common";
import type { Counter } from "../domain/counted.js";
import { ComplaintMeasures } from "./complaint-measures.view.js";
import { DeskMeasures } from "./desk-measures.view.js";
import { DocumentationMeasures } from "./documentation-measures.view.js";
import { FirstContactMeasures } from "./first-contact-measures.view.js";
import { GivenUpMeasures } from "./given-up-measures.view.js";
import { InquiryMeasures } from "./inquiry-measures.view.js";

/** Those who count what people and machines did, and what was given up, as against what was owed and paid. */
@Injectable()
export class WorkCounters {
  readonly all: readonly Counter[];

  constructor(
    desk: DeskMeasures,
    inquiries: InquiryMeasures,
    firsts: FirstContactMeasures,
    documentation: DocumentationMeasures,
    complaints: ComplaintMeasures,
    givenUp: GivenUpMeasures,
  ) {
    this.all = [desk, inquiries, firsts, documentation, complaints, givenUp];
  }
}
