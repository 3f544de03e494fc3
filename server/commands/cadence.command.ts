import type { Command } from "commander";
import { TEXTS } from "../platform/words/texts.js";
import { system } from "../shared/actor.js";
import type { Locale } from "../shared/locale.js";
import { notFound } from "../shared/errors.js";
import { CadenceEditor, CadencesService, CadencesView } from "../modules/cadences/index.js";
import { TodayPage } from "../modules/kpis/index.js";
import { OutboxReview } from "../modules/outbox/index.js";
import { accountFor } from "./account-option.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly account?: string;
  readonly lang: Locale;
  readonly limit: string;
  readonly json?: boolean;
}

/** `saldo cadence preview | list | publish`. The preview plans today (idempotent, sends nothing) and says who would be written to and who not, and why. */
export function registerCadence(program: Command, context: CommandContext): void {
  const cadence = program.command("cadence").description("look at the cadences and what they would do, publish a draft");
  registerList(cadence, context);
  registerPublish(cadence, context);
  cadence
    .command("preview")
    .description("plan today and show who would be written to, who not, and why; sends nothing")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--lang <language>", TEXTS.locales().join(", "), "en")
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

function registerList(cadence: Command, context: CommandContext): void {
  cadence
    .command("list")
    .description("the cadences by priority, with what keeps a draft from being published")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--json", "print as JSON")
    .action(async (options: Pick<Options, "account" | "json">) => {
      const app = await context.openApp();
      try {
        const account = await accountFor(app, options.account);
        const items = await app.get(CadencesView, { strict: false }).list(account.id, "en");
        if (options.json) context.out.write(`${JSON.stringify({ items })}\n`);
        else
          for (const { priority, key, status, version, draft, steps, plannedToday, name } of items)
            context.out.write(
              `${String(priority).padStart(3)}  ${key.padEnd(20)} ${status.padEnd(9)} ${(version === null ? "-" : `v${version}`).padEnd(4)} ${steps.length} steps, ${plannedToday} today  ${name}${draft ? " (draft)" : ""}\n`,
            );
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
}

function registerPublish(cadence: Command, context: CommandContext): void {
  cadence
    .command("publish <key>")
    .description("put the draft of a cadence into force as its next version")
    .option("--account <id>", "public id of the account; needed where there are several")
    .option("--note <text>", "what was changed and why, for the journal")
    .option("--json", "print as JSON")
    .action(async (key: string, options: Pick<Options, "account" | "json"> & { readonly note?: string }) => {
      const app = await context.openApp();
      try {
        const account = await accountFor(app, options.account);
        const view = app.get(CadencesView, { strict: false });
        const found = (await view.list(account.id, "en")).find((item) => item.key === key);
        if (!found)
          throw notFound("cadence.not_found", `There is no cadence ${key}.`, { remedy: "See `saldo cadence list` for the keys." });
        const { revision } = await view.one(account.id, found.id, "en");
        await app.get(CadenceEditor, { strict: false }).publish(account.id, system("command"), found.id, revision, options.note);
        const { version, changes } = (await view.one(account.id, found.id, "en")).published ?? { version: 0, changes: [] };
        if (options.json) context.out.write(`${JSON.stringify({ key, version, changes })}\n`);
        else context.out.write(`${key} is published as version ${version}, ${changes.length} changes\n`);
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
}
