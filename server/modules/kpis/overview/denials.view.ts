import { Injectable } from "@nestjs/common";
import type { OverviewDenials } from "../../../contract/kpis/overview.contract.js";
import { ruleFacts } from "../domain/rule-facts.js";
import { RulesKept } from "../measures/rules-kept.view.js";
import { type AskedPeriod, OverviewAsked } from "./asked.reader.js";

/** What the contact rules kept back: restraint, counted. */
@Injectable()
export class DenialsPage {
  constructor(
    private readonly asked: OverviewAsked,
    private readonly kept: RulesKept,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, query: Parameters<OverviewAsked["period"]>[1]): Promise<OverviewDenials> {
    const { question, told }: AskedPeriod = await this.asked.period(accountId, query);
    const dropped = await this.kept.of("attempts.dropped", question);
    const moved = await this.kept.of("attempts.moved", question);
    const rules = [...new Set([...dropped.keys(), ...moved.keys()])]
      .map((rule) => ({ ...ruleFacts(rule), moved: moved.get(rule) ?? 0, dropped: dropped.get(rule) ?? 0 }))
      .toSorted((a, b) => b.moved + b.dropped - a.moved - a.dropped || (a.rule < b.rule ? -1 : 1));
    return { ...told, rules, moved: total(moved), dropped: total(dropped) };
  }
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
