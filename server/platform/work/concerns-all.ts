import { DomainError, type ErrorKind } from "../../shared/errors.js";
import { UnreadableSeal } from "../crypto/seal.js";

const ELSEWHERE: ReadonlySet<ErrorKind> = new Set(["unavailable", "unauthenticated", "forbidden", "too_many"]);
/** The server, the way to it, or its disk; not a value that did not fit. */
const DATABASE =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|PROTOCOL_|POOL_|SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN|CORRUPT)|ER_(LOCK|SERVER|CON|TOO_MANY|DISK|OUT_OF))/;

/** Whether an error would have met the next row as well: then no row is to blame. */
export function concernsAll(error: unknown): boolean {
  if (error instanceof DomainError) return ELSEWHERE.has(error.kind);
  if (error instanceof UnreadableSeal) return error.place.table === "account" || error.place.row.startsWith("account/");
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && DATABASE.test(code);
}
