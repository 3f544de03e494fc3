import type { Command } from "commander";
import { exportJournal } from "./audit-export.js";
import { showKey } from "./audit-key.js";
import { verifyFile } from "./audit-verify-file.js";
import { verifyLive } from "./audit-verify-live.js";
import type { CommandContext } from "./context.js";

interface VerifyOptions {
  readonly against?: string;
  readonly key?: string;
  readonly account?: string;
  readonly json?: boolean;
}

/** `saldo audit …`: the journal as the compliance officer and the auditor use it. */
export function registerAudit(program: Command, context: CommandContext): void {
  const audit = program.command("audit").description("prove what happened: verify or export the journal");

  audit
    .command("verify")
    .description("verify an export by itself (needs neither database nor keys), or without FILE the journal in the database")
    .argument("[file]", "an export")
    .option("--against <checkpoint>", "a checkpoint file kept elsewhere; finds a cut tail and a rewritten history")
    .option("--key <key>", "the key it must be signed with: base64, or its fingerprint, as `saldo audit key` prints them")
    .option("--account <id>", "without FILE: only this account")
    .option("--json", "print the result as JSON")
    .action((file: string | undefined, options: VerifyOptions) =>
      file === undefined ? verifyLive(options, context) : verifyFile(file, options, context),
    );

  audit
    .command("export")
    .description("write an account's journal as JSON lines that verify offline; holds personal data")
    .requiredOption("--account <id>", "public id of the account")
    .requiredOption("--out <file>", "file to write, which must not exist; - for standard output")
    .action((options: { readonly account: string; readonly out: string }) => exportJournal(options, context));

  audit
    .command("key")
    .description("print the public key that signs checkpoints, to be given to auditors over another channel")
    .option("--json", "print as JSON")
    .action((options: { readonly json?: boolean }) => showKey(options, context));
}
