const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const HYPHEN_BEFORE = new Set([4, 6, 8, 10]);

/**
 * UUID version 7 (RFC 9562 5.7): 48 bits of epoch milliseconds, then random bits, so that ids sort by time.
 * @param random at least 10 random bytes
 */
export function uuidv7(epochMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let time = epochMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const parts: string[] = [];
  for (const [at, byte] of bytes.entries()) {
    if (HYPHEN_BEFORE.has(at)) parts.push("-");
    parts.push(HEX[byte]!);
  }
  return parts.join("");
}

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
