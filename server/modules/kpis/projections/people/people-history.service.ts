import { Injectable } from "@nestjs/common";
import type { TypedRecord } from "../../../journal/index.js";
import { CONTACT_RECORDS } from "../contacts/domain/contact-record.js";
import { PROMISE_RECORDS } from "../promises/domain/promise-history.js";
import { FigureTalliesStore } from "../tallies/figure-tallies.store.js";
import { talliesOfPerson } from "./domain/people-tallies.js";
import { NO_FACTS, type PersonFacts } from "./domain/person-facts.js";
import { FACT_PARTS, PersonFactsView } from "./person-facts.view.js";

/** By which records each part of what is known of somebody becomes another. */
const RECORDS: Readonly<Record<keyof PersonFacts, readonly string[]>> = {
  tries: CONTACT_RECORDS,
  kept: ["message.denied", "message.deferred"],
  promises: PROMISE_RECORDS,
  money: ["payment.received", "payment.identified", "payment.reversed"],
};

/**
 * Counts people, of whom each is one in a period however much became known of him: what was known before a batch of records was taken into
 * the other projections, beside what is known after.
 */
@Injectable()
export class PeopleHistory {
  constructor(
    private readonly facts: PersonFactsView,
    private readonly tallies: FigureTalliesStore,
  ) {}

  /** In the caller's unit of work. @param take writes what the others make of these records */
  async around(accountId: number, zone: string, records: readonly TypedRecord[], take: () => Promise<void>): Promise<void> {
    const changing = FACT_PARTS.filter((part) => records.some(({ type }) => RECORDS[part].includes(type)));
    const told = records.filter(({ type }) => changing.some((part) => RECORDS[part].includes(type)));
    const debtorIds = [...new Set(told.flatMap(({ debtorId }) => debtorId ?? []))];
    const before = await this.facts.of(accountId, debtorIds);
    await take();
    const changed = await this.facts.of(accountId, debtorIds, changing);
    const tallies = debtorIds.flatMap((debtorId) => {
      const was = before.get(debtorId) ?? NO_FACTS;
      const now = changed.get(debtorId) ?? NO_FACTS;
      const is = Object.fromEntries(FACT_PARTS.map((part) => [part, changing.includes(part) ? now[part] : was[part]]));
      return talliesOfPerson(was, is as unknown as PersonFacts);
    });
    await this.tallies.add(accountId, zone, tallies);
  }
}
