/** How the bytes of a file spell its text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Tells by all the bytes of a file how it is written: UTF-16 says so itself; text of any other encoding with accents is hardly ever valid UTF-8
 * by chance; what is left is Windows-1252, which spreadsheets and ERPs of the region still write.
 */
export async function encodingOf(pieces: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const piece of pieces) {
      const marked = first ? BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => piece[index] === byte)) : undefined;
      if (marked) return marked[0];
      first &&= piece.length === 0;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return "windows-1252";
    throw error;
  }
}

/** Text of bytes as they come, without a byte order mark. */
export async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
