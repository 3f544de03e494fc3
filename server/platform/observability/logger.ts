import { Injectable } from "@nestjs/common";
import { pino, type DestinationStream, type Logger as Pino } from "pino";
import { DomainError } from "../../shared/errors.js";

/** What a log line may carry. A closed list: names, numbers, addresses and texts have no field to slip into. */
export interface LogFields {
  readonly accountId?: number;
  readonly error?: unknown;
  readonly lane?: string;
  readonly job?: string;
  readonly ref?: string;
  readonly count?: number;
  readonly ms?: number;
  readonly status?: number;
  readonly method?: string;
  /** The route's pattern (`/api/debtors/:id`), never the address that was called. */
  readonly route?: string;
  readonly event?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly url?: string;
  readonly role?: string;
  readonly version?: string;
}

/** Structured log on standard output, one JSON object a line, `event` names what happened. */
@Injectable()
export class Logger {
  private readonly pino: Pino;

  constructor(level: string, destination?: DestinationStream) {
    const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  debug(event: string, fields: LogFields = {}): void {
    this.pino.debug(plain(fields), event);
  }

  info(event: string, fields: LogFields = {}): void {
    this.pino.info(plain(fields), event);
  }

  warn(event: string, fields: LogFields = {}): void {
    this.pino.warn(plain(fields), event);
  }

  error(event: string, fields: LogFields = {}): void {
    this.pino.error(plain(fields), event);
  }
}

function plain({ error, ...fields }: LogFields): object {
  return error === undefined ? fields : { ...fields, error: describe(error) };
}

/**
 * An error without its message, unless it is ours: messages of drivers and parsers quote the values they failed on,
 * and those may be a debtor's. The stack's frames say where.
 */
function describe(error: unknown): object {
  if (error instanceof DomainError) return { name: error.name, code: error.code, message: error.message };
  if (!(error instanceof Error)) return { name: typeof error };
  const { code, errno } = error as { code?: unknown; errno?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(typeof errno === "number" ? { errno } : {}),
    at: frames.slice(0, 6).map((line) => line.trim()),
  };
}
