import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { built, DAY } from "../harness/saldo.mjs";

const LINE_FEED = 10;

/**
 * Writes a clean file of `rows` debts by Saldo's own generator, cut after the last of them. The same every time.
 * @returns {Promise<void>}
 */
export async function writePortfolioFile(path, rows) {
  const { generatedFile } = await built("demo/generator/generated-file.js");
  // About 1.4 debts a debtor: as many debtors as rows are more than enough.
  const pieces = generatedFile({ seed: 1, mess: null, debtors: rows, countries: ["CO", "MX", "BR"], today: DAY });
  await pipeline(Readable.from(firstLines(pieces, rows + 1)), createWriteStream(path, { flags: "wx" }));
}

/** No cell of a clean file holds a line break. */
function* firstLines(pieces, lines) {
  let left = lines;
  for (const piece of pieces) {
    let end = 0;
    while (left > 0 && end < piece.length) {
      const next = piece.indexOf(LINE_FEED, end);
      if (next === -1) {
        end = piece.length;
      } else {
        end = next + 1;
        left--;
      }
    }
    yield piece.subarray(0, end);
    if (left === 0) return;
  }
}
