/**
 * What is wrong with the database itself, as opposed to with a statement: nobody who asks can help it, it may be over in a minute, and whoever
 * runs the installation has to know. `busy`: another process holds the file.
 */
export const DATABASE_TROUBLES = ["unreachable", "full", "unwritable", "damaged", "busy"] as const;
export type DatabaseTrouble = (typeof DATABASE_TROUBLES)[number];

/** Drivers' codes and numbers, over the chain of causes. Null when the statement itself was refused. */
export function troubleOf(error: unknown): DatabaseTrouble | null {
  for (let seen = error as Seen | undefined, links = 0; typeof seen === "object" && seen !== null && links < 8; links++) {
    const code = typeof seen.code === "string" ? seen.code : "";
    const found = BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? BY_NUMBER.get(Number(seen.errno ?? 0));
    if (found) return found;
    // Said by the driver itself, without a code, of a connection that is gone.
    if (typeof seen.message === "string" && GONE.test(seen.message)) return "unreachable";
    seen = (seen.cause ?? seen.previous) as Seen | undefined;
  }
  return null;
}

interface Seen {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly previous?: unknown;
}

const BY_CODE: readonly (readonly [RegExp, DatabaseTrouble])[] = [
  [/^SQLITE_FULL/, "full"],
  [/^SQLITE_(READONLY|IOERR|CANTOPEN|PERM)/, "unwritable"],
  [/^SQLITE_(CORRUPT|NOTADB)/, "damaged"],
  [/^SQLITE_(BUSY|LOCKED)/, "busy"],
  [
    /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT|PROTOCOL_\w+)$/,
    "unreachable",
  ],
];

/** MySQL and MariaDB. */
const BY_NUMBER = new Map<number, DatabaseTrouble>([
  [1021, "full"],
  [1114, "full"],
  [3, "full"],
  [1290, "unwritable"],
  [1792, "unwritable"],
  [1836, "unwritable"],
  [1040, "unreachable"],
  [1053, "unreachable"],
  [1077, "unreachable"],
  [1079, "unreachable"],
  [1152, "unreachable"],
  [1158, "unreachable"],
  [1159, "unreachable"],
  [1160, "unreachable"],
  [1161, "unreachable"],
  [1927, "unreachable"],
  [2002, "unreachable"],
  [2003, "unreachable"],
  [2006, "unreachable"],
  [2013, "unreachable"],
]);

const GONE = /connection is in closed state|Connection lost|Pool is closed|Connection closed|driver has already been destroyed/;
