import { Injectable } from "@nestjs/common";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { CADENCE, CADENCE_VERSION } from "./cadences.tables.js";

type Place = { readonly table: typeof CADENCE | typeof CADENCE_VERSION; readonly column: string; readonly row: string };

/** What people wrote about a cadence may name somebody: sealed by the account. */
@Injectable()
export class CadenceWords {
  constructor(
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  async seal(accountId: number, place: Place, text: string): Promise<string> {
    return this.sealer.seal(await this.keys.account(accountId), { accountId, ...place }, text);
  }

  async open(accountId: number, place: Place, sealed: string | null): Promise<string | null> {
    return sealed === null ? null : this.sealer.open(await this.keys.account(accountId), { accountId, ...place }, sealed);
  }
}

export function pauseReasonOf(publicId: string): Place {
  return { table: CADENCE, column: "pause_reason_sealed", row: publicId };
}

export function noteOf(key: string, version: number): Place {
  return { table: CADENCE_VERSION, column: "note_sealed", row: `${key}@${version}` };
}
