import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { invalid } from "../../../shared/errors.js";

/** A file that can be read more than once: its formats are learned before its rows are taken. */
export interface CsvSource {
  readonly name: string;
  open(): AsyncIterable<string>;
}

/** @param fileName as the sender called it; only its last part is kept */
export function sourceFromText(fileName: string, text: string): CsvSource {
  return {
    name: basename(fileName.replaceAll("\\", "/")),
    async *open() {
      await Promise.resolve();
      yield text;
    },
  };
}

/** Streams a file of this machine; never holds more than a piece of it. */
export function sourceFromFile(path: string): CsvSource {
  return { name: basename(path), open: () => decoded(path) };
}

async function* decoded(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of createReadStream(path)) yield decoder.decode(piece as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw notUtf8();
    throw error;
  }
}

export function notUtf8() {
  return invalid("import.encoding", "The file is not written in UTF-8.", {
    field: "text",
    remedy: "Save it as CSV UTF-8 and send it again.",
  });
}
