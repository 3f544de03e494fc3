import type { Command } from "commander";
import { CadencesService } from "../modules/cadences/index.js";
import { TodayPage } from "../modules/kpis/index.js";
import { OutboxReview } from "../modules/outbox/index.js";
import { accountFor } from "./account-option.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly account?: string;
  readonly lang: "en" | "es" | "pt-BR";
  readonly limit: string;
  readonly json?: boolean;
}

/** `saldo cadence preview`: plans today (idempotent, sends nothing) and says who would be written to and who not, and why. */
export function registerCadence(program: Command, context: CommandContext): void {
  program
    .command("cadence")
    .description("look at what the cadences would do")
    .command("preview")
    .description("plan today and show who would be written to, who not, and why; sends nothing")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--lang <language>", "en, es or pt-BR", "en")
    .option("--limit <rows>", "rows to show, at most 200", "50")
    .option("--json", "print as JSON")
    .action(async (options: Options) => {
      const app = await context.openApp();
      try {
        const account = await accountFor(app, options.account);
        await app.get(CadencesService, { strict: false }).planToday(account.id);
        await app.get(OutboxReview, { strict: false }).reviewPlanned(account.id);
        const limit = Math.min(200, Math.max(1, Number(options.limit) || 50));
        const today = await app.get(TodayPage, { strict: false }).show(account.id, { limit, lang: options.lang });
        if (options.json) context.out.write(`${JSON.stringify(today)}\n`);
        else {
          const { counts } = today;
          context.out.write(
            `${account.name}, ${today.date}: ${counts.due} due, ${counts.allowed} allowed now, ${counts.later} later, ${counts.denied} denied\n`,
          );
          // No names: a terminal's history is no place for them. The panel shows them to those who may see them.
          for (const row of today.items)
            context.out.write(`${row.state.padEnd(10)} ${row.debtorId}  ${row.step.padEnd(18)} ${row.decision?.sentence ?? ""}\n`);
        }
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
}
