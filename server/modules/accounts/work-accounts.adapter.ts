import { Injectable } from "@nestjs/common";
import { WorkAccounts, type WorkNews } from "../../platform/work/work-accounts.port.js";
import { system } from "../../shared/actor.js";
import { Journal, type JournalEntry } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.reader.js";
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
    this.journal.append(accountId, { version: 1, actor: news.kind === "released" ? news.actor : system("work"), ...entryOf(news) });
  }
}

function entryOf(news: WorkNews): Pick<JournalEntry, "type" | "debtorId" | "payload"> {
  const { work } = news;
  switch (news.kind) {
    case "interrupted":
      return { type: AccountEvent.workInterrupted, payload: { work, problem: news.problem } };
    case "parked":
      return { type: AccountEvent.workParked, debtorId: news.debtorId, payload: { work, subject: news.subject, problem: news.problem } };
    case "resumed": {
      const { subject, debtorId, since, attempts } = news;
      return { type: AccountEvent.workResumed, debtorId, payload: { work, subject, since, attempts } };
    }
    case "released":
      return { type: AccountEvent.workReleased, debtorId: news.debtorId, payload: { work, subject: news.subject, problem: news.problem } };
  }
}
