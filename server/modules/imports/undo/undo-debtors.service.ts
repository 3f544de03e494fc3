import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { LookupHash } from "../../../platform/crypto/lookup-hash.js";
import { Journal } from "../../journal/index.js";
import {
  type ContactPointRecord,
  type DebtorRecord,
  DebtorsStore,
  lookupsOf,
  NAME_LOOKUPS,
  NumberOwnersStore,
  portfolioEvents,
  SharedNumbers,
} from "../../portfolio/index.js";
import type { ConsentState } from "../rows/domain/plan-contact-points.js";
import type { DebtorBefore, ImportTrace } from "../run/domain/import-trace.js";
import type { ImportContext } from "../run/domain/intake.js";
import { SinceImportView } from "./import-undo.view.js";

/** Puts debtors back as they were before a chunk of an import. Works in the caller's unit of work; the debtors are locked, their debts restored. */
@Injectable()
export class UndoDebtors {
  constructor(
    private readonly store: DebtorsStore,
    private readonly since: SinceImportView,
    private readonly vault: DebtorVault,
    private readonly hash: LookupHash,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly numbers: SharedNumbers,
    private readonly owners: NumberOwnersStore,
  ) {}

  async restore(context: ImportContext, trace: ImportTrace, rows: ReadonlyMap<number, DebtorRecord>): Promise<void> {
    const { accountId, actor, importId } = context;
    const owing = await this.since.withDebts(accountId, trace.newDebtors);
    // Somebody to whom another file gave debts stays as both describe them.
    const staying = new Set(trace.newDebtors.filter((id) => owing.has(id)));
    const emptied = trace.newDebtors.flatMap((id) => (staying.has(id) ? [] : (rows.get(id) ?? [])));
    const changes = [
      ...emptied.map((row) => ({ row, before: emptyOf(row) })),
      ...trace.changedDebtors.flatMap(({ id, before }) => (rows.has(id) ? [{ row: rows.get(id)!, before }] : [])),
    ];
    await this.rewrite(accountId, changes);
    await this.points(context, trace, staying);
    const touched = new Set([...changes.map(({ row }) => row.id), ...movedBy(trace).filter((id) => !staying.has(id))]);
    for (const id of touched) {
      const payload = { debtor: rows.get(id)?.public_id ?? "", import: importId, undone: true };
      if (rows.has(id)) this.journal.append(accountId, { type: portfolioEvents.debtorChanged, version: 1, actor, debtorId: id, payload });
    }
  }

  private async rewrite(accountId: number, changes: readonly { row: DebtorRecord; before: DebtorBefore }[]): Promise<void> {
    if (changes.length === 0) return;
    const now = this.clock.now();
    const ids = changes.map(({ row }) => row.id);
    const keys = await this.vault.keys(accountId, ids);
    // Nothing is put back of somebody who was erased in the meantime.
    const alive = changes.filter(({ row }) => keys.has(row.id));
    await this.store.update(
      alive.map(({ row: known, before }) => {
        const { id: _, ...row } = known;
        return { ...row, account_id: accountId, ...before, updated_at: now };
      }),
    );
    await this.store.dropLookups(
      accountId,
      NAME_LOOKUPS,
      alive.map(({ row }) => row.id),
    );
    const open = (row: DebtorRecord, column: string, sealed: string) =>
      this.vault.openWith(keys.get(row.id)!, accountId, { table: "debtor", column, row: row.public_id }, sealed);
    await this.store.addLookups(
      accountId,
      alive.flatMap(({ row, before: { name_sealed: name, document_sealed: document } }) =>
        lookupsOf(
          this.hash,
          accountId,
          row.id,
          open(row, "name_sealed", name),
          document === null ? null : open(row, "document_sealed", document),
        ),
      ),
    );
  }

  private async points(context: ImportContext, trace: ImportTrace, staying: ReadonlySet<number>): Promise<void> {
    const { accountId } = context;
    const goes = ({ debtorId }: { readonly debtorId: number }) => !staying.has(debtorId);
    const made = trace.newPoints.filter(goes);
    const changed = trace.changedPoints.filter(goes);
    const owners = await this.owners.owners(accountId);
    // A number that somebody said is another's in the meantime stays there.
    const back = trace.retiredPoints.filter((point) => goes(point) && (owners.get(point.hash) ?? point.debtorId) === point.debtorId);
    const debtorIds = [...new Set([...made, ...changed, ...back].map(({ debtorId }) => debtorId))];
    const points = new Map((await this.store.contactPoints(accountId, debtorIds)).map((row) => [row.id, row]));
    const hashes = new Map((await this.store.lookups(accountId, "phone", debtorIds)).map((entry) => [entry.contactPointId, entry.hash]));
    // What somebody said in the meantime stays said.
    const consents = [...made.map((point) => ({ ...point, before: UNKNOWN })), ...changed].flatMap(({ id, before, after }) => {
      const row = points.get(id);
      return row && saysThat(row, after) ? [withConsent(accountId, row, before)] : [];
    });
    await this.store.updateConsents(consents);
    await this.store.retireContactPoints(
      accountId,
      made.map(({ id }) => id),
      this.clock.now(),
    );
    await this.store.reviveContactPoints(
      accountId,
      back.filter(({ hash }) => hash !== "").map(({ id, debtorId, hash }) => ({ id, debtorId, hash })),
    );
    await this.numbers.review(context, {
      added: back.map(({ hash }) => hash).filter((hash) => hash !== ""),
      removed: made.flatMap(({ id }) => hashes.get(id) ?? []),
      losers: made.map(({ debtorId }) => debtorId),
    });
  }
}

const UNKNOWN: ConsentState = { consent: "unknown", consentSource: null, consentOn: null };

function saysThat(row: ContactPointRecord, { consent, consentSource, consentOn }: ConsentState): boolean {
  return row.consent === consent && row.consent_source === consentSource && row.consent_on === consentOn;
}

function withConsent(accountId: number, known: ContactPointRecord, { consent, consentSource, consentOn }: ConsentState) {
  const { id: _, ...row } = known;
  return { ...row, account_id: accountId, consent, consent_source: consentSource, consent_on: consentOn };
}

/** Of a debtor whom only the undone file knew the name stays, and nothing that a further file would take for known. */
function emptyOf({ name_sealed, language }: DebtorRecord): DebtorBefore {
  const nowhere = { country: null, subdivision: null, zones: "[]" };
  return { kind: "person", employment: null, name_sealed, document_sealed: null, language, ...nowhere };
}

function movedBy({ newPoints, changedPoints, retiredPoints }: ImportTrace): number[] {
  return [...newPoints, ...changedPoints, ...retiredPoints].map(({ debtorId }) => debtorId);
}
