import { invalid } from "../../../shared/errors.js";
import { LONGEST_ROW } from "./domain/file-row.js";

/**
 * The lines of a text as it comes, however they end: a file put together from others ends them in more than one way.
 * @throws DomainError `import.broken`, which names the line
 */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = "";
  let count = 0;
  let begun = false;
  for await (const text of pieces) {
    const piece = begun ? text : text.replace(/^\ufeff/, "");
    begun ||= text !== "";
    // Whether a line break follows the carriage return at the end is not known yet.
    const { lines, left } = cut(rest + piece, false);
    const long = [...lines, left].findIndex((line) => line.length > LONGEST_ROW);
    if (long >= 0) throw endless(count + long + 1);
    count += lines.length;
    rest = left;
    yield lines;
  }
  yield cut(rest, true).lines;
}

function cut(text: string, last: boolean): { lines: string[]; left: string } {
  const lines: string[] = [];
  let at = 0;
  let feed = text.indexOf("\n");
  let back = text.indexOf("\r");
  while (feed >= 0 || back >= 0) {
    const end = back >= 0 && (feed < 0 || back < feed) ? back : feed;
    if (end === back && end === text.length - 1 && !last) break;
    lines.push(text.slice(at, end));
    at = end === back && feed === end + 1 ? end + 2 : end + 1;
    if (feed >= 0 && feed < at) feed = text.indexOf("\n", at);
    if (back >= 0 && back < at) back = text.indexOf("\r", at);
  }
  if (last && at < text.length) lines.push(text.slice(at));
  return { lines, left: last ? "" : text.slice(at) };
}

export function endless(line: number) {
  return invalid("import.broken", `The file cannot be read beyond line ${line}: it is longer than any row is.`, {
    field: "text",
    remedy: "Export it again as CSV UTF-8 or XLSX, with one row a line.",
    params: { line },
  });
}
