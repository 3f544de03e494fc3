import { DomainError } from "../../shared/errors.js";
import { UnreadableSeal } from "../crypto/seal.js";

/** Server errors of a database client have a number (MySQL) or an SQLITE code. */
const DATABASE = /^(ER_|SQLITE_|PROTOCOL_|ECONN)/;

/** What went wrong, as a code for people who look after the installation. Words of errors may quote what they failed on, so none is kept. */
export function problemOf(error: unknown): string {
  if (error instanceof DomainError) return error.code.slice(0, 80);
  if (!(error instanceof Error)) return "unexpected";
  if (error instanceof UnreadableSeal) return "seal.unreadable";
  if (error instanceof SyntaxError || error.name === "ZodError" || error.name === "$ZodError") return "data.malformed";
  if (error instanceof RangeError) return /time ?zone/i.test(error.message) ? "zone.unknown" : "data.malformed";
  const { code } = error as { code?: unknown };
  if (typeof code === "string" && DATABASE.test(code)) return "database.failed";
  return "unexpected";
}
