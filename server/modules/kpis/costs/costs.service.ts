import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { conflict, notFound } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import type { CostEntryRecord } from "../kpis.tables.js";
import { CostsStore, type NewCostEntry } from "./costs.store.js";
import { checkCost, type CostInput } from "./domain/cost.js";

export type CostSource = CostEntryRecord["source"];

/** The ledger of costs: entered, and taken back by lines of the opposite amount. */
@Injectable()
export class Costs {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly vault: DebtorVault,
    private readonly accounts: AccountDirectory,
    private readonly store: CostsStore,
    private readonly journal: Journal,
  ) {}

  /**
   * Enters one cost; the same external id twice is one cost.
   * @throws DomainError as `checkCost` does, and `cost.different` when the id was used for another cost
   */
  async record(accountId: number, input: CostInput, source: CostSource, actor: Actor): Promise<CostEntryRecord> {
    const { zone } = await this.accounts.get(accountId);
    checkCost(input, localDate(zone, this.clock.now()));
    return this.db.inUnitOfWork("cost.record", async () => {
      const known = input.externalId === null ? undefined : (await this.store.byExternalIds(accountId, [input.externalId]))[0];
      if (known && !sameCost(known, input)) {
        throw conflict("cost.different", "A cost with this id was entered with other contents.", {
          field: "externalId",
          remedy: "Use a new id for another cost; take the entered one back if it was wrong.",
        });
      }
      return known ?? (await this.add(accountId, [input], source, null, actor))[0]!;
    });
  }

  /** As `record` for many that were checked, in the caller's unit of work. @param batch the file they came in */
  async add(
    accountId: number,
    inputs: readonly CostInput[],
    source: CostSource,
    batch: string | null,
    actor: Actor,
  ): Promise<CostEntryRecord[]> {
    const rows: NewCostEntry[] = [];
    for (const input of inputs) {
      const publicId = this.ids.next();
      rows.push({
        public_id: publicId,
        kind: input.kind,
        amount_minor: input.minor,
        currency: input.currency,
        from_day: input.from,
        to_day: input.to,
        cadence: input.cadence,
        stage: input.stage,
        note_sealed: input.note === null ? null : await this.vault.seal(accountId, null, costNote(publicId), input.note),
        source,
        batch,
        external_id: input.externalId,
        reverses: null,
        recorded_at: this.clock.now(),
        recorded_by: actorRef(actor),
      });
      const { kind, minor: amountMinor, currency, from, to, cadence, stage } = input;
      this.journal.append(accountId, {
        type: kpisEvents.costRecorded,
        version: 1,
        actor,
        payload: { cost: publicId, kind, amountMinor, currency, from, to, cadence, stage, source, batch },
        ...(input.note === null ? {} : { personal: { note: input.note } }),
      });
    }
    await this.store.add(accountId, rows);
    return rows.map((row) => ({ id: 0, account_id: accountId, ...row }));
  }

  /** Takes a cost back. @throws DomainError `cost.not_found`, `cost.reversed` */
  async reverse(accountId: number, publicId: string, reason: string, actor: Actor): Promise<CostEntryRecord> {
    return this.db.inUnitOfWork("cost.reverse", async () => {
      const entry = await this.store.byPublicId(accountId, publicId);
      if (!entry || entry.reverses !== null) throw notFound("cost.not_found", "There is no such cost.");
      if ((await this.store.reversalsOf(accountId, [publicId])).size > 0) {
        throw conflict("cost.reversed", "This cost was taken back already.", { remedy: "Enter it anew if it stands after all." });
      }
      return (await this.takeBack(accountId, [entry], reason, actor))[0]!;
    });
  }

  /** Takes back those that still stand, in the caller's unit of work. */
  async takeBack(accountId: number, entries: readonly CostEntryRecord[], reason: string, actor: Actor): Promise<CostEntryRecord[]> {
    const reversals: NewCostEntry[] = [];
    for (const { id: _, account_id: __, ...entry } of entries) {
      const publicId = this.ids.next();
      reversals.push({
        ...entry,
        public_id: publicId,
        amount_minor: 0 - entry.amount_minor,
        note_sealed: await this.vault.seal(accountId, null, costNote(publicId), reason),
        external_id: null,
        reverses: entry.public_id,
        recorded_at: this.clock.now(),
        recorded_by: actorRef(actor),
      });
      this.journal.append(accountId, {
        type: kpisEvents.costReversed,
        version: 1,
        actor,
        payload: { cost: publicId, of: entry.public_id, kind: entry.kind, amountMinor: entry.amount_minor, currency: entry.currency },
        personal: { note: reason },
      });
    }
    await this.store.add(accountId, reversals);
    return reversals.map((row) => ({ id: 0, account_id: accountId, ...row }));
  }
}

/** Where the note of a line is sealed. */
export const costNote = (publicId: string) => ({ table: "cost_entry", column: "note_sealed", row: publicId });

function sameCost(row: CostEntryRecord, { kind, minor, currency, from, to }: CostInput): boolean {
  return row.kind === kind && row.amount_minor === minor && row.currency === currency && row.from_day === from && row.to_day === to;
}
