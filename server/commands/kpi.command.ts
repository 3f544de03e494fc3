import type { INestApplicationContext } from "@nestjs/common";
import { type Command, InvalidArgumentError } from "commander";
import type { Account } from "../modules/accounts/index.js";
import { PortfolioStanding, Projector, Reconciliation } from "../modules/kpis/index.js";
import { Clock } from "../platform/clock/clock.js";
import { invalid } from "../shared/errors.js";
import { type Instant, toIso } from "../shared/instant.js";
import { toDecimal } from "../shared/money.js";
import { localDate } from "../shared/zone.js";
import { accountFor } from "./account-option.js";
import type { CommandContext } from "./context.js";
import { type ExplainOptions, explainMetric } from "./kpi-explain.js";
import { reconcileFile } from "./kpi-reconcile-file.js";

interface Options {
  readonly account?: string;
  readonly json?: boolean;
}

/** `saldo kpi portfolio | reconcile | rebuild`: the numbers, whether they agree with the ledger, and making them anew from the journal. */
export function registerKpi(program: Command, context: CommandContext): void {
  const kpi = program.command("kpi").description("the numbers, and whether they are right");
  const command = (name: string, description: string) =>
    kpi
      .command(name)
      .description(description)
      .option("--account <id>", "public id of the account; needed where there are several")
      .option("--json", "print as JSON");
  command("portfolio", "what was owed, by currency and stage, now or at any past instant")
    .option("--as-of <instant>", "ISO 8601 with zone, such as 2026-11-01T00:00:00-05:00; default now", instantOf)
    .action((options: Options & { readonly asOf?: Instant }) =>
      within(context, options, (app, account) => portfolio(app, account, options.asOf, context, options.json === true)),
    );
  command("reconcile", "compare the numbers with the ledger, or with a file of the accounting, debt by debt; exit 1 where they differ")
    .option("--file <file>", "CSV or XLSX with the columns reference, balance and currency: every open debt there is")
    .action((options: Options & { readonly file?: string }) =>
      within(context, options, (app, account) =>
        options.file === undefined
          ? reconcile(app, account, context, options.json === true)
          : reconcileFile(app, account, options.file, context, options.json === true),
      ),
    );
  command("explain", "how a figure is made: its definition, and what was counted above and below the line")
    .argument("<metric>", "id of the metric, as the page of definitions and GET /api/metrics name it")
    .option("--from <day>", "first day; default the first of the month")
    .option("--to <day>", "last day, included; default the day of --as-of")
    .option("--as-of <instant>", "as it was known then, ISO 8601 with zone; default now", instantOf)
    .action((metric: string, options: Options & ExplainOptions) =>
      within(context, options, (app, account) => explainMetric(app, account, metric, options, context, options.json === true)),
    );
  command("rebuild", "throw the numbers away and make them anew from the journal; interrupted, the server goes on with it").action(
    (options: Options) => within(context, options, (app, account) => rebuild(app, account, context, options.json === true)),
  );
}

async function within(
  context: CommandContext,
  options: Options,
  act: (app: INestApplicationContext, account: Account) => Promise<0 | 1>,
): Promise<void> {
  const app = await context.openApp();
  try {
    context.exitWith(await act(app, await accountFor(app, options.account)));
  } finally {
    await app.close();
  }
}

async function portfolio(
  app: INestApplicationContext,
  account: Account,
  asOf: Instant | undefined,
  { out }: CommandContext,
  json: boolean,
): Promise<0> {
  await app.get(Projector, { strict: false }).catchUp(account.id);
  const now = app.get(Clock, { strict: false }).now();
  if (asOf !== undefined && asOf > now) {
    throw invalid("kpi.in_the_future", "That instant has not come yet.", { field: "--as-of", remedy: "Name one that has passed." });
  }
  const at = asOf ?? now;
  const date = localDate(account.zone, at);
  const standing = app.get(PortfolioStanding, { strict: false });
  const [stages, debtors] = [await standing.byStage(account.id, at, date), await standing.debtors(account.id, at)];
  if (json) {
    out.write(`${JSON.stringify({ asOf: toIso(at), date, zone: account.zone, stages, debtors })}\n`);
    return 0;
  }
  out.write(`As of ${toIso(at)} (${date} in ${account.zone})\n`);
  for (const { currency, debtors: owing, overdue } of debtors) {
    out.write(`${currency}  ${owing} debtors owe, ${overdue} of them something overdue\n`);
    for (const { stage, debts, balanceMinor: minor } of stages.filter((row) => row.currency === currency)) {
      out.write(`  ${stage.padEnd(10)} ${String(debts).padStart(8)} debts  ${toDecimal({ minor, currency }).padStart(20)}\n`);
    }
  }
  if (debtors.length === 0) out.write("Nothing was owed\n");
  return 0;
}

async function reconcile(app: INestApplicationContext, account: Account, { out }: CommandContext, json: boolean): Promise<0 | 1> {
  await app.get(Projector, { strict: false }).catchUp(account.id);
  const differences = await app.get(Reconciliation, { strict: false }).differences(account.id);
  if (json) out.write(`${JSON.stringify({ agrees: differences.length === 0, differences })}\n`);
  else {
    for (const { what, id, currency, ledgerMinor, toldMinor } of differences) {
      const told = toldMinor === null ? "not known" : toDecimal({ minor: toldMinor, currency });
      out.write(`${what.padEnd(8)} ${id}  ledger ${currency} ${toDecimal({ minor: ledgerMinor, currency })}, numbers ${told}\n`);
    }
    const remedy = "Stop imports for a moment and compare again; if they still differ, `saldo kpi rebuild`.";
    out.write(differences.length === 0 ? "The numbers agree with the ledger, debt by debt\n" : `They differ. ${remedy}\n`);
  }
  return differences.length === 0 ? 0 : 1;
}

async function rebuild(app: INestApplicationContext, account: Account, { out, err }: CommandContext, json: boolean): Promise<0> {
  let told = 0;
  await app.get(Projector, { strict: false }).rebuild(account.id, (share) => {
    const tenths = Math.floor(share * 10);
    if (tenths > told) err.write(`${tenths * 10} %\n`);
    told = tenths;
  });
  out.write(json ? `${JSON.stringify({ rebuilt: true })}\n` : "Made anew from the journal\n");
  return 0;
}

/** An instant without its zone is another one for everybody. */
function instantOf(text: string): Instant {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidArgumentError("Write it as 2026-11-01T00:00:00-05:00, with its zone.");
  return at;
}
