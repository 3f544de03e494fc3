import type { Entropy } from "../platform/crypto/randomness.js";

const BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Rails' `has_secure_token`: 24 base-58 characters. */
export function secureToken(entropy: Entropy, length = 24): string {
  return Array.from(entropy.bytes(length), (byte) => BASE58[byte % BASE58.length]).join("");
}

/** UUID version 4, as the host's database makes them. */
export function uuidv4(entropy: Entropy): string {
  const bytes = entropy.bytes(16);
  bytes[6] = 0x40 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
