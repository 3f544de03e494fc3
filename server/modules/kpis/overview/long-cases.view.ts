import { Injectable } from "@nestjs/common";
import type { LongCasesView } from "../../../contract/kpis/long-cases.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import type { SignedIn } from "../../../shared/actor.js";
import { DAY, type Instant, toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { ESCALATION, type EscalationsTables, reasonText } from "../../escalations/index.js";
import { caseReasonOf } from "../../escalations/rules.js";
import { type NegotiationTables, PROMISE } from "../../negotiation/index.js";
import { HOLD, PortfolioReader, type PortfolioTables } from "../../portfolio/index.js";
import { AgentSight } from "../cuts/agent-sight.reader.js";
import { LONG_CASE_CAUSES, longAfter, longCaseHint, SHORTEST_LONG } from "./domain/long-case.js";

/** More are counted and not shown one by one. */
const SHOWN = 200;
/** More open cases than this are not looked through. */
const READ = 5_000;

/** Cases with people that have taken long: what each waits for, and who has it. */
@Injectable()
export class LongCasesPage {
  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly sight: AgentSight,
    private readonly portfolio: PortfolioReader,
  ) {}

  /** An agent sees whose the cases of others are where the account lets agents see each other. */
  async show(reader: SignedIn, lang: Locale): Promise<LongCasesView> {
    const { accountId } = reader;
    const now = this.clock.now();
    const cases = (await this.long(accountId, now)).map((row) => ({ ...row, ...longCaseHint(row) }));
    const shown = cases.slice(0, SHOWN);
    const ids = shown.flatMap(({ debtorId }) => debtorId ?? []);
    const debtors = await this.portfolio.debtors(accountId, ids);
    const names = await this.portfolio.names(accountId, ids);
    const own = `user:${this.sight.own(reader)}`;
    const hidden = !(await this.sight.seesAll(reader));
    return {
      asOf: toIso(now),
      total: cases.length,
      causes: LONG_CASE_CAUSES.flatMap((cause) => {
        const of = cases.filter((one) => one.cause === cause);
        return of.length === 0
          ? []
          : [{ cause, count: of.length, longest: Math.max(...of.map(({ openedAt }) => daysSince(openedAt, now))) }];
      }),
      items: shown.map(({ publicId, debtorId, reason, openedAt, owner, cause, since }) => ({
        id: publicId,
        debtorId: (debtorId === null ? null : debtors.get(debtorId)?.publicId) ?? null,
        debtor: (debtorId === null ? null : names.get(debtorId)) ?? null,
        reason: reasonText(reason, lang),
        cause,
        openedAt: toIso(openedAt),
        days: daysSince(openedAt, now),
        waitsSince: toIso(since),
        owner: hidden && owner !== own ? null : owner,
        ownerHidden: hidden && owner !== null && owner !== own,
      })),
    };
  }

  /** The longest first. */
  private async long(accountId: number, now: Instant) {
    const rows = await this.db
      .typed<EscalationsTables>()
      .selectFrom(ESCALATION)
      .select(["public_id", "debtor_id", "reason", "opened_at", "waiting_since", "answered_at", "owner"])
      .where("account_id", "=", accountId)
      .where("closed_at", "is", null)
      .where("opened_at", "<=", now - SHORTEST_LONG)
      .orderBy("opened_at")
      .orderBy("id")
      .limit(READ)
      .execute();
    const long = rows.filter(({ reason, opened_at: at }) => now - at >= longAfter(caseReasonOf(reason)));
    const debtorIds = [...new Set(long.flatMap(({ debtor_id: id }) => id ?? []))];
    const [held, promised] = [await this.heldSince(accountId, debtorIds, now), await this.promisedAt(accountId, debtorIds)];
    return long.map((row) => ({
      publicId: row.public_id,
      debtorId: row.debtor_id,
      reason: caseReasonOf(row.reason),
      openedAt: row.opened_at,
      waitingSince: row.waiting_since,
      answeredAt: row.answered_at,
      owner: row.owner,
      heldSince: (row.debtor_id === null ? null : held.get(row.debtor_id)) ?? null,
      promisedAt: (row.debtor_id === null ? null : promised.get(row.debtor_id)) ?? null,
    }));
  }

  /** Holds that end by somebody's word alone. */
  private async heldSince(accountId: number, debtorIds: readonly number[], now: Instant): Promise<Map<number, Instant>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db
      .typed<PortfolioTables>()
      .selectFrom(HOLD)
      .select(({ fn }) => ["debtor_id", fn.min<number>("from_at").as("since")])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("released_at", "is", null)
      .where("until_at", "is", null)
      .where("from_at", "<=", now)
      .groupBy("debtor_id")
      .execute();
    return new Map(rows.map(({ debtor_id: id, since }) => [id, Number(since)]));
  }

  private async promisedAt(accountId: number, debtorIds: readonly number[]): Promise<Map<number, Instant>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db
      .typed<NegotiationTables>()
      .selectFrom(PROMISE)
      .select(({ fn }) => ["debtor_id", fn.min<number>("created_at").as("at")])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("state", "=", "active")
      .groupBy("debtor_id")
      .execute();
    return new Map(rows.map(({ debtor_id: id, at }) => [id, Number(at)]));
  }
}

const daysSince = (at: Instant, now: Instant) => Math.floor((now - at) / DAY);
