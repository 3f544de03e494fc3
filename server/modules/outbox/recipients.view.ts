import { Injectable } from "@nestjs/common";
import { expressionBuilder } from "kysely";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import { isKnownZone } from "../../shared/zone.js";
import { Database } from "../../platform/database/database.js";
import { Clock } from "../../platform/clock/clock.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { CONTACT_POINT, DEBT, DEBTOR, HOLD, PAYABLE_HOLDS, type PortfolioTables } from "../portfolio/index.js";

export interface OwedDebt {
  readonly id: number;
  readonly publicId: string;
  readonly reference: string;
  readonly balanceMinor: number;
  readonly currency: string;
  readonly dueDate: CalendarDate;
  /** In dispute or otherwise held by itself: not to be mentioned. */
  readonly held: boolean;
  /** Not held, or only because the debtor asked for time: then it can still be paid. */
  readonly payable: boolean;
}

export interface Recipient {
  readonly debtorId: number;
  readonly publicId: string;
  /** BCP 47, e.g. `es-CO` */
  readonly locale: string;
  readonly zones: readonly string[];
  readonly name: string;
  readonly company: boolean;
  readonly debts: readonly OwedDebt[];
}

/** What a message needs to know of the people it goes to. Names are opened here, at the claim, and nowhere earlier. */
@Injectable()
export class RecipientsView {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  /** By debtor row id. An erased debtor has no key, hence no name, hence is absent. */
  async load(accountId: number, debtorIds: readonly number[]): Promise<Map<number, Recipient>> {
    const known = await this.unnamed(accountId, debtorIds);
    const keys = await this.keys.ofMany(accountId, "debtor", [...known.keys()]);
    const recipients = new Map<number, Recipient>();
    for (const [id, { nameSealed, ...recipient }] of known) {
      const key = keys.get(id);
      if (!key) continue;
      const cell = { accountId, table: DEBTOR, column: "name_sealed", row: recipient.publicId };
      recipients.set(id, { ...recipient, name: this.sealer.open(key, cell, nameSealed) });
    }
    return recipients;
  }

  /** As `load`, without those of whom something does not open: they keep no page from the others. */
  async readable(accountId: number, debtorIds: readonly number[]): Promise<Map<number, Recipient>> {
    try {
      return await this.load(accountId, debtorIds);
    } catch {
      const found = new Map<number, Recipient>();
      for (const id of debtorIds) {
        const one = await this.load(accountId, [id]).catch(() => null);
        const recipient = one?.get(id);
        if (recipient) found.set(id, recipient);
      }
      return found;
    }
  }

  /** The same without opening anything: who asks about a whole plan needs no names. */
  async unnamed(accountId: number, debtorIds: readonly number[]): Promise<Map<number, Omit<Recipient, "name"> & { nameSealed: string }>> {
    if (debtorIds.length === 0) return new Map();
    const now = this.clock.now();
    const debtors = await this.tables
      .selectFrom(DEBTOR)
      .select(["id", "public_id", "kind", "name_sealed", "language", "country", "zones"])
      .where("account_id", "=", accountId)
      .where("id", "in", debtorIds)
      .execute();
    const debts = await this.tables
      .selectFrom(`${DEBT} as d`)
      .select(["d.id", "d.debtor_id", "d.public_id", "d.reference", "d.balance_minor", "d.currency", "d.due_date"])
      .select([holdsOf(now).as("held"), holdsOf(now).where("h.reason", "not in", PAYABLE_HOLDS).as("withheld")])
      .where("d.account_id", "=", accountId)
      .where("d.debtor_id", "in", debtorIds)
      .where("d.status", "=", "open")
      .where("d.balance_minor", ">", 0)
      .execute();
    // Sorted here: for the order SQLite would walk all open debts by their due date.
    debts.sort((a, b) => (a.due_date === b.due_date ? a.id - b.id : a.due_date < b.due_date ? -1 : 1));
    const debtsOf = Map.groupBy(debts, (debt) => debt.debtor_id);
    return new Map(
      debtors.map((row) => [
        row.id,
        {
          debtorId: row.id,
          publicId: row.public_id,
          locale: row.country && !row.language.includes("-") ? `${row.language}-${row.country}` : row.language,
          zones: zonesIn(row.zones),
          nameSealed: row.name_sealed,
          company: row.kind === "company",
          debts: (debtsOf.get(row.id) ?? []).map((debt) => ({
            id: debt.id,
            publicId: debt.public_id,
            reference: debt.reference,
            balanceMinor: debt.balance_minor,
            currency: debt.currency,
            dueDate: debt.due_date,
            held: debt.held !== 0,
            payable: debt.withheld === 0,
          })),
        },
      ]),
    );
  }

  /** The WhatsApp number in E.164, opened; null when there is none that may be used. */
  async phoneOf(accountId: number, debtorId: number): Promise<{ phone: string; name: string; identifier: string } | null> {
    const point = await this.tables
      .selectFrom(CONTACT_POINT)
      .select(["public_id", "value_sealed"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("channel", "=", WRITTEN_CHANNEL)
      .where("invalid_at", "is", null)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    const recipient = (await this.load(accountId, [debtorId])).get(debtorId);
    const key = (await this.keys.ofMany(accountId, "debtor", [debtorId])).get(debtorId);
    if (!point || !recipient || !key) return null;
    const phone = this.sealer.open(
      key,
      { accountId, table: CONTACT_POINT, column: "value_sealed", row: point.public_id },
      point.value_sealed,
    );
    return { phone, name: recipient.name, identifier: recipient.publicId };
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }
}

/** How many holds keep the debt `d` itself from being chased. */
function holdsOf(now: Instant) {
  return expressionBuilder<PortfolioTables & { readonly d: PortfolioTables["debt"] }, "d">()
    .selectFrom(`${HOLD} as h`)
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .whereRef("h.account_id", "=", "d.account_id")
    .whereRef("h.debtor_id", "=", "d.debtor_id")
    .whereRef("h.debt_id", "=", "d.id")
    .where("h.released_at", "is", null)
    .where((is) => is.or([is("h.until_at", "is", null), is("h.until_at", ">", now)]));
}

/** Clocks by which a day is told. One that nobody knows tells none; whether anything may be sent by it, the policy decides. */
function zonesIn(text: string): string[] {
  try {
    const zones: unknown = JSON.parse(text);
    return Array.isArray(zones) ? zones.filter((zone): zone is string => typeof zone === "string" && isKnownZone(zone)) : [];
  } catch {
    return [];
  }
}
