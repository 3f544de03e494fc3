import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { JournalService } from "../modules/journal/index.js";
import { AT_COMMAND_LINE } from "./audit-verify-live.js";
import type { CommandContext } from "./context.js";

/** Streams an export into a new file that only its owner may read; a file that exists is left alone. */
export async function exportJournal(options: { readonly account: string; readonly out: string }, context: CommandContext): Promise<void> {
  const app = await context.openApp();
  try {
    const journal = app.get(JournalService);
    const account = (await journal.accounts()).find(({ publicId }) => publicId === options.account);
    if (!account) throw new Error(`There is no account ${options.account}.`);
    if (options.out === "-") {
      for await (const piece of await journal.export(account.id, AT_COMMAND_LINE)) context.out.write(piece);
    } else {
      const file = await open(options.out, "wx", 0o600);
      await pipeline(Readable.from(await journal.export(account.id, AT_COMMAND_LINE)), file.createWriteStream());
      context.out.write(`Written: ${options.out}. Verify it anywhere with: saldo audit verify ${options.out}\n`);
    }
    context.exitWith(0);
  } catch (error) {
    context.err.write(`${(error as Error).message}\n`);
    context.exitWith(2);
  } finally {
    await app.close();
  }
}
