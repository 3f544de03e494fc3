import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { type MailOutcome, MailServer } from "../../../platform/mail/mail-server.port.js";
import { Logger } from "../../../platform/observability/logger.js";
import { problemOf } from "../../../platform/work/problem-of.js";
import { system } from "../../../shared/actor.js";
import { MINUTE } from "../../../shared/instant.js";
import { Journal } from "../../journal/index.js";
import { AccountEvent } from "../accounts.events.js";
import { type MailState, triedAgainAt } from "./domain/mail-states.js";
import { MailSeal } from "./mail-seal.service.js";
import { type OutgoingMail, OutgoingMailsStore } from "./outgoing-mails.store.js";

/** Longer than handing a mail over can take. */
const LEASE = 5 * MINUTE;
/** Mails of one account before the next one has its turn. */
const TURN = 20;

const EVENT = {
  sent: AccountEvent.mailSent,
  refused: AccountEvent.mailRefused,
  given_up: AccountEvent.mailGivenUp,
} as const satisfies Record<Exclude<MailState, "due">, string>;

/** Hands mails over, one after the other, each outside a transaction; every end is on the record. */
@Injectable()
export class MailDelivery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly server: MailServer,
    private readonly seal: MailSeal,
    private readonly store: OutgoingMailsStore,
    private readonly journal: Journal,
    private readonly logger: Logger,
  ) {}

  /** @returns whether there may be more */
  async turn(accountId: number): Promise<boolean> {
    for (let done = 0; done < TURN; done++) {
      const now = this.clock.now();
      const mail = await this.db.inUnitOfWork("mail.claim", () => this.store.claim(accountId, now, now + LEASE));
      if (!mail) return false;
      await this.record(accountId, mail, await this.handOver(accountId, mail));
    }
    return true;
  }

  private async handOver(accountId: number, mail: OutgoingMail): Promise<MailOutcome> {
    try {
      const address = await this.seal.addressOf(accountId, mail.public_id, mail.address_sealed);
      const content = await this.seal.contentOf(accountId, mail.public_id, mail.content_sealed);
      return await this.server.send({ ...content, messageId: `${mail.public_id}@${this.server.domain}`, to: address });
    } catch (error) {
      // A mail that does not open never will: it costs only itself.
      return { kind: "refused", problem: problemOf(error) };
    }
  }

  private async record(accountId: number, mail: OutgoingMail, outcome: MailOutcome): Promise<void> {
    const now = this.clock.now();
    const problem = outcome.kind === "taken" ? null : outcome.problem;
    if (problem !== null) this.logger.warn("mail.not_taken", { accountId, reason: problem });
    const again = outcome.kind === "later" ? triedAgainAt(mail.attempts, mail.created_at, now) : null;
    await this.db.inUnitOfWork("mail.record", async () => {
      if (again !== null && problem !== null) await this.store.again(accountId, mail, again, problem);
      else
        await this.end(accountId, mail, outcome.kind === "taken" ? "sent" : outcome.kind === "refused" ? "refused" : "given_up", problem);
    });
  }

  private async end(accountId: number, mail: OutgoingMail, state: Exclude<MailState, "due">, problem: string | null): Promise<void> {
    if (!(await this.store.end(accountId, mail, state, problem, this.clock.now()))) return;
    const { public_id, purpose, about, proof, recipient, attempts } = mail;
    this.journal.append(accountId, {
      type: EVENT[state],
      version: 1,
      actor: system("mail"),
      payload: { mail: public_id, purpose, about, data: proof, to: recipient, attempts, problem },
    });
  }
}
