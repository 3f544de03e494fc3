import type { Command } from "commander";
import { registerCadence } from "./cadence.command.js";
import { registerParked } from "./parked.command.js";
import { registerPause } from "./pause.command.js";
import { registerAudit } from "./audit.command.js";
import type { CommandContext } from "./context.js";
import { registerDemo } from "./demo.command.js";
import { registerDoctor } from "./doctor.command.js";
import { registerGenerate } from "./generate.command.js";
import { registerImport } from "./import.command.js";
import { registerInstall } from "./install.command.js";
import { registerKeys } from "./keys.command.js";
import { registerKpi } from "./kpi.command.js";
import { registerModules } from "./modules.command.js";
import { registerSetupCode } from "./setup-code.command.js";

/** Every command of `saldo`. */
export const commands: readonly ((program: Command, context: CommandContext) => void)[] = [
  registerSetupCode,
  registerInstall,
  registerGenerate,
  registerImport,
  registerDoctor,
  registerKeys,
  registerAudit,
  registerPause,
  registerParked,
  registerCadence,
  registerKpi,
  registerDemo,
  registerModules,
];
