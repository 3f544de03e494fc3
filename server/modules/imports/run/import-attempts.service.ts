import { Injectable, type OnModuleInit } from "@nestjs/common";
import { invalid } from "../../../shared/errors.js";
import { system } from "../../../shared/actor.js";
import { Database } from "../../../platform/database/database.js";
import { ParkedWork } from "../../../platform/work/parked-work.service.js";
import { PORTFOLIO_IMPORT } from "../imports.tables.js";
import { ImportRunner } from "./import-runner.service.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";

/** Processes that may end in the middle of one import before it is nobody's to try. */
const MOST_ATTEMPTS = 3;

/**
 * An import during which processes end again and again is set aside with its reason: the next process would end as well, and with it what
 * it does for everybody else. A person may have it tried afresh.
 */
@Injectable()
export class ImportAttempts implements OnModuleInit {
  constructor(
    private readonly store: ImportsStore,
    private readonly runner: ImportRunner,
    private readonly parked: ParkedWork,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.parked.onRelease(PORTFOLIO_IMPORT, (accountId, id) => this.store.tryAfresh(accountId, id));
  }

  /** Of one that was claimed. */
  areOver({ attempts }: ImportRecord): boolean {
    return attempts > MOST_ATTEMPTS;
  }

  async giveUp(record: ImportRecord): Promise<void> {
    const error = tooManyAttempts();
    await this.db.inUnitOfWork("import.give-up", async () => {
      const ended = await this.runner.setAside(record, system("imports"), error);
      if (ended.status !== "failed") return;
      await this.parked.add(record.account_id, "imports", { subject: PORTFOLIO_IMPORT, subjectId: record.id }, error.code);
    });
  }
}

export function tooManyAttempts() {
  return invalid("import.gave_up", `Saldo was stopped ${MOST_ATTEMPTS} times in the middle of this file, so it is set aside.`, {
    remedy: "Send the file in several parts, or as CSV UTF-8; rows that are in already change nothing.",
  });
}
