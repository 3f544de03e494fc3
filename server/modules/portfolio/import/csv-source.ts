import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { invalid } from "../../../shared/errors.js";
import { decoded, type Encoding, encodingOf } from "./encoding.js";

/** A file that can be read more than once: its formats are learned before its rows are taken. */
export interface CsvSource {
  readonly name: string;
  open(): AsyncIterable<string>;
}

/** @param fileName as the sender called it; only its last part is kept */
export function sourceFromText(fileName: string, text: string): CsvSource {
  return { name: lastPart(fileName), open: () => once(text) };
}

/**
 * A file that was sent, in any encoding the project knows.
 * @throws DomainError `import.base64` when it was cut on its way
 */
export function sourceFromBase64(fileName: string, base64: string): CsvSource {
  const bytes = Buffer.from(base64, "base64");
  if (base64.length % 4 !== 0 || bytes.length !== Buffer.byteLength(base64, "base64")) {
    throw invalid("import.base64", "The file is not whole base64.", {
      field: "base64",
      remedy: "Encode the file's bytes as standard base64, without line breaks, and send it again.",
    });
  }
  return sourceOfBytes(lastPart(fileName), () => once(bytes));
}

/** Streams a file of this machine; never holds more than a piece of it. */
export function sourceFromFile(path: string): CsvSource {
  return sourceOfBytes(basename(path), () => createReadStream(path) as AsyncIterable<Buffer>);
}

/** The encoding is found out once, by reading to the first byte that decides it. */
function sourceOfBytes(name: string, read: () => AsyncIterable<Uint8Array>): CsvSource {
  let encoding: Encoding | undefined;
  return {
    name,
    async *open() {
      encoding ??= await encodingOf(read());
      yield* decoded(read(), encoding);
    },
  };
}

async function* once<T>(whole: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield whole;
}

function lastPart(fileName: string): string {
  return basename(fileName.replaceAll("\\", "/"));
}
