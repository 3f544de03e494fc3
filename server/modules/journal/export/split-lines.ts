const NEWLINE = 10;

export class LineTooLong extends Error {}

/**
 * Lines of a byte stream, without their newline; only LF ends a line (a debtor's text may hold U+2028, at which Node's readline
 * would split). What follows the last newline is handed out as `rest`: a whole file has none.
 * @throws LineTooLong instead of gathering a line without end
 */
export async function* splitLines(
  source: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly complete: boolean }> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      parts.push(chunk.subarray(start, end));
      yield { bytes: parts.length === 1 ? parts[0]! : Buffer.concat(parts), complete: true };
      parts = [];
      length = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > longest) throw new LineTooLong();
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), complete: false };
}
