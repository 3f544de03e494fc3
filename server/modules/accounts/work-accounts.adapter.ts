import { Injectable } from "@nestjs/common";
import { WorkAccounts, type WorkNews } from "../../platform/work/work-accounts.port.js";
import { system } from "../../shared/actor.js";
import { Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.js";
import { AccountEvent } from "./accounts.events.js";

/** Accounts and journal for scheduled work. */
@Injectable()
export class WorkAccountsAdapter extends WorkAccounts {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly journal: Journal,
  ) {
    super();
  }

  async ids(): Promise<readonly number[]> {
    return (await this.directory.list()).map(({ id }) => id);
  }

  record(accountId: number, news: WorkNews): void {
    const entry = { version: 1, actor: system("work") };
    if (news.kind === "interrupted") {
      const { work, problem } = news;
      this.journal.append(accountId, { ...entry, type: AccountEvent.workInterrupted, payload: { work, problem } });
    } else {
      const { work, since, attempts } = news;
      this.journal.append(accountId, { ...entry, type: AccountEvent.workResumed, payload: { work, since, attempts } });
    }
  }
}
