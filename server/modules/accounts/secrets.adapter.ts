import { createHash } from "node:crypto";

/** Hash of a secret with full entropy: such a one needs neither salt nor stretching. 43 characters, base64url. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

/**
 * Secrets given to callers carry their account's public id in front of the random part, so that every look-up names the account.
 * `ACCOUNT.RANDOM` for sessions, `saldo_ACCOUNT_RANDOM` for API keys; ACCOUNT is the public id without dashes.
 */
export function joinSecret(prefix: string, separator: string, publicId: string, random: string): string {
  return `${prefix}${publicId.replaceAll("-", "")}${separator}${random}`;
}

export function splitSecret(
  secret: string,
  prefix: string,
  separator: string,
): { readonly publicId: string; readonly random: string } | null {
  if (!secret.startsWith(prefix)) return null;
  const rest = secret.slice(prefix.length);
  const hex = rest.slice(0, 32);
  const random = rest.slice(33);
  if (!/^[0-9a-f]{32}$/.test(hex) || rest[32] !== separator || random === "") return null;
  const publicId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  return { publicId, random };
}
