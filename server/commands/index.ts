import type { Command } from "commander";
import { registerAudit } from "./audit.command.js";
import type { CommandContext } from "./context.js";
import { registerDemo } from "./demo.command.js";

/** Every command of `saldo`. */
export const commands: readonly ((program: Command, context: CommandContext) => void)[] = [registerAudit, registerDemo];
