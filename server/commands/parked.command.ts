import type { Command } from "commander";
import { ParkedPage } from "../modules/kpis/index.js";
import { ParkedWork } from "../platform/work/parked-work.service.js";
import { TEXTS } from "../platform/words/texts.js";
import { system } from "../shared/actor.js";
import type { Locale } from "../shared/locale.js";
import { accountFor } from "./account-option.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly account?: string;
  readonly lang: Locale;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** `saldo parked list | retry`: what Saldo could not work on, and to try it again. Names stay in the panel. */
export function registerParked(program: Command, context: CommandContext): void {
  const parked = program.command("parked").description("what could not be worked on, why, and what to do about it");
  parked
    .command("list")
    .description("the longest waiting first")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--lang <language>", TEXTS.locales().join(", "), "en")
    .option("--json", "print as JSON")
    .action(async (options: Options) => {
      const app = await context.openApp();
      try {
        const account = await accountFor(app, options.account);
        const { items, total } = await app.get(ParkedPage, { strict: false }).show(account.id, options.lang);
        const rows = items.map((item) => ({ ...item, debtor: undefined }));
        if (options.json) context.out.write(`${JSON.stringify({ items: rows, total })}\n`);
        else {
          for (const row of rows) {
            const next = row.retryAt === null ? "waits for you" : `again at ${row.retryAt}`;
            context.out.write(`${row.id}  ${row.work}: ${row.about}${row.debtorId === null ? "" : ` of debtor ${row.debtorId}`}\n`);
            context.out.write(`  ${row.problem} (${row.code}), tried ${row.attempts}×, since ${row.since}, ${next}\n  ${row.remedy}\n`);
          }
          context.out.write(`${total === 0 ? "Nothing is parked" : `${total} parked`}\n`);
        }
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
  parked
    .command("retry [ids...]")
    .description("try again at once, as if it were new")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--all", "everything that is listed")
    .option("--json", "print as JSON")
    .action(async (ids: readonly string[], options: Options) => {
      const app = await context.openApp();
      try {
        const account = await accountFor(app, options.account);
        const work = app.get(ParkedWork, { strict: false });
        const chosen = options.all ? (await work.list(account.id, Number.MAX_SAFE_INTEGER)).map(({ publicId }) => publicId) : ids;
        for (const id of chosen) await work.release(account.id, id, system("command_line"));
        context.out.write(options.json ? `${JSON.stringify({ retried: chosen.length })}\n` : `${chosen.length} will be tried again\n`);
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
}
