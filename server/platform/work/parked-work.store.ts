import { Injectable } from "@nestjs/common";
import { type Instant, SECOND } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Ids } from "../crypto/ids.js";
import { Database } from "../database/database.js";
import { PARKED_WORK, type WorkTables } from "./parked-work.tables.js";

/** What the work was about: a row of a table. */
export interface WorkSubject {
  readonly subject: string;
  readonly subjectId: number;
  readonly debtorId?: number | null;
}

/** How long it may stay unknown here that another process parked the first row of some work. */
const KNOWN_FOR = 5 * SECOND;

/** The account as a whole, as against one of its rows. */
export const WHOLE_ACCOUNT = { subject: "account", subjectId: 0 } as const satisfies WorkSubject;

export interface Parked {
  readonly publicId: string;
  readonly accountId: number;
  readonly work: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly debtorId: number | null;
  readonly problem: string;
  readonly attempts: number;
  readonly since: Instant;
  readonly lastAt: Instant;
  /** Null: not before somebody releases it. */
  readonly retryAt: Instant | null;
}

const COLUMNS = [
  "public_id as publicId",
  "account_id as accountId",
  "work",
  "subject",
  "subject_id as subjectId",
  "debtor_id as debtorId",
  "problem",
  "attempts",
  "since",
  "last_at as lastAt",
  "retry_at as retryAt",
] as const;

@Injectable()
export class ParkedWorkStore {
  private readonly works = new Map<number, { readonly readAt: number; readonly works: ReadonlySet<string> }>();

  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** What could not be done for one of these accounts as a whole. */
  async accounts(accountIds: readonly number[]): Promise<Parked[]> {
    if (accountIds.length === 0) return [];
    return this.db
      .typed<WorkTables>()
      .selectFrom(PARKED_WORK)
      .select(COLUMNS)
      .where("account_id", "in", accountIds)
      .where("subject", "=", WHOLE_ACCOUNT.subject)
      .execute();
  }

  /** The rows of a piece of work. That a work has any is known a moment later when another process parks the first. */
  async rowsOf(accountId: number, work: string): Promise<Parked[]> {
    if (!(await this.worksOf(accountId)).has(work)) return [];
    return this.parked(accountId).select(COLUMNS).where("work", "=", work).where("subject", "<>", WHOLE_ACCOUNT.subject).execute();
  }

  /** Everything parked, the longest waiting first. */
  list(accountId: number, limit: number): Promise<Parked[]> {
    return this.parked(accountId).select(COLUMNS).orderBy("since").orderBy("id").limit(limit).execute();
  }

  /** Mostly none, and every piece of work asks at every turn. */
  private async worksOf(accountId: number): Promise<ReadonlySet<string>> {
    const now = this.clock.monotonic();
    const known = this.works.get(accountId);
    if (known && now - known.readAt < KNOWN_FOR) return known.works;
    const rows = await this.parked(accountId).select("work").distinct().where("subject", "<>", WHOLE_ACCOUNT.subject).execute();
    const works = new Set(rows.map(({ work }) => work));
    // What a unit of work sees may not last.
    if (!this.db.inTransaction) this.works.set(accountId, { readAt: now, works });
    return works;
  }

  countByWork(accountId: number): Promise<{ work: string; n: number }[]> {
    return this.parked(accountId)
      .select(({ fn }) => ["work", fn.countAll<number>().as("n")])
      .groupBy("work")
      .execute();
  }

  async count(accountId: number): Promise<number> {
    const { n } = await this.parked(accountId)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return n;
  }

  async lock(accountId: number, publicId: string): Promise<Parked | null> {
    return (await this.db.held(this.parked(accountId).select(COLUMNS).where("public_id", "=", publicId)).executeTakeFirst()) ?? null;
  }

  /**
   * Notes one more attempt that failed.
   * @param retryAt when it is tried again, by the number of attempts so far
   * @returns what is noted now; `attempts` is 1 for what was not parked before
   */
  async failed(
    accountId: number,
    work: string,
    { subject, subjectId, debtorId = null }: WorkSubject,
    problem: string,
    retryAt: (attempts: number, now: Instant) => Instant | null,
  ): Promise<Parked> {
    this.db.afterCommit(() => void this.works.delete(accountId));
    const now = this.clock.now();
    const first: Parked = {
      publicId: this.ids.next(),
      accountId,
      work,
      subject,
      subjectId,
      debtorId,
      problem,
      attempts: 1,
      since: now,
      lastAt: now,
      retryAt: retryAt(1, now),
    };
    const what = { public_id: first.publicId, account_id: accountId, work, subject, subject_id: subjectId, debtor_id: debtorId };
    const times = { since: now, last_at: now, retry_at: first.retryAt };
    if ((await this.db.insertIgnore(PARKED_WORK, [{ ...what, problem, attempts: 1, ...times }])) === 1) return first;
    const known = await this.db.held(this.one(accountId, work, { subject, subjectId }).select(COLUMNS)).executeTakeFirst();
    if (!known) return first;
    const attempts = known.attempts + 1;
    const next = { ...known, problem, attempts, lastAt: now, retryAt: retryAt(attempts, now) };
    await this.db
      .typed<WorkTables>()
      .updateTable(PARKED_WORK)
      .set({ problem, attempts, last_at: now, retry_at: next.retryAt })
      .where("account_id", "=", accountId)
      .where("work", "=", work)
      .where("subject", "=", subject)
      .where("subject_id", "=", subjectId)
      .execute();
    return next;
  }

  /** It was done after all, is to be tried afresh, or is nobody's work any more. @returns whether it was parked */
  async remove(accountId: number, work: string, { subject, subjectId }: WorkSubject): Promise<boolean> {
    const { numDeletedRows } = await this.dropped(accountId, { subject, subjectId }).where("work", "=", work).executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** The same, whatever the work was. */
  async removeAll(accountId: number, { subject, subjectId }: WorkSubject): Promise<void> {
    await this.dropped(accountId, { subject, subjectId }).execute();
  }

  /** What nobody has tried for so long is nobody's work any more. */
  async forget(accountId: number, before: Instant): Promise<void> {
    await this.db.typed<WorkTables>().deleteFrom(PARKED_WORK).where("account_id", "=", accountId).where("last_at", "<", before).execute();
  }

  private parked(accountId: number) {
    return this.db.typed<WorkTables>().selectFrom(PARKED_WORK).where("account_id", "=", accountId);
  }

  private one(accountId: number, work: string, { subject, subjectId }: WorkSubject) {
    return this.parked(accountId).where("work", "=", work).where("subject", "=", subject).where("subject_id", "=", subjectId);
  }

  private dropped(accountId: number, { subject, subjectId }: WorkSubject) {
    const parked = this.db.typed<WorkTables>().deleteFrom(PARKED_WORK).where("account_id", "=", accountId);
    return parked.where("subject", "=", subject).where("subject_id", "=", subjectId);
  }
}
