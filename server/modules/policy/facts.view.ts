import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { DAY, type Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { HOST_CONVERSATION, type HostTables } from "../host/index.js";
import { CONTACT_POINT, DEBT, DEBTOR, HOLD, type PortfolioTables } from "../portfolio/index.js";
import { plausibleResidences, readPlaces, zonesOfAll } from "../portfolio/rules.js";
import type { AttemptFact, Channel, ConsentFact, DebtFact, HoldFact, OptOutFact, PolicyFacts } from "./rules.js";
import { CONTACT_ATTEMPT, OPT_OUT, type PolicyTables } from "./policy.tables.js";

/** Caps look back a calendar week and seven days at the most; the margin covers zones and week boundaries. */
const ATTEMPTS_BACK = 15 * DAY;

const OF_DEBTOR = ["id", "public_id", "country", "subdivision", "zones", "ambiguous_number"] as const;
const OF_POINT = ["debtor_id", "channel", "places", "consent", "consent_source", "consent_on", "blocked_at"] as const;
const OF_ATTEMPT = ["debtor_id", "public_id", "at", "channel", "counts", "confirms_opt_out", "debt_ids"] as const;

type DebtorPart = Pick<Selectable<PortfolioTables["debtor"]>, (typeof OF_DEBTOR)[number]>;
type PointPart = Pick<Selectable<PortfolioTables["contact_point"]>, (typeof OF_POINT)[number]>;
type AttemptPart = Pick<Selectable<PolicyTables["contact_attempt"]>, (typeof OF_ATTEMPT)[number]>;

type FactTables = PortfolioTables & PolicyTables & HostTables;

/**
 * Reads what the engine must know about debtors, a handful of statements for any number of them. Inside a unit of work that holds
 * the debtors' locks the answer is the truth; outside one it is a preview.
 */
@Injectable()
export class PolicyFactsView {
  constructor(private readonly db: Database) {}

  /** Facts by debtor row id; debtors that do not exist in the account are absent. */
  async load(accountId: number, debtorIds: readonly number[], now: Instant): Promise<Map<number, PolicyFacts>> {
    if (debtorIds.length === 0) return new Map();
    const db = this.db.typed<FactTables>();
    const debtors = await db
      .selectFrom(DEBTOR)
      .select(OF_DEBTOR)
      .where("account_id", "=", accountId)
      .where("id", "in", debtorIds)
      .execute();
    const points = await db
      .selectFrom(CONTACT_POINT)
      .select(OF_POINT)
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("invalid_at", "is", null)
      .orderBy("id")
      .execute();
    const debts = await db
      .selectFrom(DEBT)
      .select(["debtor_id", "public_id", "status", "balance_minor"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .execute();
    const holds = await this.holds(accountId, debtorIds).execute();
    const optOuts = await db
      .selectFrom(OPT_OUT)
      .select(["debtor_id", "channel", "at"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("ended_at", "is", null)
      .execute();
    const attempts = await db
      .selectFrom(CONTACT_ATTEMPT)
      .select(OF_ATTEMPT)
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("at", ">", now - ATTEMPTS_BACK)
      .orderBy("at")
      .execute();
    const inbound = await db
      .selectFrom(HOST_CONVERSATION)
      .select(({ fn }) => ["debtor_id", fn.max("last_inbound_at").as("last_inbound_at")])
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .groupBy("debtor_id")
      .execute();

    const pointsOf = group(points);
    const debtsOf = group(debts);
    const holdsOf = group(holds);
    const optOutsOf = group(optOuts);
    const attemptsOf = group(attempts);
    const inboundOf = new Map(inbound.map((row) => [row.debtor_id, row.last_inbound_at]));
    return new Map(
      debtors.map((debtor) => {
        const own = attemptsOf.get(debtor.id) ?? [];
        const lastInbound = inboundOf.get(debtor.id) ?? null;
        return [
          debtor.id,
          {
            accountPackIds: [],
            ...whereabouts(debtor, pointsOf.get(debtor.id) ?? []),
            zoneData: process.versions.tz ?? "unknown",
            debtor: {},
            ...channelFacts(pointsOf.get(debtor.id) ?? [], debtor.ambiguous_number === 1),
            optOuts: (optOutsOf.get(debtor.id) ?? []).map((row): OptOutFact => ({
              channel: row.channel,
              at: row.at,
              confirmedAt: confirmedAt(own, row.at),
            })),
            holds: (holdsOf.get(debtor.id) ?? []).map((row): HoldFact => ({
              id: row.public_id,
              debtId: row.debt_public_id,
              kind: row.reason,
              from: row.from_at,
              until: row.until_at,
            })),
            debts: (debtsOf.get(debtor.id) ?? []).map((row): DebtFact => ({
              id: row.public_id,
              status: row.status,
              balanceMinor: row.balance_minor,
            })),
            attempts: own.map(attemptFact),
            lastInbound: lastInbound === null ? {} : { [WRITTEN_CHANNEL]: lastInbound },
            tightening: null,
            exceptions: [],
          } satisfies PolicyFacts,
        ];
      }),
    );
  }

  private holds(accountId: number, debtorIds: readonly number[]) {
    return this.db
      .typed<PortfolioTables>()
      .selectFrom(`${HOLD} as h`)
      .leftJoin(`${DEBT} as d`, (join) => join.onRef("d.account_id", "=", "h.account_id").onRef("d.id", "=", "h.debt_id"))
      .select(["h.debtor_id", "h.public_id", "d.public_id as debt_public_id", "h.reason", "h.from_at", "h.until_at"])
      .where("h.account_id", "=", accountId)
      .where("h.debtor_id", "in", debtorIds)
      .where("h.released_at", "is", null);
  }
}

/** The address and what the numbers add to it. Zones that are stored stay, whatever the places say: all must be open. */
function whereabouts(debtor: DebtorPart, points: readonly PointPart[]): Pick<PolicyFacts, "residences" | "zones"> {
  const residences = plausibleResidences(
    debtor,
    points.map(({ places }) => readPlaces(places)),
  );
  const stored = zonesIn(debtor.zones);
  const isKnown = stored !== null && stored.length > 0;
  return { residences, zones: isKnown ? [...new Set([...stored, ...zonesOfAll(residences)])] : stored };
}

/** An empty list stored means "derive from the residence"; what cannot be read is no zone at all, and no zone is closed. */
function zonesIn(text: string): readonly string[] | null {
  try {
    const zones = JSON.parse(text) as unknown;
    if (!Array.isArray(zones) || zones.length === 0) return null;
    return zones.filter((zone): zone is string => typeof zone === "string");
  } catch {
    return [];
  }
}

function channelFacts(points: readonly PointPart[], ambiguous: boolean): Pick<PolicyFacts, "contactPoints" | "consents" | "unheard"> {
  const contactPoints: Partial<Record<Channel, "debtor" | "ambiguous">> = {};
  const consents: Partial<Record<Channel, ConsentFact>> = {};
  const unheard: Partial<Record<Channel, Instant>> = {};
  for (const point of points) {
    contactPoints[point.channel] ??= ambiguous ? "ambiguous" : "debtor";
    if (point.blocked_at !== null) unheard[point.channel] ??= point.blocked_at;
    consents[point.channel] ??= {
      status: point.consent,
      source: point.consent_source ?? "",
      on: point.consent_on,
    };
  }
  return { contactPoints, consents, unheard };
}

function attemptFact(row: AttemptPart): AttemptFact {
  return {
    id: row.public_id,
    at: row.at,
    channel: row.channel,
    counts: row.counts === 1,
    reached: null,
    conversation: false,
    // What cannot be read is taken for not known, which counts for every debt.
    debtIds: debtIdsIn(row.debt_ids),
  };
}

function debtIdsIn(text: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(text);
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function confirmedAt(attempts: readonly AttemptPart[], since: Instant): Instant | null {
  return attempts.find((attempt) => attempt.confirms_opt_out === 1 && attempt.at >= since)?.at ?? null;
}

function group<T extends { debtor_id: number }>(rows: readonly T[]): Map<number, T[]> {
  const byDebtor = new Map<number, T[]>();
  for (const row of rows) {
    const list = byDebtor.get(row.debtor_id);
    if (list) list.push(row);
    else byDebtor.set(row.debtor_id, [row]);
  }
  return byDebtor;
}
