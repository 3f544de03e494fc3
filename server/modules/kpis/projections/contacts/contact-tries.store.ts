import { Injectable } from "@nestjs/common";
import type { Insertable, Selectable } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import { CONTACT_DEFERRAL, CONTACT_DENIAL, CONTACT_TRY, type KpisTables } from "../../kpis.tables.js";
import type { TriedContact } from "./domain/contact-tries.js";

type TryRow = Readonly<Selectable<KpisTables["contact_try"]>>;
export type DeferralRow = Omit<Readonly<Insertable<KpisTables["contact_deferral"]>>, "account_id">;
export type DenialRow = Omit<Readonly<Insertable<KpisTables["contact_denial"]>>, "account_id">;

/** What may change after a row is there. */
const MUTABLE: readonly (keyof TryRow)[] = [
  "made_at",
  "made_recorded",
  "day",
  "hour",
  "delivered_at",
  "delivered_recorded",
  "read_at",
  "read_recorded",
  "failed_at",
  "failed_recorded",
  "failure",
  "answered_at",
  "answered_recorded",
];

/** Attempts to reach debtors, and those a rule forbade. */
@Injectable()
export class ContactTriesStore {
  constructor(private readonly db: Database) {}

  /** The attempts of these refs, and all of these debtors. */
  async of(accountId: number, refs: readonly string[], debtorIds: readonly number[]): Promise<TriedContact[]> {
    const tries = this.db.typed<KpisTables>().selectFrom(CONTACT_TRY).selectAll().where("account_id", "=", accountId);
    const byRef = refs.length === 0 ? [] : await tries.where("ref", "in", refs).execute();
    const byDebtor = debtorIds.length === 0 ? [] : await tries.where("debtor_id", "in", debtorIds).execute();
    return [...new Map([...byRef, ...byDebtor].map((row) => [row.ref, tryOf(row)])).values()];
  }

  async write(accountId: number, tries: readonly TriedContact[]): Promise<void> {
    await this.db.upsert(
      CONTACT_TRY,
      tries.map((one) => rowOf(accountId, one)),
      ["account_id", "ref"],
      MUTABLE,
    );
  }

  async addDeferrals(accountId: number, deferrals: readonly DeferralRow[]): Promise<void> {
    await this.db.insert(
      CONTACT_DEFERRAL,
      deferrals.map((deferral) => ({ account_id: accountId, ...deferral })),
    );
  }

  async addDenials(accountId: number, denials: readonly DenialRow[]): Promise<void> {
    await this.db.insert(
      CONTACT_DENIAL,
      denials.map((denial) => ({ account_id: accountId, ...denial })),
    );
  }
}

function tryOf(row: TryRow): TriedContact {
  const moment = (at: number | null, recorded: number | null) => (at === null || recorded === null ? null : { at, recorded });
  const made = moment(row.made_at, row.made_recorded);
  return {
    ref: row.ref,
    debtorId: row.debtor_id,
    actor: row.actor,
    gaps: row.gaps,
    origin: row.origin === "agent" ? "agent" : "cadence",
    channel: row.channel,
    cadence: row.cadence,
    cadenceVersion: row.cadence_version,
    step: row.step,
    template: row.template,
    language: row.language,
    anchor: row.anchor,
    made: made && { ...made, day: row.day ?? "", hour: row.hour ?? 0 },
    delivered: moment(row.delivered_at, row.delivered_recorded),
    read: moment(row.read_at, row.read_recorded),
    failed: moment(row.failed_at, row.failed_recorded),
    failure: row.failure,
    answered: moment(row.answered_at, row.answered_recorded),
  };
}

function rowOf(accountId: number, one: TriedContact): { [Column in keyof TryRow]: TryRow[Column] } {
  return {
    account_id: accountId,
    ref: one.ref,
    debtor_id: one.debtorId,
    origin: one.origin,
    channel: one.channel,
    cadence: one.cadence,
    cadence_version: one.cadenceVersion,
    step: one.step,
    template: one.template,
    language: one.language,
    actor: one.actor,
    gaps: one.gaps,
    anchor: one.anchor,
    made_at: one.made?.at ?? null,
    made_recorded: one.made?.recorded ?? null,
    day: one.made?.day ?? null,
    hour: one.made?.hour ?? null,
    delivered_at: one.delivered?.at ?? null,
    delivered_recorded: one.delivered?.recorded ?? null,
    read_at: one.read?.at ?? null,
    read_recorded: one.read?.recorded ?? null,
    failed_at: one.failed?.at ?? null,
    failed_recorded: one.failed?.recorded ?? null,
    failure: one.failure,
    answered_at: one.answered?.at ?? null,
    answered_recorded: one.answered?.recorded ?? null,
  };
}
