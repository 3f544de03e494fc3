import type { INestApplicationContext } from "@nestjs/common";
import type { Command } from "commander";
import { type Account, AccountDirectory } from "../modules/accounts/index.js";
import { type HostAccess, HostApi, HostSetup, WebhookBacklog, webhookUrl } from "../modules/host/index.js";
import { RecordWords } from "../modules/journal/index.js";
import { ParkedWords } from "../modules/kpis/index.js";
import { Clock } from "../platform/clock/clock.js";
import { CONFIG, type Config } from "../platform/config/config.js";
import { MasterKeys } from "../platform/crypto/keys.js";
import { Database } from "../platform/database/database.js";
import { ParkedWork } from "../platform/work/parked-work.service.js";
import { JobQueue } from "../platform/queue/job-queue.js";
import { MINUTE } from "../shared/instant.js";
import type { CommandContext } from "./context.js";
import { hearingInWords, inboxInWords } from "./doctor-hearing.js";
import { installedInWords, mailInWords, senderInWords, sourcesInWords, troublesInWords, unreadyInWords } from "./doctor-place.js";

interface Finding {
  /** What was looked at, e.g. `database` or `account 3: webhook`. */
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Beyond this the dates of signatures and windows are in doubt. */
const SKEW_LIMIT_MS = 2_000;
/** A delivery that waits longer than this means that no worker is running. */
const BACKLOG_LIMIT_MS = 5 * MINUTE;

/** `saldo doctor`: says what is wrong with an installation and what to do. Reads only. */
export function registerDoctor(program: Command, context: CommandContext): void {
  program
    .command("doctor")
    .description("check configuration, database, keys, queue, and for each account the helpdesk, its webhook, clock and templates")
    .option("--json", "print as JSON")
    .action(async (options: { readonly json?: boolean }) => {
      const findings = await examine(context);
      const ok = findings.every((finding) => finding.ok);
      const lines = findings.map((finding) => `${finding.ok ? "ok  " : "FAIL"} ${finding.check}: ${finding.detail}\n`).join("");
      context.out.write(options.json ? `${JSON.stringify({ ok, findings })}\n` : lines);
      context.exitWith(ok ? 0 : 1);
    });
}

async function examine(context: CommandContext): Promise<Finding[]> {
  let app: INestApplicationContext;
  try {
    app = await context.openApp();
  } catch (error) {
    // The message of a configuration or connection error names the variable or the server, never its value.
    return [{ check: "start", ok: false, detail: (error as Error).message }];
  }
  try {
    const findings = await installation(app);
    for (const account of await app.get(AccountDirectory).list()) findings.push(...(await ofAccount(app, account)));
    return findings;
  } finally {
    await app.close();
  }
}

async function installation(app: INestApplicationContext): Promise<Finding[]> {
  const config = app.get<Config>(CONFIG);
  const accounts = await app.get(AccountDirectory).list();
  return [
    {
      check: "public address",
      ok: !config.production || config.publicUrl.startsWith("https://"),
      detail: `${config.publicUrl}${config.production && !config.publicUrl.startsWith("https://") ? ": set SALDO_PUBLIC_URL to an https address" : ""}`,
    },
    await look("database", async () => {
      await app.get(Database).ping();
      return `${config.database.dialect}, all migrations have run`;
    }),
    await look("keys", async () => {
      app.get(MasterKeys).derive("doctor");
      for (const account of accounts) await app.get(AccountDirectory).hostAccess(account.id);
      return accounts.length === 0 ? "loaded" : "they open what is sealed";
    }),
    await look("queue", async () => {
      if (!(await app.get(JobQueue).healthy())) throw new Error("Redis does not answer: work goes on by polling, later than it should");
      return config.redisUrl === null ? "in process" : "Redis answers";
    }),
    await look("mail", () => mailInWords(app)),
    {
      check: "accounts",
      ok: accounts.length > 0,
      detail: accounts.length > 0 ? `${accounts.length} connected` : 'none: make a code with "saldo setup-code"',
    },
  ];
}

async function ofAccount(app: INestApplicationContext, account: Account): Promise<Finding[]> {
  const setup = app.get(HostSetup);
  const api = app.get(HostApi);
  const config = app.get<Config>(CONFIG);
  const directory = app.get(AccountDirectory);
  const clock = app.get(Clock);
  const named = (check: string, work: () => Promise<string>) =>
    look(`account ${account.hostAccountId} at ${account.hostBaseUrl}: ${check}`, work);
  const work = await named("work", () => parkedIn(app, account));
  const sources = await named("sources", () => sourcesInWords(app, account.id));

  const opened: HostAccess[] = [];
  const token = await named("token", async () => {
    opened.push(await directory.hostAccess(account.id));
    return "opens";
  });
  const [access] = opened;
  // Without it nothing of the helpdesk can be asked; the other accounts are looked at all the same.
  if (!access) return [work, sources, token];
  const reachable = await named("helpdesk", async () => {
    const user = await api.whoAmI(access.baseUrl, access.hostAccountId, access.token);
    if (user.role !== "administrator") throw new Error("the stored token is no administrator's any more: connect the account again");
    return "answers, and the stored token is an administrator's";
  });
  if (!reachable.ok) return [work, sources, reachable];
  return [
    work,
    sources,
    reachable,
    await named("webhook", async () => {
      const found = await setup.findWebhook(access, webhookUrl(config.publicUrl, account.webhookKey));
      if (!found) throw new Error("it is missing or incomplete in the helpdesk: a worker restores it within ten minutes");
      if (found.secret === null) throw new Error("the helpdesk does not sign webhooks: it must be Chatwoot 4.12 or newer");
      if (found.secret !== (await directory.webhookSecret(account.id))) {
        throw new Error("its secret is not the one stored here: a worker takes it over within ten minutes");
      }
      return "installed, with its secret";
    }),
    await named("inbox", () => inboxInWords(app, account)),
    await named("hearing", () => hearingInWords(app, account.id)),
    await named("sender", () => senderInWords(app, account)),
    await named("team, label and tab", () => installedInWords(app, account)),
    await named("debtors", () => unreadyInWords(app, account.id)),
    await named("clock", async () => {
      const skew = await setup.clockSkew(access, () => clock.now());
      if (skew === null) return "the helpdesk does not tell the time";
      if (Math.abs(skew) > SKEW_LIMIT_MS)
        throw new Error(`the helpdesk's clock is ${(skew / 1000).toFixed(0)} s off ours: check both with NTP`);
      return "agrees with the helpdesk's";
    }),
    await named("templates", async () => {
      const templates = await api.listTemplates(access, account.inboxId);
      return `${templates.filter((template) => template.status === "APPROVED").length} of ${templates.length} in the inbox are approved`;
    }),
    await named("webhook inbox", async () => {
      const { waiting, oldestDueAt, parked } = await app.get(WebhookBacklog).of(account.id);
      if (oldestDueAt !== null && clock.now() - oldestDueAt > BACKLOG_LIMIT_MS)
        throw new Error(`${waiting} deliveries wait: is a worker running?`);
      return `${waiting} waiting, ${parked} set aside`;
    }),
    await named("sending", async () => {
      const troubles = await troublesInWords(app, account.id);
      if (troubles.length > 0) throw new Error(`noticed in the helpdesk: ${troubles.join(", ")}`);
      return account.dispatch.stopped ? "stopped" : account.dispatch.enabled ? "on" : "off: an administrator turns it on under Today";
    }),
  ];
}

/** One line for all of them; the list itself has a command. */
async function parkedIn(app: INestApplicationContext, account: Account): Promise<string> {
  const parked = app.get(ParkedWork, { strict: false });
  const [first] = await parked.list(account.id, 1);
  if (!first) return "nothing is set aside";
  const total = await parked.count(account.id);
  const [records, words] = [app.get(RecordWords, { strict: false }), app.get(ParkedWords, { strict: false })];
  const what = `${records.work(first.work, "en")}, ${words.subject(first.subject, "en")}: ${records.code(first.problem, "en")}`;
  throw new Error(
    `${total} could not be worked on; the longest waiting: ${what}. ${words.remedy(first.problem, "en")} ` +
      `See "saldo parked list --account ${account.publicId}"; "saldo parked retry" or the panel's Today page tries again`,
  );
}

async function look(check: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, detail: await work() };
  } catch (error) {
    return { check, ok: false, detail: (error as Error).message };
  }
}
