import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { LookupHash } from "../../../platform/crypto/lookup-hash.js";
import type { DataKey } from "../../../platform/crypto/seal.js";
import { Journal, type JsonObject } from "../../journal/index.js";
import { DebtorsStore, lookupsOf, NAME_LOOKUPS, portfolioEvents, SharedNumbers } from "../../portfolio/index.js";
import { addressAfter, type DebtorAddress, NO_ADDRESS, zonesOf } from "../../portfolio/rules.js";
import type { DebtorInput } from "../rows/domain/debt-row.js";
import { languageIn } from "../rows/languages.words.js";
import type { DebtorValues, DebtPlan } from "../rows/domain/plan-debts.js";
import { ContactPointWriter, type WrittenDebtor } from "./contact-point-writer.service.js";
import type { LoadedChunk } from "./debt-facts.reader.js";
import type { ImportTrace } from "./domain/import-trace.js";
import type { ImportContext } from "./domain/intake.js";

export interface WrittenDebtors {
  /** Row ids of the new debtors, by external id. */
  readonly ids: ReadonlyMap<string, number>;
  readonly newPoints: ImportTrace["newPoints"];
}

/** Writes the debtors of one chunk: rows, keys, look-ups, contact points, journal. A fixed number of statements whatever the chunk holds. */
@Injectable()
export class DebtorWriter {
  constructor(
    private readonly store: DebtorsStore,
    private readonly vault: DebtorVault,
    private readonly hash: LookupHash,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly contactPoints: ContactPointWriter,
    private readonly numbers: SharedNumbers,
  ) {}

  async write(context: ImportContext, plan: DebtPlan, loaded: LoadedChunk): Promise<WrittenDebtors> {
    const created = await this.create(context, plan);
    const changed = await this.change(context, plan, loaded);
    const { recorded: points, newPoints } = await this.contactPoints.write(context.accountId, [...created, ...changed], loaded);
    for (const debtor of created) {
      this.journal.append(context.accountId, {
        type: portfolioEvents.debtorImported,
        version: 1,
        actor: context.actor,
        debtorId: debtor.id,
        payload: { debtor: debtor.publicId, import: context.importId, contactPoints: points.get(debtor.id) ?? [] },
        ...personalOf(debtor.input),
      });
    }
    for (const { known, values, contacts, input } of plan.changedDebtors) {
      const fields =
        values === null ? [] : (Object.keys(values) as (keyof DebtorValues)[]).filter((field) => values[field] !== known[field]);
      this.journal.append(context.accountId, {
        type: portfolioEvents.debtorChanged,
        version: 1,
        actor: context.actor,
        debtorId: known.id,
        payload: {
          debtor: known.publicId,
          import: context.importId,
          fields,
          contactPoints: points.get(known.id) ?? [],
          retired: contacts.retire.length,
        },
        ...personalOf(input),
      });
      for (const { channel } of contacts.change.filter(({ withdrawn }) => withdrawn)) {
        this.journal.append(context.accountId, {
          type: portfolioEvents.consentWithdrawn,
          version: 1,
          actor: context.actor,
          debtorId: known.id,
          payload: { channel, source: "import" },
        });
      }
    }
    const moved = [...created, ...changed];
    const hashOf = new Map([...loaded.debtors.values()].flatMap((debtor) => debtor.contactPoints.map((point) => [point.id, point.hash])));
    await this.numbers.review(context, {
      added: moved.flatMap(({ input, contacts }) => (contacts.create.length > 0 ? [loaded.phoneHash(input.phone!)] : [])),
      removed: moved.flatMap(({ contacts }) => contacts.retire.flatMap((point) => hashOf.get(point) ?? [])),
      losers: moved.filter(({ contacts }) => contacts.retire.length > 0).map(({ id }) => id),
    });
    return { ids: new Map(created.map(({ input, id }) => [input.externalId, id])), newPoints };
  }

  private async create({ accountId }: ImportContext, { newDebtors }: DebtPlan): Promise<WrittenDebtor[]> {
    if (newDebtors.length === 0) return [];
    const now = this.clock.now();
    const minted = newDebtors.map(({ input, contacts }) => ({ input, contacts, publicId: this.ids.next(), key: this.vault.mint() }));
    const rowIds = await this.store.insert(
      accountId,
      minted.map(({ input, publicId, key }) => ({
        account_id: accountId,
        public_id: publicId,
        external_id: input.externalId,
        kind: input.kind ?? "person",
        employment: input.employment,
        ...this.sealed(accountId, publicId, key, input.name, input.document),
        language: input.language ?? languageIn(input.country ?? input.phoneCountry),
        ...addressColumns(addressAfter(NO_ADDRESS, input, input.phoneCountry)),
        ambiguous_number: 0,
        created_at: now,
        updated_at: now,
      })),
    );
    const written = minted.map((debtor) => ({ ...debtor, id: rowIds.get(debtor.publicId)! }));
    await this.vault.keep(accountId, new Map(written.map(({ id, key }) => [id, key])));
    await this.store.addLookups(
      accountId,
      written.flatMap((debtor) => lookupsOf(this.hash, accountId, debtor.id, debtor.input.name, debtor.input.document)),
    );
    await this.store.addLookups(
      accountId,
      written.map(({ id, input }) => ({
        kind: "external_id",
        hash: this.hash.of(accountId, "external_id", input.externalId),
        debtorId: id,
        contactPointId: 0,
      })),
    );
    return written;
  }

  private async change({ accountId }: ImportContext, { changedDebtors }: DebtPlan, loaded: LoadedChunk): Promise<WrittenDebtor[]> {
    if (changedDebtors.length === 0) return [];
    const keys = await this.vault.keys(
      accountId,
      changedDebtors.map(({ known }) => known.id),
    );
    const now = this.clock.now();
    const rewritten = changedDebtors.flatMap(({ known, values }) => (values === null ? [] : [{ known, values }]));
    await this.store.update(
      rewritten.map(({ known, values }) => {
        const { id: _, ...row } = loaded.debtorRows.get(known.id)!;
        return {
          ...row,
          account_id: accountId,
          kind: values.kind,
          employment: values.employment,
          ...this.sealed(accountId, known.publicId, keys.get(known.id)!, values.name, values.document),
          language: values.language,
          ...addressColumns(values),
          updated_at: now,
        };
      }),
    );
    await this.store.dropLookups(
      accountId,
      NAME_LOOKUPS,
      rewritten.map(({ known }) => known.id),
    );
    await this.store.addLookups(
      accountId,
      rewritten.flatMap(({ known, values }) => lookupsOf(this.hash, accountId, known.id, values.name, values.document)),
    );
    return changedDebtors.map(({ known, input, contacts }) => ({
      id: known.id,
      publicId: known.publicId,
      key: keys.get(known.id)!,
      input,
      contacts,
    }));
  }

  private sealed(accountId: number, row: string, key: DataKey, name: string, document: string | null) {
    const seal = (column: string, text: string) => this.vault.sealWith(key, accountId, { table: "debtor", column, row }, text);
    return { name_sealed: seal("name_sealed", name), document_sealed: document === null ? null : seal("document_sealed", document) };
  }
}

/** The zones follow from the rest; they are stored because every plan asks for them. */
function addressColumns({ country, subdivision }: DebtorAddress) {
  return { country, subdivision, zones: JSON.stringify(zonesOf(country, subdivision)) };
}

/** Where the consent is said to come from is free text, so it is sealed. */
function personalOf(input: DebtorInput): { personal?: JsonObject } {
  return input.consent.source === null ? {} : { personal: { consentSource: input.consent.source } };
}
