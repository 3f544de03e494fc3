import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import { system } from "../../../shared/actor.js";
import { type Instant, MINUTE, toIso } from "../../../shared/instant.js";
import { Journal } from "../../journal/index.js";
import { instantOf } from "../domain/clock/read-clock.js";
import { deedsOf, tells } from "../domain/level/told-actions.js";
import { escalationEvents } from "../escalations.events.js";
import type { CaseClockRecord, LevelMarkRecord } from "../escalations.tables.js";
import { HostActionsStore, type NewAction } from "../host-actions.store.js";
import { CaseClocksStore } from "./case-clocks.store.js";
import { CaseDossiers, type Dossier } from "./case-dossiers.reader.js";
import type { ReadClock } from "./case-readings.reader.js";
import { clockRows } from "./clock-keeping.service.js";
import { LevelMarksStore } from "./level-marks.store.js";

type Mark = Omit<LevelMarkRecord, "account_id">;

/** A level that a clock has reached, and what is written about it. */
interface Reached {
  readonly dossier: Dossier;
  readonly clock: ReadClock;
  readonly level: ReadClock["plan"]["entry"]["levels"][number];
  readonly mark: Mark;
}

/** Reaches levels: their mark, what they have done in the helpdesk and their record in one commit. */
@Injectable()
export class LevelFiring {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly dossiers: CaseDossiers,
    private readonly clocks: CaseClocksStore,
    private readonly marks: LevelMarksStore,
    private readonly actions: HostActionsStore,
    private readonly journal: Journal,
  ) {}

  /** @returns how many levels were reached of what nobody else was at */
  async fire(accountId: number, caseIds: readonly number[]): Promise<number> {
    return this.db.inUnitOfWork("clocks.fire", async () => {
      const now = this.clock.now();
      const claimed = Map.groupBy(await this.clocks.claim(accountId, caseIds, now), ({ case_id: caseId }) => caseId);
      const dossiers = await this.dossiers.of(accountId, [...claimed.keys()], now);
      const cases = [...claimed].map(([caseId, rows]) => {
        const dossier = dossiers.get(caseId);
        return { dossier, rows, reached: dossier ? rows.flatMap((row) => this.reachedBy(dossier, row, now)) : [] };
      });
      const reached = cases.flatMap((one) => one.reached);
      await this.marks.add(
        accountId,
        reached.map(({ mark }) => mark),
      );
      await this.actions.add(accountId, reached.flatMap(actionsOf));
      await this.clocks.keep(
        accountId,
        cases.flatMap((one) => one.rows.map((row) => rowAfter(one.dossier, row, one.reached))),
      );
      for (const one of reached) this.record(accountId, one);
      return reached.length;
    });
  }

  private reachedBy(dossier: Dossier, { clock: kind, cycle }: CaseClockRecord, now: Instant): readonly Reached[] {
    const clock = dossier.read.clocks.find(({ reading }) => reading.clock === kind && reading.cycle === cycle);
    if (!clock || clock.reading.endedAt !== null) return [];
    const fired = new Set(dossier.marks.filter((mark) => mark.clock === kind && mark.cycle === cycle).map(({ level }) => level));
    const due = clock.plan.entry.levels.flatMap((level) => {
      const offset = level.minutes * MINUTE;
      if (level.clock !== kind || fired.has(level.id) || clock.reading.target + offset <= 0) return [];
      const at = instantOf(clock.run, offset);
      return at !== null && at <= now ? [{ level, at }] : [];
    });
    return due.map(({ level, at }) => ({ dossier, clock, level, mark: this.markOf(dossier, clock, level, at, now) }));
  }

  private markOf(dossier: Dossier, { reading }: ReadClock, level: Reached["level"], dueAt: Instant, now: Instant): Mark {
    const { told } = level;
    return {
      case_id: dossier.row.id,
      clock: reading.clock,
      cycle: reading.cycle,
      level: level.id,
      public_id: this.ids.next(),
      due_at: dueAt,
      fired_at: now,
      told: told.kind,
      told_to: told.kind === "agent" ? told.user : told.kind === "team" ? told.team : null,
      actions: level.actions.join(","),
      telling: tells(level) ? "waits" : "none",
      // What falls together is told together.
      tell_at: tells(level) ? now : null,
      told_at: null,
    };
  }

  private record(accountId: number, { dossier, mark }: Reached): void {
    const { publicId, debtorId, conversationId } = dossier.row;
    this.journal.append(accountId, {
      type: escalationEvents.levelReached,
      version: 1,
      actor: system("clocks"),
      debtorId,
      payload: {
        case: publicId,
        conversation: conversationId,
        clock: mark.clock,
        cycle: mark.cycle,
        level: mark.level,
        due: toIso(mark.due_at),
        told: mark.told,
      },
    });
  }
}

function actionsOf({ dossier, level, mark }: Reached): NewAction[] {
  const { publicId: caseId, debtorId, conversationId, reason, lastMessageId: afterMessageId } = dossier.row;
  const about = { caseId, debtorId, conversationId, reason, afterMessageId, level: mark.public_id };
  return deedsOf(level, mark.public_id).map(({ kind, target }) => ({ kind, target, ...about }));
}

/** A claimed row once the levels of its case are reached; one whose clock is not on record any more never wakes again. */
function rowAfter(dossier: Dossier | undefined, row: CaseClockRecord, reached: readonly Reached[]): Omit<CaseClockRecord, "account_id"> {
  const { account_id: _account, ...rest } = row;
  if (!dossier) return { ...rest, wake_at: null };
  const marks = [...dossier.marks, ...reached.map(({ mark }) => ({ account_id: 0, ...mark }))];
  const now = clockRows(dossier.read, marks).find(({ clock, cycle }) => clock === row.clock && cycle === row.cycle);
  return now ?? { ...rest, wake_at: null };
}
