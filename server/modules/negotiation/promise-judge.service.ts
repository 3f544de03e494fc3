import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { DebtorCalls } from "../escalations/index.js";
import type { JsonObject } from "../journal/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { CLOSED_BY_DECISION } from "../portfolio/rules.js";
import { paidTowards, PROMISE_TERMS, type PromiseState, promiseStateOf } from "./domain/promise.js";
import { negotiationEvents } from "./negotiation.events.js";
import { PromiseHolds } from "./promise-holds.service.js";
import { PromisesLog } from "./promises-log.service.js";
import { type PromiseRecord, PromisesStore } from "./promises.store.js";

const actor = system("promises");
/** Holds under which an unpaid promise says nothing about the debtor; nor does one about debts that a wrong file brought. */
const OVERTAKING: ReadonlySet<string> = new Set([
  "dispute",
  "wrong_person",
  "legal",
  "distress",
  "deceased",
  "adviser",
  "grievance",
  "illness",
  "hardship",
]);

/** Debts that nobody is asked for any more by the creditor's own word. */
const GIVEN_UP: ReadonlySet<string> = new Set(["cancelled", ...CLOSED_BY_DECISION]);

type Judged = Exclude<PromiseState, "superseded" | "cancelled">;

/** The promise, what it is about, and what was found now. */
interface Case {
  readonly promise: PromiseRecord;
  readonly debtIds: readonly number[];
  readonly paidMinor: number;
  readonly now: Instant;
}

/**
 * Finds out whether promises are kept: when money moved on their debts, and when their last day is over. What it finds depends on the ledger
 * and the promise's own dates only, never on when it runs: running late, twice or not at all for a day changes no verdict.
 */
@Injectable()
export class PromiseJudge {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly portfolio: PortfolioReader,
    private readonly calls: DebtorCalls,
    private readonly store: PromisesStore,
    private readonly holds: PromiseHolds,
    private readonly log: PromisesLog,
  ) {}

  judge(accountId: number, id: number, debtorId: number): Promise<void> {
    return this.db.inUnitOfWork("promise.judge", () => this.decide(accountId, id, debtorId));
  }

  private async decide(accountId: number, id: number, debtorId: number): Promise<void> {
    await this.store.lockDebtor(accountId, debtorId);
    const promise = await this.store.byId(accountId, id);
    if (!promise || promise.state === "superseded" || promise.state === "cancelled") return;
    const debtIds = (await this.store.debtsOf(accountId, id)).map(({ debtId }) => debtId);
    const seenEntry = await this.store.newestEntry(accountId, debtIds);
    const paidMinor = paidTowards(await this.store.movements(accountId, debtIds, promise.fromEntry), promise.lastDay);
    await this.store.change(accountId, id, { seen_entry: seenEntry, paid_minor: paidMinor });
    const now = this.clock.now();
    const state = promiseStateOf({ ...promise, paidMinor }, now, PROMISE_TERMS);
    if (state === promise.state) return;
    await this.become(accountId, state, { promise, debtIds, paidMinor, now });
    this.db.afterCommit(() => this.queue.wake("plan"));
  }

  private become(accountId: number, state: Judged, found: Case): Promise<void> {
    switch (state) {
      case "kept":
        return this.kept(accountId, found);
      case "active":
        return this.reopen(accountId, found);
      default:
        return this.notKept(accountId, state, found);
    }
  }

  private async kept(accountId: number, found: Case): Promise<void> {
    await this.end(accountId, found.promise, "kept", found.now);
    await this.holds.release(accountId, found.promise.id, actor);
    await this.record(accountId, negotiationEvents.promiseKept, found, {});
  }

  /** Not kept, unless it was overtaken. The hold has ended by itself, and the cadence goes on; after a second one a person does. */
  private async notKept(accountId: number, state: "partially_kept" | "broken", found: Case): Promise<void> {
    const { promise, debtIds, now } = found;
    if (promise.state === "active" && (await this.overtaken(accountId, promise.debtorId, debtIds, now))) {
      await this.end(accountId, promise, "cancelled", now);
      await this.record(accountId, negotiationEvents.promiseCancelled, found, { reason: "held" });
      return;
    }
    const at = promise.state === "active" ? promise.judgeAt : now;
    await this.end(accountId, promise, state, at);
    await this.record(accountId, negotiationEvents.promiseBroken, found, { state }, at);
    const before = promise.state === "partially_kept" || promise.state === "broken";
    if (!before && (await this.store.notKept(accountId, promise.debtorId)) >= PROMISE_TERMS.brokenBeforePerson) {
      await this.calls.about(accountId, promise.debtorId, now, { reason: "broken_promises", pause: true });
    }
  }

  /** A payment was taken back before the last day: it is waited for again, unless another promise is by now. */
  private async reopen(accountId: number, found: Case): Promise<void> {
    const { promise, now } = found;
    const other = (await this.store.activeOf(accountId, promise.debtorId)).find(({ currency }) => currency === promise.currency);
    if (other) {
      await this.end(accountId, promise, "superseded", now, other.publicId);
      await this.record(accountId, negotiationEvents.promiseSuperseded, found, { by: other.publicId });
      return;
    }
    await this.store.change(accountId, promise.id, { state: "active", active_slot: 1, ended_at: null });
    await this.holds.placeAgain(accountId, promise, actor);
    await this.record(accountId, negotiationEvents.promiseReopened, found, {});
  }

  private async end(accountId: number, { id }: PromiseRecord, state: PromiseState, at: Instant, replacedBy: string | null = null) {
    await this.store.change(accountId, id, { state, active_slot: null, ended_at: at, replaced_by: replacedBy });
  }

  private record(accountId: number, type: string, { promise, debtIds, paidMinor }: Case, payload: JsonObject, at?: Instant): Promise<void> {
    const entry = { actor, payload: { paidMinor, ...payload }, ...(at === undefined ? {} : { at }) };
    return this.log.append(accountId, type, promise, debtIds, entry);
  }

  private async overtaken(accountId: number, debtorId: number, debtIds: readonly number[], now: Instant): Promise<boolean> {
    const holds = (await this.portfolio.activeHolds(accountId, [debtorId], now)).get(debtorId) ?? [];
    if (holds.some(({ reason, debtId }) => OVERTAKING.has(reason) && (debtId === null || debtIds.includes(debtId)))) return true;
    const debts = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    return debts.every(({ id, status }) => GIVEN_UP.has(status) || !debtIds.includes(id));
  }
}
