import { Injectable } from "@nestjs/common";
import { DAY, type Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { plausibleResidences, readPlaces, zonesOfAll } from "../portfolio/rules.js";
import type { AttemptFact, Channel, ConsentFact, DebtFact, HoldFact, OptOutFact, PolicyFacts } from "./rules.js";
import { CONTACT_ATTEMPT, OPT_OUT } from "./policy.tables.js";

/** Caps look back a calendar week and seven days at the most; the margin covers zones and week boundaries. */
const ATTEMPTS_BACK = 15 * DAY;

interface DebtorRow {
  id: number;
  public_id: string;
  country: string | null;
  subdivision: string | null;
  zones: string;
  ambiguous_number: number;
}
interface ContactPointRow {
  debtor_id: number;
  channel: Channel;
  places: string | null;
  consent: ConsentFact["status"];
  consent_source: string | null;
  consent_on: string | null;
  blocked_at: Instant | null;
}
interface AttemptRow {
  debtor_id: number;
  public_id: string;
  at: number;
  channel: Channel;
  counts: number;
  confirms_opt_out: number;
  debt_ids: string;
}

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
    const list = debtorIds.map(() => "?").join(", ");
    const params = [accountId, ...debtorIds];
    const inList = `account_id = ? and debtor_id in (${list})`;
    const debtors = await this.db.rows<DebtorRow>(
      `select id, public_id, country, subdivision, zones, ambiguous_number from debtor where account_id = ? and id in (${list})`,
      params,
    );
    const points = await this.db.rows<ContactPointRow>(
      `select debtor_id, channel, places, consent, consent_source, consent_on, blocked_at from contact_point where ${inList} and invalid_at is null order by id`,
      params,
    );
    const debts = await this.db.rows<{ debtor_id: number; public_id: string; status: string; balance_minor: number }>(
      `select debtor_id, public_id, status, balance_minor from debt where ${inList}`,
      params,
    );
    const holds = await this.db.rows<{
      debtor_id: number;
      public_id: string;
      debt_public_id: string | null;
      reason: string;
      from_at: number;
      until_at: number | null;
    }>(
      `select h.debtor_id, h.public_id, d.public_id as debt_public_id, h.reason, h.from_at, h.until_at
         from hold h left join debt d on d.account_id = h.account_id and d.id = h.debt_id
        where h.account_id = ? and h.debtor_id in (${list}) and h.released_at is null`,
      params,
    );
    const optOuts = await this.db.rows<{ debtor_id: number; channel: Channel | "all"; at: number }>(
      `select debtor_id, channel, at from ${OPT_OUT} where ${inList} and ended_at is null`,
      params,
    );
    const attempts = await this.db.rows<AttemptRow>(
      `select debtor_id, public_id, at, channel, counts, confirms_opt_out, debt_ids from ${CONTACT_ATTEMPT} where ${inList} and at > ? order by at`,
      [...params, now - ATTEMPTS_BACK],
    );
    const inbound = await this.db.rows<{ debtor_id: number; last_inbound_at: number | null }>(
      `select debtor_id, max(last_inbound_at) as last_inbound_at from host_conversation where ${inList} group by debtor_id`,
      params,
    );

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
            lastInbound: lastInbound === null ? {} : { whatsapp: lastInbound },
            tightening: null,
            exceptions: [],
          } satisfies PolicyFacts,
        ];
      }),
    );
  }
}

/** The address and what the numbers add to it. Zones that are stored stay, whatever the places say: all must be open. */
function whereabouts(debtor: DebtorRow, points: readonly ContactPointRow[]): Pick<PolicyFacts, "residences" | "zones"> {
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

function channelFacts(points: readonly ContactPointRow[], ambiguous: boolean): Pick<PolicyFacts, "contactPoints" | "consents" | "unheard"> {
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

function attemptFact(row: AttemptRow): AttemptFact {
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

function confirmedAt(attempts: readonly AttemptRow[], since: Instant): Instant | null {
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
