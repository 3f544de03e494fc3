import { JournalService, type Verdict } from "../modules/journal/index.js";
import { system } from "../shared/actor.js";
import type { CommandContext } from "./context.js";

export const AT_COMMAND_LINE = system("command-line");

/** Verifies each account's journal, or one account's, and records that it was done. */
export async function verifyLive(options: { readonly account?: string; readonly json?: boolean }, context: CommandContext): Promise<void> {
  const app = await context.openApp();
  try {
    const journal = app.get(JournalService);
    const accounts = (await journal.accounts()).filter(({ publicId }) => options.account === undefined || publicId === options.account);
    if (accounts.length === 0 && options.account !== undefined) {
      context.err.write(`There is no account ${options.account}.\n`);
      return context.exitWith(2);
    }
    const verdicts: (Verdict & { readonly account: string })[] = [];
    for (const { id, publicId } of accounts) verdicts.push({ account: publicId, ...(await journal.verify(id, AT_COMMAND_LINE)) });
    context.out.write(
      options.json === true
        ? `${JSON.stringify({ accounts: verdicts })}\n`
        : verdicts.map(describe).join("") || "There is no account yet, so nothing to verify.\n",
    );
    context.exitWith(verdicts.every(({ ok }) => ok) ? 0 : 1);
  } finally {
    await app.close();
  }
}

function describe({ account, firstBad, records, checkpoints }: Verdict & { readonly account: string }): string {
  if (firstBad) return `NOT VERIFIED: account ${account}, record ${firstBad.seq}: ${firstBad.problem}.\n`;
  return `Verified: account ${account}, ${records} records, ${checkpoints} checkpoints.\n`;
}
