import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { ConnectInput } from "../contract/accounts.contract.js";
import { Connection, SetupCodes } from "../modules/accounts/index.js";
import { TEXTS } from "../platform/words/texts.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly hostUrl: string;
  readonly account: string;
  readonly tokenFile: string;
  readonly inbox?: string;
  readonly locale: string;
  readonly zone: string;
  readonly creditor: string;
  readonly paymentUrl: string;
  readonly acceptedBy: string;
  readonly acceptDeclaration?: boolean;
  readonly json?: boolean;
}

const DECLARATION = `By passing --accept-declaration the person named in --accepted-by declares for the creditor:
  - messages go out in the creditor's own name, about its own receivables;
  - WhatsApp's policy on debt collection was read, and the use made of WhatsApp is the creditor's to answer for;
  - debtors authorised the channel.`;

/** `saldo install`: what the panel's connect page does, for scripts. The access token comes from a file or standard input, never from a flag. */
export function registerInstall(program: Command, context: CommandContext): void {
  program
    .command("install")
    .description("connect a helpdesk account and install webhook, tab, team, label and sender there; may be repeated")
    .requiredOption("--host-url <url>", "address of the helpdesk, e.g. https://desk.example.com")
    .requiredOption("--account <number>", "number of the account in the helpdesk's addresses")
    .requiredOption("--token-file <file>", "file with an administrator's access token; - for standard input")
    .option("--inbox <number>", "WhatsApp inbox; needed where there are several")
    .option("--locale <locale>", TEXTS.locales().join(", "), "es")
    .option("--zone <zone>", "IANA time zone in which the desk's day is counted", "America/Bogota")
    .requiredOption("--creditor <name>", "who debtors owe, as written in every message")
    .requiredOption("--payment-url <url>", "page where debtors pay")
    .requiredOption("--accepted-by <name>", "who accepts the declaration of use")
    .option("--accept-declaration", "the declaration of use is accepted")
    .option("--json", "print as JSON")
    .addHelpText("after", `\n${DECLARATION}`)
    .action(async (options: Options) => {
      if (!options.acceptDeclaration) {
        context.err.write(`${DECLARATION}\n`);
        return context.exitWith(2);
      }
      const accessToken = (options.tokenFile === "-" ? await text(process.stdin) : await readFile(options.tokenFile, "utf8")).trim();
      const app = await context.openApp();
      try {
        // Whoever runs this owns the database: the code is made and used at once.
        const { code } = await app.get(SetupCodes).create();
        const input = ConnectInput.safeParse({
          setupCode: code,
          hostUrl: options.hostUrl,
          hostAccountId: options.account,
          accessToken,
          inboxId: options.inbox,
          locale: options.locale,
          zone: options.zone,
          creditorName: options.creditor,
          paymentUrl: options.paymentUrl,
          declaration: { acceptedBy: options.acceptedBy, ownReceivables: true, whatsappPolicyRead: true, consentHeld: true },
        });
        if (!input.success) {
          context.err.write(input.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}\n`).join(""));
          return context.exitWith(2);
        }
        const result = await app.get(Connection).connect(input.data);
        const steps = result.steps.map(({ step, done, detail }) => `  ${done ? "ok  " : "FAIL"} ${step}: ${detail}\n`).join("");
        context.out.write(options.json ? `${JSON.stringify(result)}\n` : `Connected: ${result.panelUrl}\n${steps}`);
        return context.exitWith(result.steps.every(({ done }) => done) ? 0 : 1);
      } finally {
        await app.close();
      }
    });
}
