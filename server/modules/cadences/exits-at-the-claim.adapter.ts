import { Injectable } from "@nestjs/common";
import { MINUTE, type Instant } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import type { Account } from "../accounts/index.js";
import { type Withheld, CadenceGate, type MessageRecord } from "../outbox/index.js";
import { CadenceExitFacts } from "./cadence-exits.reader.js";
import { type CadenceRecord, CadencesStore } from "./cadences.store.js";
import { type CadenceExits, type ExitFacts, exitOf } from "./rules.js";

/** How long a message of a paused cadence waits before it looks again; its own last day ends it. */
const PAUSE_WAIT = 10 * MINUTE;

/** The exits asked once more before a message leaves, by the version in force, whichever planned it. */
@Injectable()
export class ExitsAtTheClaim implements CadenceGate {
  constructor(
    private readonly store: CadencesStore,
    private readonly facts: CadenceExitFacts,
  ) {}

  async closed(account: Account, messages: readonly MessageRecord[], now: Instant): Promise<ReadonlyMap<number, Withheld>> {
    const closed = new Map<number, Withheld>();
    const own = Map.groupBy(messages, (message) => message.cadence_key);
    own.delete(null);
    if (own.size === 0) return closed;
    const cadences = new Map((await this.store.list(account.id)).map((cadence) => [cadence.key, cadence]));
    const inForce = await this.store.inForce(account.id);
    const exits = new Map(inForce.map((cadence) => [cadence.key, cadence.exits]));
    const unreadable = new Set(inForce.filter(({ readable }) => readable === false).map((cadence) => cadence.key));
    for (const [key, planned] of own) {
      const aside = standing(cadences.get(key ?? ""), unreadable, now);
      for (const message of planned) if (aside) closed.set(message.id, aside);
      const chosen = aside ? undefined : exits.get(key ?? "");
      if (chosen) await this.exits(account, planned, chosen, now, closed);
    }
    return closed;
  }

  private async exits(
    account: Account,
    messages: readonly MessageRecord[],
    exits: CadenceExits,
    now: Instant,
    closed: Map<number, Withheld>,
  ) {
    const debtorIds = [...new Set(messages.map((message) => message.debtor_id))];
    const at = { day: localDate(account.zone, now), zone: account.zone };
    const facts = await this.facts.of(account.id, debtorIds, exits, at);
    const currencies =
      exits.smallBalance.length === 0 ? new Map<number, string>() : await this.store.anchorCurrencies(account.id, messages);
    for (const message of messages) {
      const known: ExitFacts | undefined = facts.get(message.debtor_id);
      const reason = known ? exitOf(exits, currencies.get(message.id) ?? null, known) : null;
      if (reason !== null) closed.set(message.id, { state: "cancelled", reason });
    }
  }
}

function standing(cadence: CadenceRecord | undefined, unreadable: ReadonlySet<string>, now: Instant): Withheld | null {
  // Its exits are not known, so none can be ruled out.
  if (cadence && unreadable.has(cadence.key)) return { state: "planned", reason: "cadence_unreadable", notBefore: now + PAUSE_WAIT };
  if (cadence?.status === "archived") return { state: "cancelled", reason: "exit.archived" };
  if (cadence?.status === "paused") return { state: "planned", reason: "cadence_paused", notBefore: now + PAUSE_WAIT };
  return null;
}
