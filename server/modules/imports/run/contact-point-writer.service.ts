import { Injectable } from "@nestjs/common";
import { endingOf } from "../../../shared/phone-key.js";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Ids } from "../../../platform/crypto/ids.js";
import type { DataKey } from "../../../platform/crypto/seal.js";
import type { JsonObject } from "../../journal/index.js";
import { DebtorsStore } from "../../portfolio/index.js";
import { placesOfNumber } from "../../portfolio/rules.js";
import type { DebtorInput } from "../rows/domain/debt-row.js";
import type { ContactPointPlan } from "../rows/domain/plan-contact-points.js";
import type { LoadedChunk } from "./debt-facts.reader.js";
import type { ImportTrace } from "./domain/import-trace.js";

/** A debtor of the chunk as the further steps need it. */
export interface WrittenDebtor {
  readonly id: number;
  readonly publicId: string;
  readonly key: DataKey;
  readonly input: DebtorInput;
  readonly contacts: ContactPointPlan;
}

/** Writes the contact points of one chunk: new and retired ones, consents, look-ups. */
@Injectable()
export class ContactPointWriter {
  constructor(
    private readonly store: DebtorsStore,
    private readonly vault: DebtorVault,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns what the journal tells of each debtor's contact points, and which are new */
  async write(
    accountId: number,
    debtors: readonly WrittenDebtor[],
    loaded: LoadedChunk,
  ): Promise<{ recorded: Map<number, JsonObject[]>; newPoints: ImportTrace["newPoints"] }> {
    const now = this.clock.now();
    const recorded = new Map<number, JsonObject[]>();
    const record = (debtorId: number, point: JsonObject) => recorded.set(debtorId, [...(recorded.get(debtorId) ?? []), point]);
    const fresh = debtors.flatMap(({ id, key, input, contacts }) =>
      contacts.create.map((point) => {
        const publicId = this.ids.next();
        const number = input.phone!;
        record(id, { id: publicId, channel: point.channel, consent: point.consent, consentOn: point.consentOn });
        const row = {
          account_id: accountId,
          public_id: publicId,
          debtor_id: id,
          channel: point.channel,
          value_sealed: this.vault.sealWith(key, accountId, { table: "contact_point", column: "value_sealed", row: publicId }, number),
          ending: endingOf(number),
          places: JSON.stringify(placesOfNumber(number, input.phoneCountry)),
          consent: point.consent,
          consent_source: point.consentSource,
          consent_on: point.consentOn,
          invalid_at: null,
          created_at: now,
        };
        return { row, debtorId: id, hash: loaded.phoneHash(number) };
      }),
    );
    const changed = debtors.flatMap(({ id, contacts }) =>
      contacts.change.map((point) => {
        const { id: _, ...row } = loaded.pointRows.get(point.id)!;
        record(id, { id: row.public_id, channel: row.channel, consent: point.consent, consentOn: point.consentOn });
        return { ...row, account_id: accountId, consent: point.consent, consent_source: point.consentSource, consent_on: point.consentOn };
      }),
    );
    await this.store.updateConsents(changed);
    await this.store.retireContactPoints(
      accountId,
      debtors.flatMap(({ contacts }) => contacts.retire),
      now,
    );
    const rowIds = await this.store.insertContactPoints(
      accountId,
      fresh.map(({ row }) => row),
    );
    await this.store.addLookups(
      accountId,
      fresh.map(({ row, debtorId, hash }) => ({ kind: "phone", hash, debtorId, contactPointId: rowIds.get(row.public_id)! })),
    );
    const newPoints = fresh.map(({ row, debtorId }) => {
      const after = { consent: row.consent, consentSource: row.consent_source, consentOn: row.consent_on };
      return { id: rowIds.get(row.public_id)!, debtorId, after };
    });
    return { recorded, newPoints };
  }
}
