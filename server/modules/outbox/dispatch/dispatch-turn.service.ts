import { Injectable } from "@nestjs/common";
import { type Account, AccountDirectory } from "../../accounts/index.js";
import { DispatchGate } from "./dispatch-gate.reader.js";
import { CLOCK_IN_DOUBT } from "../domain/gate.js";
import { DueClaims } from "./due-claims.service.js";
import { Expiry } from "./expiry.service.js";
import { Outcomes } from "./outcomes.service.js";
import { Preparation } from "./preparation.service.js";
import { Sender, type Sent } from "./sender.service.js";
import { SendingPace } from "./sending-pace.service.js";

/** One account's turn: what is due is prepared, claimed, sent and recorded. Claims only what may leave at once. */
@Injectable()
export class DispatchTurn {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly gate: DispatchGate,
    private readonly expiry: Expiry,
    private readonly pace: SendingPace,
    private readonly preparation: Preparation,
    private readonly claims: DueClaims,
    private readonly sender: Sender,
    private readonly outcomes: Outcomes,
  ) {}

  /**
   * @param owner the process, as claims name it
   * @returns whether another turn may find more at once
   */
  async of(account: Account, owner: string): Promise<boolean | "not_due"> {
    const { passes, reason } = await this.gate.of(account.id);
    if (reason === CLOCK_IN_DOUBT) return false;
    await this.expiry.expire(account.id, reason);
    if (passes === "nothing") return "not_due";
    const tokens = this.pace.take(account.id);
    if (tokens === 0) return "not_due";
    const only = passes === "replies" ? "reply" : null;
    if (only === null && !(await this.preparation.prepare(account, tokens))) {
      this.pace.giveBack(account.id, tokens);
      await this.pace.setback(account.id, "unreachable");
      return false;
    }
    // Before anything is claimed for it: a token that does not open is the account's trouble, and costs no message a try.
    await this.accounts.senderAccess(account.id);
    const { claimed, handled } = await this.claims.take(account.id, tokens, owner, only);
    this.pace.giveBack(account.id, tokens - claimed.length);
    const outcomes: Sent["outcome"][] = [];
    await this.sender.sendAll(account, claimed, async (sent) => {
      outcomes.push(sent.outcome);
      await this.outcomes.record(account.id, sent);
    });
    await this.pace.after(account.id, outcomes);
    return handled >= tokens;
  }
}
