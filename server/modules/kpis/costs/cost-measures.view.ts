import { Injectable } from "@nestjs/common";
import type { Currency } from "../../../shared/money.js";
import type { Counted, Counter, Counts, Question } from "../measures/domain/counted.js";
import { CostsReader } from "./costs.reader.js";
import { knownCosts } from "./domain/known-costs.js";

/** What a period cost, in each currency in which something is entered or sent. A cost of which a kind is missing is not counted, but known in part. */
@Injectable()
export class CostMeasures implements Counter {
  readonly measures = ["costs.all"] as const;

  constructor(private readonly costs: CostsReader) {}

  async count(question: Question): Promise<Counted> {
    const { entries, sent } = await this.costs.of(question);
    const currencies = new Map<Currency, Counts>();
    const inPart = new Map<Currency, Counts>();
    for (const currency of new Set([...entries.map((entry) => entry.currency), ...sent.flatMap(({ price }) => price?.currency ?? [])])) {
      const { known, missing } = knownCosts(currency, question.period, entries, sent);
      (missing.length === 0 ? currencies : inPart).set(currency, { "costs.all": known });
    }
    return { all: {}, currencies, inEach: [], inPart, follows: true };
  }
}
