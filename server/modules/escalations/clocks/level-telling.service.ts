import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type Instant, MINUTE } from "../../../shared/instant.js";
import { activityOf } from "../domain/level/desk-activity.js";
import type { Told } from "../domain/level/escalation-level.js";
import { folded, type Tell, type Telling, tellingOf } from "../domain/level/telling.js";
import type { LevelMarkRecord } from "../escalations.tables.js";
import { CaseClocksStore } from "./case-clocks.store.js";
import { CaseDossiers, type Dossier } from "./case-dossiers.reader.js";
import { clockRows } from "./clock-keeping.service.js";
import { LevelMails, type Readers } from "./level-mails.service.js";
import { LevelMarksStore } from "./level-marks.store.js";

/** So many at once are folded into one message; what is beyond them is the next one's. */
const MOST = 20_000;
/** Cases whose events are read together. */
const CHUNK = 1_000;

interface Decided {
  readonly mark: LevelMarkRecord;
  readonly dossier: Dossier;
  readonly telling: Telling;
}

/** Tells people of levels that were reached: in their hours, folded, not where somebody has acted meanwhile; each once, in one commit with its mails. */
@Injectable()
export class LevelTelling {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly dossiers: CaseDossiers,
    private readonly clocks: CaseClocksStore,
    private readonly marks: LevelMarksStore,
    private readonly mails: LevelMails,
  ) {}

  async tell(accountId: number): Promise<void> {
    const waiting = await this.marks.waiting(accountId, this.clock.now(), MOST);
    if (waiting.length === 0) return;
    // The helpdesk is asked outside the transaction; where it does not answer, telling waits.
    const readers = waiting.some(hasMail) ? await this.mails.readers(accountId) : null;
    await this.db.inUnitOfWork("clocks.tell", () => this.tellWaiting(accountId, waiting, readers));
  }

  private async tellWaiting(accountId: number, waiting: readonly LevelMarkRecord[], readers: Readers | null): Promise<void> {
    const now = this.clock.now();
    const caseIds = [...new Set(waiting.map(({ case_id }) => case_id))].toSorted((a, b) => a - b);
    const decided: Decided[] = [];
    for (let from = 0; from < caseIds.length; from += CHUNK) {
      const part = caseIds.slice(from, from + CHUNK);
      await this.clocks.hold(accountId, part);
      // Read again, held: whoever was quicker has told them.
      const dossiers = await this.dossiers.of(accountId, part, now);
      const here = [...dossiers.values()].flatMap((dossier) => decide(dossier, now));
      await this.keep(accountId, [...dossiers.values()], here, now);
      decided.push(...here);
    }
    const told = decided.filter(({ telling }) => telling.kind === "now");
    if (readers) await this.mails.write(accountId, readers, noticesOf(told), new Map(told.map((one) => [one.mark.public_id, one])));
  }

  private async keep(accountId: number, dossiers: readonly Dossier[], decided: readonly Decided[], now: Instant): Promise<void> {
    const changes = Map.groupBy(decided, ({ telling }) => (telling.kind === "later" ? `later ${telling.at}` : telling.kind));
    const after = new Map<string, LevelMarkRecord>();
    for (const group of changes.values()) {
      const change = changeOf(group[0]!.telling, now);
      const ids = group.map(({ mark }) => mark.public_id);
      await this.marks.telling(accountId, ids, change);
      for (const { mark } of group) after.set(mark.public_id, { ...mark, telling: change.telling, tell_at: change.tellAt });
    }
    const rows = dossiers.flatMap(({ read, marks }) =>
      clockRows(
        read,
        marks.map((mark) => after.get(mark.public_id) ?? mark),
      ),
    );
    await this.clocks.keep(accountId, rows);
  }
}

function decide(dossier: Dossier, now: Instant): Decided[] {
  const due = dossier.marks.filter(({ telling, tell_at: at }) => telling === "waits" && at !== null && at <= now);
  return due.map((mark) => {
    const before = dossier.marks
      .filter(
        ({ clock, cycle, fired_at: at, level }) =>
          clock === mark.clock && cycle === mark.cycle && level !== mark.level && at < mark.fired_at,
      )
      .map(({ fired_at: at }) => at);
    return { mark, dossier, telling: tellingOf(activityOf(dossier.read.events, before), dossier.read.plan.calendar, now) };
  });
}

function changeOf(telling: Telling, now: Instant) {
  switch (telling.kind) {
    case "now":
      return { telling: "told", tellAt: null, toldAt: now } as const;
    case "later":
      return { telling: "waits", tellAt: Math.max(telling.at, now + MINUTE), toldAt: null } as const;
    case "muted":
      return { telling: "muted", tellAt: null, toldAt: null } as const;
  }
}

function hasMail({ actions }: LevelMarkRecord): boolean {
  return actions.split(",").includes("mail");
}

function noticesOf(told: readonly Decided[]) {
  const tells = told
    .filter(({ mark }) => hasMail(mark))
    .map(({ mark, dossier }): Tell => ({
      key: mark.public_id,
      caseId: dossier.row.publicId,
      told: toldOf(mark, dossier),
      dueAt: mark.due_at,
    }));
  return folded(tells);
}

/** The owner's notices are folded by who that is; a case without one is the supervisor's. */
function toldOf({ told, told_to: to }: LevelMarkRecord, { row }: Dossier): Told {
  switch (told) {
    case "owner":
      return row.owner === null ? { kind: "supervisor" } : { kind: "agent", user: row.owner.replace("user:", "") };
    case "agent":
      return { kind: "agent", user: to ?? "" };
    case "team":
      return { kind: "team", team: to ?? "" };
    default:
      return { kind: told };
  }
}
