import type { Command } from "commander";
import { newKeys } from "../platform/crypto/keys.js";
import { SystemEntropy } from "../platform/crypto/randomness.js";
import type { CommandContext } from "./context.js";

/** `saldo keys new`: the two keys of an installation. Prints them and keeps nothing. */
export function registerKeys(program: Command, context: CommandContext): void {
  program
    .command("keys")
    .description("keys of an installation")
    .command("new")
    .description(
      "print a new master and signing key for the environment; whoever loses the master key loses every name, number and message",
    )
    .option("--json", "print as JSON")
    .action((options: { readonly json?: boolean }) => {
      const keys = newKeys(new SystemEntropy());
      const lines = `SALDO_MASTER_KEY=${keys.master}\nSALDO_SIGNING_KEY=${keys.signing}\n`;
      context.out.write(options.json ? `${JSON.stringify(keys)}\n` : lines);
      context.exitWith(0);
    });
}
