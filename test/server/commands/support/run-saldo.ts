import { Writable } from "node:stream";
import type { INestApplicationContext } from "@nestjs/common";
import { Command } from "commander";
import type { CommandContext } from "../../../../server/commands/context.js";
import type { Desk } from "../../../support/desk.js";

/** Runs a command of `saldo` on a desk, in its own process; the desk goes on afterwards. @returns what it printed, and its exit code */
export async function runSaldo(
  { app, clock }: Desk,
  registers: readonly ((program: Command, context: CommandContext) => void)[],
  words: readonly string[],
): Promise<{ out: string; code: number | undefined }> {
  let out = "";
  let code: number | undefined;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  const staysOpen = { get: app.get.bind(app), close: () => Promise.resolve() } as unknown as INestApplicationContext;
  const context: CommandContext = {
    openApp: () => Promise.resolve(staysOpen),
    out: sink,
    err: new Writable({ write: (_chunk, _encoding, done) => done() }),
    nodeEnv: "test",
    exitWith: (exit) => void (code = exit),
  };
  const program = new Command("saldo");
  for (const register of registers) register(program, context);
  const quiet = (command: Command) => {
    command.exitOverride().configureOutput({ writeErr: () => {} });
    command.commands.forEach(quiet);
  };
  quiet(program);
  await clock.during(() => program.parseAsync([...words], { from: "user" }));
  return { out, code };
}
