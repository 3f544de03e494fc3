import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { conflict, invalid, notFound } from "../../../shared/errors.js";
import { DAY, type Instant, toIsoOrNull } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { CaseEvents } from "../clocks/case-events.service.js";
import { ownerRef } from "../domain/owner.js";
import { escalationEvents } from "../escalations.events.js";
import { EscalationsStore } from "../escalations.store.js";
import { HostActionsStore } from "../host-actions.store.js";
import { OpenCasesView } from "./open-cases.view.js";
import { CaseRecords } from "./case-records.service.js";
import { Colleagues } from "./colleagues.reader.js";

/** A case that is put aside for longer is not put aside. */
const LONGEST_SNOOZE = 30 * DAY;

/** What people do with cases besides answering and closing them. Each act is one unit of work with its record. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: EscalationsStore,
    private readonly actions: HostActionsStore,
    private readonly colleagues: Colleagues,
    private readonly cases: OpenCasesView,
    private readonly events: CaseEvents,
    private readonly records: CaseRecords,
  ) {}

  /**
   * Claims a case, gives it to somebody, or to nobody; the helpdesk's conversation follows.
   * @param from whose it was when it was seen
   * @throws DomainError `case.not_found`, `case.over`, `case.owned` when it is somebody else's by now, `case.owner_unknown`, `case.note_needed`
   */
  async assign(
    accountId: number,
    publicId: string,
    { owner, from, note }: { owner: number | null; from: number | null; note: string | undefined },
    actor: Actor,
  ): Promise<void> {
    // The helpdesk is asked outside the unit of work, and about a case of this account only.
    if (!(await this.cases.byPublicId(accountId, publicId))) throw notFound("case.not_found", "There is no such case.");
    if (owner !== null) await this.mustWorkHere(accountId, owner);
    await this.db.inUnitOfWork("case.assign", async () => {
      const one = await this.store.mustBeOpen(accountId, publicId);
      if (one.owner === owner) return;
      if (one.owner !== from) {
        throw conflict("case.owned", "This case was taken over by somebody else meanwhile.", {
          remedy: "Look at whose it is now, and hand it over with a note where it has to be yours.",
        });
      }
      if (one.owner !== null && owner !== null && note === undefined) {
        throw invalid("case.note_needed", "Who takes a case over needs to know how it stands.", {
          field: "note",
          remedy: "Write one sentence.",
        });
      }
      const at = this.clock.now();
      await this.store.given(accountId, one.id, owner, at);
      await this.events.record(accountId, one.id, [{ kind: "assigned", at, owner: ownerRef(owner), source: `given:${at}` }]);
      this.records.append(accountId, one, escalationEvents.assigned, actor, { from: one.owner, to: owner }, note);
      const { debtorId, conversationId, reason, lastMessageId: afterMessageId } = one;
      await this.actions.add(accountId, [
        {
          kind: "agent",
          target: owner === null ? null : String(owner),
          level: `given:${at}`,
          caseId: publicId,
          debtorId,
          conversationId,
          reason,
          afterMessageId,
        },
      ]);
    });
  }

  /** @param until null: back at once @throws DomainError `case.not_found`, `case.over`, `case.snooze_past`, `case.snooze_too_long` */
  snooze(accountId: number, publicId: string, until: Instant | null, reason: string, actor: Actor): Promise<void> {
    return this.db.inUnitOfWork("case.snooze", async () => {
      const now = this.clock.now();
      if (until !== null && until <= now) {
        throw invalid("case.snooze_past", "That moment is over.", { field: "until", remedy: "Choose a later one." });
      }
      if (until !== null && until > now + LONGEST_SNOOZE) {
        throw invalid("case.snooze_too_long", "A case can be put aside for 30 days at the longest.", {
          field: "until",
          remedy: "Choose an earlier day, or close the case with its outcome.",
        });
      }
      const one = await this.store.mustBeOpen(accountId, publicId);
      await this.store.snoozed(accountId, one.id, until);
      await this.events.record(accountId, one.id, [{ kind: "snoozed", at: now, source: `snoozed:${now}` }]);
      this.records.append(accountId, one, escalationEvents.snoozed, actor, { until: toIsoOrNull(until) }, reason);
    });
  }

  /** Of a closed case as well. @throws DomainError `case.not_found` */
  note(accountId: number, publicId: string, text: string, actor: Actor): Promise<void> {
    return this.db.inUnitOfWork("case.note", async () => {
      const one = await this.store.mustExist(accountId, publicId);
      this.records.append(accountId, one, escalationEvents.noted, actor, {}, text);
    });
  }

  private async mustWorkHere(accountId: number, hostUserId: number): Promise<void> {
    if (await this.colleagues.works(accountId, hostUserId)) return;
    throw invalid("case.owner_unknown", "There is no such person in the helpdesk account.", {
      field: "owner",
      remedy: "Choose one of the people of the account.",
    });
  }
}
