import type { Writable } from "node:stream";
import type { INestApplicationContext } from "@nestjs/common";

/** What a command gets from the command line's main program, and a test from itself. */
export interface CommandContext {
  /** Opens the application without HTTP; the command closes it. Commands that need no database do not call it. */
  openApp(): Promise<INestApplicationContext>;
  /** Results: text for people, or JSON with `--json`. */
  readonly out: Writable;
  /** What went wrong. */
  readonly err: Writable;
  /** NODE_ENV as the process was started with. */
  readonly nodeEnv: string | undefined;
  /** 0 done, 1 the answer is no (a journal that does not verify), 2 it could not be done. */
  exitWith(code: 0 | 1 | 2): void;
}
