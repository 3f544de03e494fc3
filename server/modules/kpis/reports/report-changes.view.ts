import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { toIso } from "../../../shared/instant.js";
import { JOURNAL_RECORD, type JournalTables } from "../../journal/index.js";
import { edgesOf, type Question } from "../measures/domain/counted.js";

export interface ReportChange {
  readonly at: string;
  readonly type: string;
  /** Name or id of what was changed. */
  readonly subject: string;
  readonly actor: string;
  /** Key and version of a cadence that was published; null for everything else. */
  readonly cadence: string | null;
  readonly version: number | null;
}

/** What steers the work: its steps, whom they are for, and by what it is judged. */
export const CHANGE_TYPES = [
  "cadence.published",
  "cadence.paused",
  "cadence.resumed",
  "cadence.archived",
  "segment.created",
  "segment.changed",
  "segment.archived",
  "objective.set",
  "objective.reset",
] as const;
/** More are no list that anybody reads. */
const MOST = 30;

/** What was changed in a period, from the journal. */
@Injectable()
export class ReportChanges {
  constructor(private readonly db: Database) {}

  /** In their order, as they were written down by the question's instant. */
  async in(question: Question): Promise<ReportChange[]> {
    const { start, end } = edgesOf(question);
    const rows = await this.db
      .typed<JournalTables>()
      .selectFrom(JOURNAL_RECORD)
      .select(["type", "at", "actor", "payload"])
      .where("account_id", "=", question.accountId)
      .where("type", "in", CHANGE_TYPES)
      .where("at", ">=", start)
      .where("at", "<=", end)
      .where("recorded_at", "<=", question.asOf)
      .orderBy("seq")
      .limit(MOST)
      .execute();
    return rows.map(({ type, at, actor, payload }) => {
      const told = JSON.parse(payload) as Readonly<Record<string, unknown>>;
      const text = (key: string) => (typeof told[key] === "string" ? told[key] : null);
      const version = typeof told["version"] === "number" ? told["version"] : null;
      const name = text("name") ?? text("cadence") ?? text("segment") ?? text("metric") ?? text("key") ?? "";
      const cadence = type === "cadence.published" ? text("cadence") : null;
      return { at: toIso(at), type, subject: cadence === null || version === null ? name : `${name} @${version}`, actor, cadence, version };
    });
  }
}
