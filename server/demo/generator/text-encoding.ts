import type { Mess } from "./mess.js";

/** Code points of the bytes 0x80 to 0x9F in Windows-1252 (WHATWG Encoding); the other 224 are those of Latin-1. */
const UPPER = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTES = new Map(Array.from(UPPER, (character, index) => [character, 0x80 + index]));
/** What is not the same in Latin-1, which Node writes much faster; names and amounts have none of it. */
const DIFFERS = /[\u0080-\u009f\u0100-\uffff]/;

/** Text as bytes. What Windows-1252 does not have becomes a question mark, as it does in the systems that write it. */
export function encode(text: string, encoding: Mess["encoding"]): Buffer {
  if (encoding !== "windows-1252") return Buffer.from(text, "utf8");
  return DIFFERS.test(text) ? Buffer.from(Array.from(text, byteOf)) : Buffer.from(text, "latin1");
}

function byteOf(character: string): number {
  const byte = BYTES.get(character);
  if (byte !== undefined) return byte;
  const code = character.codePointAt(0)!;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : 0x3f;
}
