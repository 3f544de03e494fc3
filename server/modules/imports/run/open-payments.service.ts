import { Injectable } from "@nestjs/common";
import type { UnreadableRow } from "../rows/domain/unreadable-row.js";
import { DoubtedDebtsView } from "./doubted-debts.view.js";
import type { FileDraft } from "./domain/file-memory.js";
import type { ImportContext } from "./domain/intake.js";
import { ImportHolds } from "./import-holds.service.js";

interface PaymentsLeftOpen {
  readonly unreadable: readonly UnreadableRow[];
  readonly readable: readonly UnreadableRow[];
  readonly memory: FileDraft;
}

/**
 * Somebody of whom a row says that they paid, and that cannot be used, is not chased for it until a good row of a payment names the debt, or
 * a person says. In the caller's unit of work; without a context it only counts.
 */
@Injectable()
export class OpenPayments {
  constructor(
    private readonly debts: DoubtedDebtsView,
    private readonly holds: ImportHolds,
  ) {}

  async settle(
    accountId: number,
    context: ImportContext | null,
    { unreadable, readable, memory }: PaymentsLeftOpen,
  ): Promise<{ held: number; released: number }> {
    const doubted = (await this.debts.byMentions(accountId, unreadable.flatMap(payersOf))).map(({ id }) => id);
    for (const id of doubted) memory.doubt(String(id));
    const held = context
      ? await this.holds.place(context, doubted, "unreadable_payment")
      : await this.holds.wouldHold(accountId, doubted, "unreadable_payment");
    const named = (await this.debts.byMentions(accountId, readable.flatMap(payersOf), "any"))
      .map(({ id }) => id)
      .filter((id) => !memory.isDoubted(String(id)));
    const released = context
      ? await this.holds.release(context, named, "payments")
      : await this.holds.waiting(accountId, named, "payments");
    return { held, released };
  }
}

/** Whose payment it may be: the debtor's it names, and those whose debts are called as it says. */
function payersOf({ reference, externalId, mentions }: UnreadableRow): { externalId: string; mentions: readonly string[] }[] {
  const named = reference === "" ? mentions : [reference, ...mentions];
  const payers = [{ externalId, mentions: named }];
  if (externalId !== "" && named.length > 0) payers.push({ externalId: "", mentions: named });
  return payers;
}
