import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountStore } from "./account.store.js";

/** The webhook an account has in its helpdesk, when it had to be made again. */
@Injectable()
export class InstalledWebhook {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly db: Database,
  ) {}

  /** In the caller's unit of work. */
  async keep(accountId: number, webhook: { readonly id: number; readonly secret: string }): Promise<void> {
    const { publicId } = await this.directory.get(accountId);
    await this.store.update(accountId, {
      hostWebhookId: webhook.id,
      ...(await this.store.sealed(accountId, publicId, "webhook_secret_sealed", webhook.secret)),
    });
    this.db.afterCommit(() => this.directory.invalidate());
  }
}
