import { Injectable } from "@nestjs/common";
import { actorRef, system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { cadenceNames } from "./cadence-names.words.js";
import { cadenceEvents } from "./cadences.events.js";
import { CadencesStore } from "./cadences.store.js";
import { defaultCadences } from "./rules.js";

const actor = system("planner");

/**
 * Every account has the five cadences of the stages from its first use on. One from the time of a single cadence is carried over by it: the
 * steps keep their ids, so nothing that was planned is planned again.
 */
@Injectable()
export class CadenceDefaults {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly accounts: AccountDirectory,
    private readonly store: CadencesStore,
    private readonly journal: Journal,
  ) {}

  async ensure(accountId: number): Promise<void> {
    if ((await this.store.list(accountId)).length === 0) await this.publish(accountId);
  }

  private async publish(accountId: number): Promise<void> {
    const { locale } = await this.accounts.get(accountId);
    await this.db.inUnitOfWork("cadences.defaults", async () => {
      const now = this.clock.now();
      for (const [index, { key, ...body }] of defaultCadences(cadenceNames(locale)).entries()) {
        const row = {
          public_id: this.ids.next(),
          cadence_key: key,
          priority: index + 1,
          status: "published" as const,
          version: 1,
          draft: null,
          revision: 0,
          created_at: now,
        };
        // Another process may be a moment ahead.
        if ((await this.store.add(accountId, row)) === 0) continue;
        await this.store.addVersion(accountId, key, 1, body, { at: now, actor: actorRef(actor), noteSealed: null });
        this.journal.append(accountId, {
          type: cadenceEvents.published,
          version: 1,
          actor,
          payload: { cadence: key, name: body.name, version: 1, steps: body.steps.map((step) => step.id), changes: [] },
        });
      }
    });
  }
}
