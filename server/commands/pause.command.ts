import type { Command } from "commander";
import { DispatchSwitch } from "../modules/accounts/index.js";
import { type Actor, system } from "../shared/actor.js";
import { accountFor } from "./account-option.js";
import type { CommandContext } from "./context.js";

interface Options {
  readonly account?: string;
  readonly reason: string;
  readonly json?: boolean;
}

const operator: Actor = system("command_line");

/** `saldo pause` and `saldo resume`: the emergency brake without the panel. Every process obeys within 20 seconds. */
export function registerPause(program: Command, context: CommandContext): void {
  const command = (name: "pause" | "resume", description: string) =>
    program
      .command(name)
      .description(description)
      .option("--account <id>", "public id of the account; needed where there are several")
      .requiredOption("--reason <words>", "why; goes into the journal")
      .option("--json", "print as JSON")
      .action(async (options: Options) => {
        const app = await context.openApp();
        try {
          const account = await accountFor(app, options.account);
          const dispatch = app.get(DispatchSwitch, { strict: false });
          await (name === "pause"
            ? dispatch.stop(account.id, operator, options.reason)
            : dispatch.resume(account.id, operator, options.reason));
          const result = { account: account.publicId, stopped: name === "pause" };
          const words =
            name === "pause"
              ? "Nothing more leaves; the last message may be 20 seconds old."
              : "The stop is lifted. Sending goes on if it was turned on.";
          context.out.write(options.json ? `${JSON.stringify(result)}\n` : `${account.name}: ${words}\n`);
          context.exitWith(0);
        } finally {
          await app.close();
        }
      });
  command("pause", "stop all sending of an account, in every process, within 20 seconds");
  command("resume", "lift a stop");
}
