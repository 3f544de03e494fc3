import type { Random } from "../../platform/crypto/randomness.js";
import { CREATING_A_MESSAGE, type FaultKind, type FaultRule } from "./fault.js";

export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** How often it has struck. */
  readonly struck: number;
}

export interface FaultSite {
  readonly accountId: number;
  /** `METHOD path` of the request, without the query. */
  readonly request?: string;
  readonly event?: string;
}

/** The switchboard of faults. Dice come from the seeded Random, so that a failing run can be repeated. */
export class Faults {
  private readonly rules = new Map<number, { rule: FaultRule; struck: number; skipped: number; pattern: RegExp }>();
  private lastId = 0;
  /** What the helpdesk's clock is off by. */
  clockSkewMs = 0;

  constructor(private readonly random: Random) {}

  add(rule: FaultRule): number {
    const id = ++this.lastId;
    this.rules.set(id, { rule, struck: 0, skipped: 0, pattern: new RegExp(rule.match ?? CREATING_A_MESSAGE, "u") });
    return id;
  }

  remove(id: number): void {
    this.rules.delete(id);
  }

  clear(): void {
    this.rules.clear();
    this.clockSkewMs = 0;
  }

  list(): ActiveFault[] {
    return [...this.rules].map(([id, { rule, struck }]) => ({ ...rule, id, struck }));
  }

  /** The rule that strikes here now, counted as spent; undefined when none does. */
  strike(kind: FaultKind, site: FaultSite): FaultRule | undefined {
    for (const [id, entry] of this.rules) {
      const { rule } = entry;
      if (rule.kind !== kind || (rule.accountId !== undefined && rule.accountId !== site.accountId)) continue;
      if (site.request !== undefined && !entry.pattern.test(site.request)) continue;
      if (rule.events && !rule.events.includes(site.event ?? "")) continue;
      if (rule.probability !== undefined && this.random.next() >= rule.probability) continue;
      if (rule.skip !== undefined && entry.skipped < rule.skip) {
        entry.skipped++;
        continue;
      }
      entry.struck++;
      if (rule.times !== undefined && entry.struck >= rule.times) this.rules.delete(id);
      return rule;
    }
    return undefined;
  }
}
