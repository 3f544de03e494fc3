import { type Command, InvalidArgumentError } from "commander";
import { startDemo } from "../demo/demo.js";
import type { CommandContext } from "./context.js";

/** `saldo demo`: the sandbox helpdesk and Saldo in one process, in real time, until Ctrl-C. */
export function registerDemo(program: Command, context: CommandContext): void {
  program
    .command("demo")
    .description("run Saldo beside a stand-in helpdesk, with a generated portfolio; nothing leaves this machine")
    .option("--port <port>", "port of the panel (the next free one if busy)", port, 4000)
    .option("--sandbox-port <port>", "port of the stand-in helpdesk (the next free one if busy)", port, 4100)
    .option("--data <folder>", "where the demo keeps its database; emptied at each start", ".saldo/demo")
    .option("--turn-on", "turn sending on at once instead of in the panel")
    .action(async (options: { port: number; sandboxPort: number; data: string; turnOn?: boolean }) => {
      const demo = await startDemo(
        { ...options, dataDir: options.data, turnOn: options.turnOn ?? false, nodeEnv: context.nodeEnv },
        context.out,
      );
      await new Promise<void>((resolve) => {
        process.once("SIGINT", resolve);
        process.once("SIGTERM", resolve);
      });
      await demo.close();
    });
}

function port(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 65_535) return value;
  throw new InvalidArgumentError("A port is a whole number from 1 to 65535.");
}
