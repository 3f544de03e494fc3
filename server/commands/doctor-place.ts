import type { INestApplicationContext } from "@nestjs/common";
import { type Account, HostCheck, HostTroubles } from "../modules/accounts/index.js";
import { METRICS, QuietSources } from "../modules/kpis/index.js";
import { MailServer } from "../platform/mail/mail-server.port.js";
import { ParkedWork } from "../platform/work/parked-work.service.js";

/** More kinds of trouble than there are. */
const LISTED = 1_000;

/** The token messages are sent with, tried without sending anything. */
export async function senderInWords(app: INestApplicationContext, account: Account): Promise<string> {
  const { found } = await app.get(HostCheck).sender(account.id);
  if (found.length > 0) {
    throw new Error(
      "the helpdesk refuses the sender's token: it was reset or its bot deleted. A worker takes over the new one within ten minutes; if it does not, connect the account again",
    );
  }
  return "the helpdesk takes its token";
}

/** What Saldo has made in the helpdesk. */
export async function installedInWords(app: INestApplicationContext, account: Account): Promise<string> {
  const { found } = await app.get(HostCheck).installed(account);
  if (found.length > 0) {
    const gone = found.map((trouble) => trouble.replace("_missing", "")).join(", ");
    throw new Error(
      `gone from the helpdesk: ${gone}. Connect the account again, which makes them anew; a team is then to be filled with people`,
    );
  }
  return "all there";
}

/** What keeps the account from sending, apart from its switches. */
export async function troublesInWords(app: INestApplicationContext, accountId: number): Promise<string[]> {
  return (await app.get(HostTroubles).of(accountId)).map(({ trouble }) => trouble);
}

/** Whom nothing is sent to until something or somebody has been looked at, by reason. */
export async function unreadyInWords(app: INestApplicationContext, accountId: number): Promise<string> {
  const rows = (await app.get(ParkedWork).list(accountId, LISTED)).filter(({ subject }) => subject === "debtor");
  if (rows.length === 0) return "everybody can be written to";
  const given = rows.filter(({ retryAt }) => retryAt === null).length;
  const reasons = [...Map.groupBy(rows, ({ problem }) => problem)].map(([problem, of]) => `${problem} ${of.length}`).join(", ");
  return `${rows.length} cannot be written to (${reasons}); ${given} of them wait for a person`;
}

/** Whether what the figures are made of still comes in its rhythm. */
export async function sourcesInWords(app: INestApplicationContext, accountId: number): Promise<string> {
  const quiet = await app.get(QuietSources).of(accountId, METRICS, "en");
  if (quiet.length === 0) return "none that came in a rhythm has gone quiet";
  throw new Error(
    quiet.map(({ text, last, expected }) => `${text} The last came on ${last}, the next was expected by ${expected}`).join("; "),
  );
}

/** The mail server, tried without sending anything. */
export async function mailInWords(app: INestApplicationContext): Promise<string> {
  const server = app.get(MailServer);
  if (!server.configured) return "no server is named: reports and alerts are not mailed. Set SALDO_SMTP_URL and SALDO_MAIL_FROM";
  const problem = await server.check();
  if (problem !== null)
    throw new Error(`the mail server does not take mail (${problem}): check SALDO_SMTP_URL; what waits is tried for two days`);
  return "the server takes mail";
}
