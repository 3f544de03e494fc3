import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { phoneKey } from "../../../shared/phone-key.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { LookupHash } from "../../../platform/crypto/lookup-hash.js";
import { Database } from "../../../platform/database/database.js";
import { CreditNotes, LedgerStore, noteState, type PaymentRecord } from "../../payments/index.js";
import { type ContactPointRecord, type DebtorRecord, DebtorsStore, type DebtRecord, DebtsStore } from "../../portfolio/index.js";
import { likeness, looseKey } from "../../portfolio/rules.js";
import type { FileDebt } from "../rows/domain/debt-row.js";
import type { KnownContactPoint } from "../rows/domain/plan-contact-points.js";
import {
  type DebtFacts,
  debtKey,
  type KnownCredit,
  type KnownDebt,
  type KnownDebtor,
  type SimilarDebt,
  type SimilarDebtor,
} from "../rows/domain/known.js";
import { isNextInstalment, LATE_DAYS } from "../rows/domain/reported-balance.js";

/** Facts for the decision, and the rows they come from for writing it. */
export interface LoadedChunk extends DebtFacts {
  readonly debtorRows: ReadonlyMap<number, DebtorRecord>;
  readonly pointRows: ReadonlyMap<number, ContactPointRecord>;
  readonly debtRows: ReadonlyMap<number, DebtRecord>;
  readonly noteRows: ReadonlyMap<number, PaymentRecord>;
}

/** Loads what is known of the debtors and debts that a chunk of rows names, in a handful of statements. */
@Injectable()
export class DebtFactsReader {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
    private readonly ledger: LedgerStore,
    private readonly notes: CreditNotes,
    private readonly debts: DebtsStore,
    private readonly vault: DebtorVault,
    private readonly hash: LookupHash,
  ) {}

  /** In a unit of work the rows are locked, debtors first; outside one (a preview) they are only read. */
  async load(accountId: number, rows: readonly FileDebt[], today: CalendarDate): Promise<LoadedChunk> {
    const ids = await this.debtors.idsByExternalId(accountId, [...new Set(rows.map((row) => row.debtor.externalId))]);
    const debtorIds = [...ids.values()];
    const debtors = this.db.inTransaction ? await this.debtors.lock(accountId, debtorIds) : await this.debtors.byIds(accountId, debtorIds);
    const points = await this.debtors.contactPoints(accountId, debtorIds);
    const debts = await this.debtsOf(accountId, rows);
    const notes = await this.notes.of(accountId, debtorIds);
    const restated = restatedBy(rows, debts);
    const days = [addDays(today, -LATE_DAYS), addDays(today, LATE_DAYS)] as const;
    const paid = await this.ledger.paidOn(accountId, restated, days);
    const credited = await this.ledger.creditedOf(accountId, restated);
    return {
      debtors: await this.known(accountId, debtors, points),
      debts: new Map(
        debts.map((debt) => [
          debtKey(debt.source, debt.reference),
          knownDebt(debt, { recentlyPaid: paid.get(debt.id) ?? [], creditedMinor: credited.get(debt.id) ?? 0 }),
        ]),
      ),
      similarDebts: await this.similarDebts(accountId, rows, ids, debts),
      similarDebtors: await this.similarDebtors(accountId, rows, ids),
      credits: new Map(notes.map((note) => [debtKey(note.note_source ?? "", note.claimed_reference ?? ""), knownCredit(note)])),
      phoneHash: (number) => this.hash.of(accountId, "phone", phoneKey(number)),
      debtorRows: new Map(debtors.map((row) => [row.id, row])),
      pointRows: new Map(points.map((row) => [row.id, row])),
      debtRows: new Map(debts.map((row) => [row.id, row])),
      noteRows: new Map(notes.map((row) => [row.id, row])),
    };
  }

  private async debtsOf(accountId: number, rows: readonly FileDebt[]): Promise<DebtRecord[]> {
    const bySource = Map.groupBy(rows, (row) => row.debt.source);
    const ids: number[] = [];
    for (const [source, group] of bySource) {
      ids.push(...(await this.debts.idsBySource(accountId, source, [...new Set(group.map((row) => row.debt.reference))])));
    }
    return this.db.inTransaction ? this.debts.lock(accountId, ids) : this.debts.byIds(accountId, ids);
  }

  /** Debts of known debtors that may be new ones of theirs. One statement, and none where no known debtor owes anew. */
  private async similarDebts(
    accountId: number,
    rows: readonly FileDebt[],
    ids: ReadonlyMap<string, number>,
    debts: readonly DebtRecord[],
  ): Promise<Map<string, SimilarDebt[]>> {
    const known = new Set(debts.map((debt) => debtKey(debt.source, debt.reference)));
    const anew = rows.filter(({ debtor, debt }) => ids.has(debtor.externalId) && !known.has(debtKey(debt.source, debt.reference)));
    const names = new Map([...ids].map(([externalId, id]) => [id, externalId]));
    const found = await this.debts.perhapsCalled(
      accountId,
      anew.map(({ debt }) => debt.reference),
    );
    const similar = found.flatMap((debt): SimilarDebt[] => {
      const externalId = names.get(debt.debtor_id);
      if (externalId === undefined) return [];
      return [{ externalId, source: debt.source, reference: debt.reference, currency: debt.currency, reportedMinor: debt.reported_minor }];
    });
    return Map.groupBy(similar, ({ reference }) => looseKey(reference));
  }

  /** Known debtors who may be new ones. One statement more where a file brings new ones, and their names where some are found. */
  private async similarDebtors(
    accountId: number,
    rows: readonly FileDebt[],
    ids: ReadonlyMap<string, number>,
  ): Promise<Map<string, SimilarDebtor[]>> {
    const anew = new Set(rows.flatMap(({ debtor }) => (ids.has(debtor.externalId) ? [] : debtor.externalId)));
    const called = Map.groupBy(await this.debtors.perhapsCalled(accountId, [...anew]), (row) => row.loose_external_id);
    const alike = [...anew].flatMap((name) =>
      (called.get(looseKey(name)) ?? []).filter(({ external_id: other }) => likeness(name, other) === "same"),
    );
    if (alike.length === 0) return new Map();
    const found = [...new Set(alike.map(({ id }) => id))];
    const known = await this.known(
      accountId,
      await this.debtors.byIds(accountId, found),
      await this.debtors.contactPoints(accountId, found),
    );
    return Map.groupBy(
      [...known].map(([externalId, person]) => ({ externalId, ...person })),
      ({ externalId }) => looseKey(externalId),
    );
  }

  private async known(
    accountId: number,
    debtors: readonly DebtorRecord[],
    points: readonly ContactPointRecord[],
  ): Promise<Map<string, KnownDebtor>> {
    const ids = debtors.map((row) => row.id);
    const keys = await this.vault.keys(accountId, ids);
    const hashes = new Map((await this.debtors.lookups(accountId, "phone", ids)).map((entry) => [entry.contactPointId, entry.hash]));
    const byDebtor = Map.groupBy(points, (point) => point.debtor_id);
    return new Map(
      debtors.map((row) => {
        const key = keys.get(row.id);
        const cell = (column: string) => ({ table: "debtor", column, row: row.public_id }) as const;
        const open = (column: string, sealed: string | null) =>
          key && sealed !== null ? this.vault.openWith(key, accountId, cell(column), sealed) : null;
        const known: KnownDebtor = {
          id: row.id,
          publicId: row.public_id,
          name: open("name_sealed", row.name_sealed),
          document: open("document_sealed", row.document_sealed),
          kind: row.kind,
          employment: row.employment,
          language: row.language,
          country: row.country,
          subdivision: row.subdivision,
          contactPoints: (byDebtor.get(row.id) ?? []).map((point) => knownPoint(point, hashes.get(point.id) ?? null)),
        };
        return [row.external_id, known];
      }),
    );
  }
}

function knownPoint(row: ContactPointRecord, hash: string | null): KnownContactPoint {
  return {
    id: row.id,
    channel: row.channel,
    hash,
    consent: row.consent,
    consentSource: row.consent_source,
    consentOn: row.consent_on,
    invalidAt: row.invalid_at,
  };
}

/** Debts of which the file states another balance than the last, and than is known after payments, for the same instalment. Hardly ever many. */
function restatedBy(rows: readonly FileDebt[], debts: readonly DebtRecord[]): number[] {
  const stated = new Map(rows.map(({ debt }) => [debtKey(debt.source, debt.reference), debt]));
  return debts.flatMap((row) => {
    const debt = stated.get(debtKey(row.source, row.reference));
    if (!debt || debt.balanceMinor === null || (debt.dueDate !== null && isNextInstalment(row.due_date, debt.dueDate))) return [];
    const restated = debt.balanceMinor !== row.reported_minor && debt.balanceMinor !== row.balance_minor;
    return restated && row.reported_minor > row.balance_minor ? [row.id] : [];
  });
}

function knownCredit(row: PaymentRecord): KnownCredit {
  return { id: row.id, debtorId: row.debtor_id!, currency: row.currency, state: noteState(row), undone: row.undone_at !== null };
}

function knownDebt(row: DebtRecord, settled: Pick<KnownDebt, "recentlyPaid" | "creditedMinor">): KnownDebt {
  return {
    id: row.id,
    publicId: row.public_id,
    debtorId: row.debtor_id,
    currency: row.currency,
    principalMinor: row.principal_minor,
    balanceMinor: row.balance_minor,
    reportedMinor: row.reported_minor,
    dueDate: row.due_date,
    product: row.product,
    instalmentMinor: row.instalment_minor,
    creditDate: row.credit_date,
    status: row.status,
    ...settled,
  };
}
