import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { OwedStatus } from "./domain/owed-status.js";
import type { Currency } from "../../shared/money.js";
import { phoneKey } from "../../shared/phone-key.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { LookupHash } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { DebtorsStore } from "./debtors.store.js";
import type { Channel, Consent } from "./domain/consent.js";
import { type PlausibleResidence, plausibleResidences, readPlaces } from "./domain/residence.js";
import { zonesOfAll } from "./domain/zones-of.js";
import type { ContactPointRecord, DebtorRecord, DebtRecord, HoldRecord } from "./portfolio-rows.tables.js";
import type { PortfolioTables } from "./portfolio.tables.js";

/** Debtors a set-based statement looks at: large enough for sets, small enough to hold locks for moments. */
export const DEBTORS_PER_CHUNK = 20_000;

export interface DebtorFacts {
  readonly id: number;
  readonly publicId: string;
  readonly externalId: string;
  readonly kind: string;
  readonly employment: string | null;
  /** BCP 47 */
  readonly language: string;
  readonly country: string | null;
  readonly subdivision: string | null;
  /** Every plausible one, the address first; empty = unknown = closed. */
  readonly residences: readonly PlausibleResidence[];
  /** Every plausible IANA zone, those of the address first; empty = unknown = closed. */
  readonly zones: readonly string[];
  /** One of the debtor's numbers is also somebody else's: none may be written to. */
  readonly ambiguousNumber: boolean;
}

export interface RecordedDebt {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  readonly reference: string;
  readonly product: string | null;
  readonly principalMinor: number;
  readonly balanceMinor: number;
  readonly currency: Currency;
  readonly dueDate: CalendarDate;
  readonly instalmentMinor: number | null;
  readonly creditDate: CalendarDate | null;
  readonly status: OwedStatus;
}

export interface RecordedHold {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  /** Null = everything the debtor owes. */
  readonly debtId: number | null;
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

export interface ContactPointFact {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  readonly channel: Channel;
  readonly ending: string;
  readonly consent: Consent;
  readonly consentSource: string | null;
  readonly consentOn: CalendarDate | null;
  /** Not (any more) this debtor's. */
  readonly invalid: boolean;
  /** The helpdesk drops what is written from it. */
  readonly blocked: boolean;
}

/** What other modules may ask about debtors. Batches by row id; whoever is not of the account is absent from the answer. */
@Injectable()
export class PortfolioReader {
  constructor(
    private readonly db: Database,
    private readonly store: DebtorsStore,
    private readonly vault: DebtorVault,
    private readonly hash: LookupHash,
  ) {}

  async debtors(accountId: number, debtorIds: readonly number[]): Promise<Map<number, DebtorFacts>> {
    return this.factsOf(accountId, await this.store.byIds(accountId, debtorIds));
  }

  async findDebtor(accountId: number, publicId: string): Promise<DebtorFacts | null> {
    const row = await this.store.byPublicId(accountId, publicId);
    return row && (await this.factsOf(accountId, [row])).get(row.id)!;
  }

  /** The first and the last row id, for work that goes through all debtors in chunks; null where there are none. */
  async debtorRange(accountId: number): Promise<{ first: number; last: number } | null> {
    const { first, last } = await this.tables
      .selectFrom("debtor")
      .select(({ fn }) => [fn.min<number | null>("id").as("first"), fn.max<number | null>("id").as("last")])
      .where("account_id", "=", accountId)
      .executeTakeFirstOrThrow();
    return first === null || last === null ? null : { first, last };
  }

  /** All debts, whatever their state, oldest due first. */
  async debts(accountId: number, debtorIds: readonly number[]): Promise<Map<number, RecordedDebt[]>> {
    if (debtorIds.length === 0) return new Map();
    const debts = this.tables.selectFrom("debt").selectAll().where("account_id", "=", accountId).where("debtor_id", "in", debtorIds);
    return groupByDebtor((await debts.orderBy("due_date").orderBy("id").execute()).map(debtFact));
  }

  /** Holds in force at `at`. */
  async activeHolds(accountId: number, debtorIds: readonly number[], at: Instant): Promise<Map<number, RecordedHold[]>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.tables
      .selectFrom("hold")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("debtor_id", "in", debtorIds)
      .where("from_at", "<=", at)
      .where("released_at", "is", null)
      .where((is) => is.or([is("until_at", "is", null), is("until_at", ">", at)]))
      .orderBy("id")
      .execute();
    return groupByDebtor(rows.map(holdFact));
  }

  /** Without their values; `values` opens those that are needed. */
  async contactPoints(accountId: number, debtorIds: readonly number[]): Promise<Map<number, ContactPointFact[]>> {
    const rows = await this.store.contactPoints(accountId, debtorIds);
    return groupByDebtor(rows.map(contactPointFact));
  }

  /** Opened addresses (E.164) by contact point id; those of erased debtors are absent. */
  async values(accountId: number, contactPointIds: readonly number[]): Promise<Map<number, string>> {
    if (contactPointIds.length === 0) return new Map();
    const rows = await this.tables
      .selectFrom("contact_point")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("id", "in", contactPointIds)
      .execute();
    const keys = await this.vault.keys(accountId, [...new Set(rows.map((row) => row.debtor_id))]);
    return new Map(
      rows.flatMap((row) => {
        const key = keys.get(row.debtor_id);
        const cell = { table: "contact_point", column: "value_sealed", row: row.public_id } as const;
        return key ? [[row.id, this.vault.openWith(key, accountId, cell, row.value_sealed)] as const] : [];
      }),
    );
  }

  /** Opened names by debtor id; erased debtors are absent, and so are those whose name does not open: they keep no page from the others. */
  async names(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>> {
    try {
      return await this.namesOf(accountId, debtorIds);
    } catch {
      const each = await Promise.all(debtorIds.map((id) => this.namesOf(accountId, [id]).catch(() => new Map<number, string>())));
      return new Map(each.flatMap((names) => [...names]));
    }
  }

  private async namesOf(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>> {
    const rows = await this.store.byIds(accountId, [...new Set(debtorIds)]);
    const keys = await this.vault.keys(
      accountId,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.flatMap((row) => {
        const key = keys.get(row.id);
        const cell = { table: "debtor", column: "name_sealed", row: row.public_id } as const;
        return key ? [[row.id, this.vault.openWith(key, accountId, cell, row.name_sealed)] as const] : [];
      }),
    );
  }

  /** The hash under which a number is looked up, for comparing with one kept elsewhere. */
  phoneHash(accountId: number, number: string): string {
    return this.hash.of(accountId, "phone", phoneKey(number));
  }

  private async factsOf(accountId: number, rows: readonly DebtorRecord[]): Promise<Map<number, DebtorFacts>> {
    const ids = rows.map((row) => row.id);
    const points = groupByDebtor((await this.store.contactPoints(accountId, ids)).map((row) => ({ ...row, debtorId: row.debtor_id })));
    return new Map(rows.map((row) => [row.id, debtorFacts(row, points.get(row.id) ?? [])]));
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }
}

function debtorFacts(row: DebtorRecord, points: readonly ContactPointRecord[]): DebtorFacts {
  const numbers = points.filter((point) => point.invalid_at === null);
  const residences = plausibleResidences(
    row,
    numbers.map(({ places }) => readPlaces(places)),
  );
  return {
    id: row.id,
    publicId: row.public_id,
    externalId: row.external_id,
    kind: row.kind,
    employment: row.employment,
    language: row.language,
    country: row.country,
    subdivision: row.subdivision,
    residences,
    zones: zonesOfAll(residences),
    ambiguousNumber: Boolean(row.ambiguous_number),
  };
}

function debtFact(row: DebtRecord): RecordedDebt {
  return {
    id: row.id,
    publicId: row.public_id,
    debtorId: row.debtor_id,
    reference: row.reference,
    product: row.product,
    principalMinor: row.principal_minor,
    balanceMinor: row.balance_minor,
    currency: row.currency,
    dueDate: row.due_date,
    instalmentMinor: row.instalment_minor,
    creditDate: row.credit_date,
    status: row.status,
  };
}

function holdFact(row: HoldRecord): RecordedHold {
  return {
    id: row.id,
    publicId: row.public_id,
    debtorId: row.debtor_id,
    debtId: row.debt_id,
    reason: row.reason,
    from: row.from_at,
    until: row.until_at,
  };
}

function contactPointFact(row: ContactPointRecord): ContactPointFact {
  return {
    id: row.id,
    publicId: row.public_id,
    debtorId: row.debtor_id,
    channel: row.channel,
    ending: row.ending,
    consent: row.consent,
    consentSource: row.consent_source,
    consentOn: row.consent_on,
    invalid: row.invalid_at !== null,
    blocked: row.blocked_at !== null,
  };
}

function groupByDebtor<T extends { readonly debtorId: number }>(facts: readonly T[]): Map<number, T[]> {
  return Map.groupBy(facts, (fact) => fact.debtorId);
}
