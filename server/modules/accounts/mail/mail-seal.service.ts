import { Injectable } from "@nestjs/common";
import { KeyRing } from "../../../platform/crypto/key-ring.js";
import { Sealer } from "../../../platform/crypto/seal.js";
import type { MailFile } from "../../../platform/mail/mail-server.port.js";
import { OUTGOING_MAIL } from "../accounts.tables.js";

/** What a mail says, the same to everybody who gets it in this language. */
export interface MailContent {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly MailFile[];
}

interface Stored extends Omit<MailContent, "files"> {
  readonly files: readonly { readonly name: string; readonly type: string; readonly base64: string }[];
}

type Column = "address_sealed" | "content_sealed";

/** Addresses and words of mails, sealed by the account's key. */
@Injectable()
export class MailSeal {
  constructor(
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
  ) {}

  async address(accountId: number, row: string, address: string): Promise<string> {
    return this.sealer.seal(await this.keys.account(accountId), place(accountId, "address_sealed", row), address);
  }

  async content(accountId: number, row: string, { files, ...words }: MailContent): Promise<string> {
    const stored: Stored = {
      ...words,
      files: files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") })),
    };
    return this.sealer.seal(await this.keys.account(accountId), place(accountId, "content_sealed", row), JSON.stringify(stored));
  }

  async addressOf(accountId: number, row: string, sealed: string): Promise<string> {
    return this.sealer.open(await this.keys.account(accountId), place(accountId, "address_sealed", row), sealed);
  }

  async contentOf(accountId: number, row: string, sealed: string): Promise<MailContent> {
    const text = this.sealer.open(await this.keys.account(accountId), place(accountId, "content_sealed", row), sealed);
    const { files, ...words } = JSON.parse(text) as Stored;
    return { ...words, files: files.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, "base64") })) };
  }
}

function place(accountId: number, column: Column, row: string) {
  return { accountId, table: OUTGOING_MAIL, column, row };
}
