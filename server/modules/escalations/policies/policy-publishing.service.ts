import { Injectable } from "@nestjs/common";
import type { PolicyDraft } from "../../../contract/escalations/policies.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { conflict } from "../../../shared/errors.js";
import { Journal } from "../../journal/index.js";
import type { ChangeEffect } from "../domain/policy/change-effect.js";
import type { PolicyVersion } from "../domain/policy/escalation-policy.js";
import { escalationEvents } from "../escalations.events.js";
import { ClockPlans } from "../clocks/clock-plans.service.js";
import { PlanVersionsStore } from "../clocks/plan-versions.store.js";
import { effectFacts } from "./effect-facts.adapter.js";
import { policyOf } from "./draft-versions.adapter.js";
import { PolicyReplan } from "./policy-replan.service.js";

/** Publishes versions of the policy: kept, journalled with what was before, and every open case planned anew, in one commit. */
@Injectable()
export class PolicyPublishing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly plans: ClockPlans,
    private readonly store: PlanVersionsStore,
    private readonly replan: PolicyReplan,
    private readonly journal: Journal,
  ) {}

  /**
   * @param draft without faults @param effect as it was shown
   * @throws DomainError `policy.changed` where somebody else has published meanwhile
   */
  async publish(
    accountId: number,
    draft: PolicyDraft,
    { basedOn, reason, effect }: { basedOn: number; reason: string; effect: ChangeEffect },
    actor: Actor,
  ): Promise<void> {
    await this.db.inUnitOfWork("policy.publish", async () => {
      const before = (await this.plans.inForce(accountId)).policy.version;
      const version = policyOf(draft, before.version + 1);
      const published = { version, at: this.clock.now(), by: actorRef(actor) };
      if (before.version !== basedOn || !(await this.store.addPolicy(accountId, published))) throw changed("policy");
      await this.replan.all(accountId);
      this.journal.append(accountId, {
        type: escalationEvents.policyPublished,
        version: 1,
        actor,
        payload: { version: version.version, before: told(before), after: told(version), effect: effectFacts(effect) },
        personal: { note: reason },
      });
    });
  }
}

/** @throws nothing: it is thrown by the caller */
export function changed(what: "policy" | "calendar") {
  return conflict(`${what}.changed`, "Somebody else has published another version meanwhile.", {
    remedy: "Look at the version in force and make the change there.",
  });
}

/** Amounts are decimal text in the journal. */
function told({ calendar, entries, version }: PolicyVersion) {
  const text = JSON.stringify({ version, calendar, entries }, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value));
  return text;
}
