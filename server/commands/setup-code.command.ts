import { type Command, InvalidArgumentError } from "commander";
import { SetupCodes } from "../modules/accounts/index.js";
import { MINUTE, toIso } from "../shared/instant.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly minutes: number;
  readonly json?: boolean;
}

/** `saldo setup-code`: lets someone connect one helpdesk account in the panel. */
export function registerSetupCode(program: Command, context: CommandContext): void {
  program
    .command("setup-code")
    .description("make a code with which one helpdesk account can be connected in the panel; it works once")
    .option("--minutes <minutes>", "how long it is valid", minutes, 60)
    .option("--json", "print as JSON")
    .action(async (options: Options) => {
      const app = await context.openApp();
      try {
        const { code, expiresAt } = await app.get(SetupCodes).create(options.minutes * MINUTE);
        const result = { code, expiresAt: toIso(expiresAt) };
        context.out.write(options.json ? `${JSON.stringify(result)}\n` : `${code}\nValid once, until ${result.expiresAt}.\n`);
        context.exitWith(0);
      } finally {
        await app.close();
      }
    });
}

function minutes(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 10_080) return value;
  throw new InvalidArgumentError("Give whole minutes from 1 to 10080 (a week).");
}
