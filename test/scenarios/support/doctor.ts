import { Writable } from "node:stream";
import { Command } from "commander";
import { registerDoctor } from "../../../server/commands/doctor.command.js";
import type { Desk } from "../../support/desk.js";

export interface DoctorFinding {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What `saldo doctor` says of a desk, in its own process. */
export async function doctorOf({ app, clock }: Desk): Promise<readonly DoctorFinding[]> {
  let out = "";
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      out += chunk.toString();
      done();
    },
  });
  const staysOpen = new Proxy(app, {
    get: (target, key): unknown => (key === "close" ? () => Promise.resolve() : Reflect.get(target, key)),
  });
  const program = new Command("saldo").exitOverride();
  registerDoctor(program, { openApp: () => Promise.resolve(staysOpen), out: sink, err: sink, nodeEnv: "test", exitWith: () => {} });
  await clock.during(() => program.parseAsync(["doctor", "--json"], { from: "user" }));
  return (JSON.parse(out) as { findings: DoctorFinding[] }).findings;
}
