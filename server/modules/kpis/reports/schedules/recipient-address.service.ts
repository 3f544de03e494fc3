import { Injectable } from "@nestjs/common";
import { KeyRing } from "../../../../platform/crypto/key-ring.js";
import { Sealer } from "../../../../platform/crypto/seal.js";
import { REPORT_RECIPIENT } from "../../kpis.tables.js";

/** Addresses outside the account, sealed by its key. */
@Injectable()
export class RecipientAddress {
  constructor(
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  async seal(accountId: number, row: string, address: string): Promise<string> {
    return this.sealer.seal(await this.keys.account(accountId), place(accountId, row), address);
  }

  async open(accountId: number, row: string, sealed: string): Promise<string> {
    return this.sealer.open(await this.keys.account(accountId), place(accountId, row), sealed);
  }
}

const place = (accountId: number, row: string) => ({ accountId, table: REPORT_RECIPIENT, column: "address_sealed", row });
